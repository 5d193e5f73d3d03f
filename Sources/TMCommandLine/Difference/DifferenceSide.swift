// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMDiff
import TMFindings
import TMModel
import TMSource

extension ComparedModel {
  /// A compiled model with what the linter says of it on a day.
  init(_ compiled: CompiledModel, today: CalendarDate) {
    let compiled = compiled.asking(on: today)
    let review = compiled.review(today: today)
    self.init(
      compiled.model, compiled.register, compiled.risks, approvals: compiled.approvals,
      findings: review.findings, excused: review.excused, severities: review.severities)
  }
}

/// Where one side of a comparison comes from.
enum DifferenceSide {
  /// Files on the disk.
  case files([String])
  /// Files of a commit, by their paths from the root of the repository.
  case revision(RevisionFiles, [String])
  /// The model does not exist on this side.
  case nothing

  var isMissing: Bool {
    switch self {
    case .nothing: true
    case .files, .revision: false
    }
  }

  /// The compiled model with its findings on a day.
  ///
  /// - Parameter name: what a message calls the side: "the old model (`main`)".
  func model(
    _ name: String, _ policies: PolicyOptions, today: CalendarDate, _ console: Console
  ) throws(CommandFailure) -> ComparedModel {
    let compiled: CompiledModel
    switch self {
    case .files(let paths):
      compiled = try CompiledModel(
        paths, in: try Workspace(paths), with: try policies.additions(to: Workspace.self))
    case .revision(let files, let paths):
      compiled = try CompiledModel(
        paths, in: files, with: try policies.additions(to: RevisionFiles.self))
    case .nothing: compiled = .empty
    }
    if !compiled.errors.isEmpty {
      try console.error.show(
        HumanDiagnostics.text(
          of: compiled.errors, in: compiled.sources, width: Terminal.lineWidth(.error),
          colouring: console.errorColouring))
      throw CommandFailure(
        "\(name) has errors, so a comparison would miss what they hide",
        help: "compare models that compile; `tm lint` checks one")
    }
    if isMissing { return ComparedModel(compiled.model, compiled.register, compiled.risks) }
    return ComparedModel(compiled, today: today)
  }
}
