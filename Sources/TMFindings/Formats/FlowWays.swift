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

  private let model: Model
  private let files: [FileID]
  private let flows: [String: Flow]

  init(_ reported: ReportedModel) {
    model = reported.model
    files = reported.files
    let model = model
    flows = Dictionary(
      model.graph.flows.map { (model.path($0.entity), $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The way of the flow that a finding is about; none for other subjects and findings in other models.
  func steps(of diagnostic: Diagnostic) -> [Step] {
    guard let flow = diagnostic.subject.flatMap({ flows[$0] }),
      files.contains(diagnostic.primary.range.file)
    else { return [] }
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

  private func step(_ entity: EntityID, _ what: String) -> Step {
    Step(
      range: model.nameRange(entity).moved(to: files),
      text: "\(what) \(model[entity].keyword.word) `\(model.path(entity))`")
  }
}
