// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMModel
import TMSource

/// The models of one run of `tm lint`, each checked on its own, with the findings of all of them.
struct CheckedModels {
  /// One model.
  struct Part {
    let compiled: CompiledModel
    let workspace: Workspace
    /// Every rule and check that can find something in the model.
    let rules: [RuleDescription]
    /// Those that no part before it has; their places are in the files of the run.
    let findings: [Diagnostic]
    /// The file of the run for each file of the model, by its index.
    let files: [FileID]
  }

  private(set) var parts: [Part] = []
  private var union = SourceUnion()
  private var seen: Set<Diagnostic> = []
  private var paths: [FileID: String] = [:]

  /// The files of all models, each once.
  var sources: SourceSet { union.sources }

  /// The findings of all models in listing order; one in a file that several models have is there once.
  var findings: [Diagnostic] {
    parts.count == 1
      ? parts[0].findings : parts.flatMap(\.findings).sorted(by: Diagnostic.listingOrder)
  }

  /// Whether no model has errors that keep rules from running.
  var isComplete: Bool { parts.allSatisfy(\.compiled.model.isComplete) }

  /// The rules and checks of all models, each once, in the state of the model in which it did most.
  var rules: [RuleDescription] {
    guard parts.count > 1 else { return parts.first?.rules ?? [] }
    var rules: [RuleDescription] = []
    var places: [String: Int] = [:]
    for rule in parts.flatMap(\.rules) {
      guard let place = places[rule.name] else {
        places[rule.name] = rules.count
        rules.append(rule)
        continue
      }
      if Self.rank(rule.state) < Self.rank(rules[place].state) { rules[place] = rule }
    }
    return rules
  }

  private static func rank(_ state: RuleDescription.State) -> Int {
    switch state {
    case .ran: 0
    case .waiting: 1
    case .off: 2
    }
  }

  var reported: [ReportedModel] {
    parts.map { ReportedModel($0.compiled.model, files: $0.files) }
  }

  mutating func add(_ compiled: CompiledModel, _ findings: [Diagnostic], in workspace: Workspace) {
    let files = union.add(compiled.sources)
    for (source, file) in zip(compiled.sources.files, files) where paths[file] == nil {
      paths[file] = workspace.reportPath(ofDisplay: source.path)
    }
    let own = findings.map { $0.moved(to: files) }
    let new = parts.isEmpty ? own : own.filter { !seen.contains($0) }
    seen.formUnion(own)
    parts.append(
      Part(
        compiled: compiled, workspace: workspace, rules: RuleHelp.rules(of: compiled.model),
        findings: new, files: files))
  }

  /// The path of a file as others see it who read a report.
  func reportPath(of file: SourceFile) -> String {
    paths[file.id] ?? parts.first?.workspace.reportPath(ofDisplay: file.path) ?? file.path
  }

  /// Whether a path leads to a file of a model.
  func holds(_ path: String) -> Bool { parts.contains { $0.workspace.holds(path) } }
}
