// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The way of the data along each flow: its source, the interfaces, the boundaries and its target.
struct FlowWays: Sendable {
  /// One place that the data passes.
  struct Step: Hashable, Sendable {
    let range: SourceRange
    /// What happens there, such as "enters boundary `pump`".
    let text: String
  }

  private let files: Set<FileID>
  private let steps: [String: [Step]]

  /// The ways of the flows that findings are about; the model itself is not kept.
  init(_ model: Model, files: [FileID], about findings: [Diagnostic]) {
    self.files = Set(files)
    let subjects = Set(findings.compactMap(\.subject))
    guard !subjects.isEmpty else {
      steps = [:]
      return
    }
    steps = Dictionary(
      model.graph.flows.compactMap { flow in
        let path = model.path(flow.entity)
        return subjects.contains(path) ? (path, Self.steps(of: flow, model, files)) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The way of the flow that a finding is about; none for other subjects and findings in other models.
  func steps(of diagnostic: Diagnostic) -> [Step] {
    guard files.contains(diagnostic.primary.range.file) else { return [] }
    return diagnostic.subject.flatMap { steps[$0] } ?? []
  }

  private static func steps(of flow: Flow, _ model: Model, _ files: [FileID]) -> [Step] {
    let step = { (entity: EntityID, what: String) in
      Step(
        range: model.nameRange(entity).moved(to: files),
        text: "\(what) \(model[entity].keyword.word) `\(model.path(entity))`")
    }
    let crossings = model.graph.crossings(of: flow)
    let ends = [flow.sourceInterface, flow.targetInterface]
    let between = model.interfaces(of: flow.entity).filter { !ends.contains($0) }
    var steps = [step(flow.source, "starts at")]
    steps += [flow.sourceInterface].compactMap { $0 }.map { step($0, "goes out through") }
    steps += crossings.filter { $0.direction == .out }.map { step($0.boundary, "leaves") }
    steps += between.map { step($0, "goes through") }
    steps += crossings.filter { $0.direction == .in }.map { step($0.boundary, "enters") }
    steps += [flow.targetInterface].compactMap { $0 }.map { step($0, "comes in through") }
    steps.append(step(flow.target, "reaches"))
    return steps
  }
}
