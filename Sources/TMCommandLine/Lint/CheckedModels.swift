// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMLint
import TMModel
import TMSource

/// The models of one run of `tm lint`, each checked on its own, with the findings of all of them.
///
/// Of a model only what is found stays, not the model: a folder can have thousands.
struct CheckedModels {
  /// One model.
  struct Part {
    let workspace: Workspace
    /// How much of it was looked at.
    let summary: String
    /// Whether it has no errors that keep rules from running.
    let isComplete: Bool
    /// What keeps it from meaning what its author wrote; the places are in the files of the run.
    let errors: [Diagnostic]
    /// The findings that no part before it has; their places are in the files of the run.
    let findings: [Diagnostic]
    /// Those of them that a baseline can hold, and those that the one that was read does.
    let holdable: [Diagnostic]
    let known: BaselineComparison.Part?
    let reported: ReportedModel
  }

  private(set) var parts: [Part] = []
  /// The rules and checks of all models, each once, in the state of the model in which it did most.
  private(set) var rules: [RuleDescription] = []
  /// The rules that wait for the repair of errors in a model.
  private(set) var waiting: Set<String> = []
  private var rulePlaces: [String: Int] = [:]
  private let baseline: Baseline?
  private var union = SourceUnion()
  private var seen: Set<Diagnostic> = []
  private var paths: [FileID: String] = [:]

  /// Whether a report shows the way of the data along the flows that findings are about.
  private let showsWays: Bool

  /// - Parameters:
  ///   - baseline: the findings that are known; nil where no baseline was read.
  ///   - showsWays: whether a report shows the way of the data along the flows that findings are about.
  init(_ baseline: Baseline?, showsWays: Bool) {
    self.baseline = baseline
    self.showsWays = showsWays
  }

  /// The files of all models, each once.
  var sources: SourceSet { union.sources }

  /// The findings of all models in listing order; one in a file that several models have is there once.
  var findings: [Diagnostic] {
    parts.count == 1
      ? parts[0].findings : parts.flatMap(\.findings).inListingOrder()
  }

  /// Whether no model has errors that keep rules from running.
  var isComplete: Bool { parts.allSatisfy(\.isComplete) }

  var reported: [ReportedModel] { parts.map(\.reported) }

  private mutating func add(_ new: [RuleDescription]) {
    for rule in new {
      guard let place = rulePlaces[rule.name] else {
        rulePlaces[rule.name] = rules.count
        rules.append(rule)
        continue
      }
      if Self.rank(rule.state) < Self.rank(rules[place].state) { rules[place] = rule }
    }
  }

  private static func rank(_ state: RuleSeverities.State) -> Int {
    switch state {
    case .ran: 0
    case .waiting: 1
    case .off: 2
    }
  }

  mutating func add(_ compiled: CompiledModel, _ findings: [Diagnostic], in workspace: Workspace) {
    let files = union.add(compiled.sources)
    for (source, file) in zip(compiled.sources.files, files) where paths[file] == nil {
      paths[file] = workspace.reportPath(ofDisplay: source.path)
    }
    let own = findings.map { $0.moved(to: files) }
    // Of one model alone, which most runs check, nothing is there twice.
    if parts.count == 1 { seen.formUnion(parts[0].findings) }
    let new = parts.isEmpty ? own : own.filter { !seen.contains($0) }
    if !parts.isEmpty { seen.formUnion(own) }
    let rules = RuleHelp.rules(of: compiled.model)
    add(rules)
    waiting.formUnion(rules.lazy.filter { $0.state == .waiting }.map(\.name))
    let holdable = new.filter { Baseline.canHold($0, rules) }
    parts.append(
      Part(
        workspace: workspace, summary: CleanReport.text(compiled),
        isComplete: compiled.model.isComplete,
        errors: compiled.errors.map { $0.moved(to: files) }, findings: new, holdable: holdable,
        known: baseline.map { BaselineComparison.Part(holdable, compiled.model, $0) },
        reported: ReportedModel(compiled.model, files: files, about: showsWays ? new : [])))
  }

  /// The path of a file as others see it who read a report.
  func reportPath(of file: SourceFile) -> String {
    paths[file.id] ?? parts.first?.workspace.reportPath(ofDisplay: file.path) ?? file.path
  }
}
