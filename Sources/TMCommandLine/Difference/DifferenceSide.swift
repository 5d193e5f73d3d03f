// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMFindings
import TMLint
import TMModel
import TMRisk
import TMSource
import TMThreats

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
    _ name: String, today: CalendarDate, _ console: Console
  ) throws(CommandFailure) -> ComparedModel {
    let compiled: CompiledModel
    switch self {
    case .files(let paths): compiled = try CompiledModel(paths, in: try Workspace(paths))
    case .revision(let files, let paths): compiled = try CompiledModel(paths, in: files)
    case .nothing: return Self.empty
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
    var linter = Linter(
      compiled.compilation, compiled.register, compiled.risks, today: today)
    return ComparedModel(
      compiled.model, compiled.register, compiled.risks, findings: linter.run())
  }

  /// A model that declares nothing.
  private static var empty: ComparedModel {
    let model = ModelBuilder.build(LoadedFiles()).model
    let register = ThreatRegister(model)
    return ComparedModel(model, register, RiskRegister(model, register))
  }
}
