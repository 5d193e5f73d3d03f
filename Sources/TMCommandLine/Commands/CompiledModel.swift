// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMLint
import TMModel
import TMRisk
import TMSource
import TMThreats

/// A model as the commands need it: compiled, with its threats.
struct CompiledModel {
  let compilation: Compilation
  let register: ThreatRegister
  let risks: RiskRegister

  /// Compiles the files named on a command line with all they import.
  init(_ paths: [String], in files: some FileProvider) throws(CommandFailure) {
    var loader = Loader(
      files, libraries: BuiltInLibrary.sources, builtIn: BuiltInLibrary.loadedAlways)
    let loaded: LoadedFiles
    do throws(ReadFailure) {
      loaded = try loader.load(paths)
    } catch {
      throw CommandFailure("a file of the model \(error.reason)", help: error.help)
    }
    compilation = ModelBuilder.build(loaded)
    register = ThreatRegister(compilation.model)
    risks = RiskRegister(compilation.model, register)
  }

  var model: Model { compilation.model }
  var sources: SourceSet { model.sources }

  /// The findings that keep the model from meaning what its author wrote.
  var errors: [Diagnostic] {
    let all = compilation.diagnostics + register.library.diagnostics + risks.diagnostics
    return all.filter { $0.severity == .error }.sorted(by: Diagnostic.listingOrder)
  }

  /// Prints the errors and fails, if there are any.
  ///
  /// - Parameter consequence: what the command's answer would be in spite of them.
  func refuseErrors(_ console: Console, since consequence: String) throws(CommandFailure) {
    let errors = errors
    if errors.isEmpty { return }
    try console.error.show(
      HumanDiagnostics.text(
        of: errors, in: sources, width: Terminal.lineWidth(.error),
        colouring: console.errorColouring))
    throw CommandFailure(
      "the model has errors, so \(consequence)", help: "repair them, and check with `tm lint`")
  }

  /// All findings of the compiler and the rules.
  ///
  /// - Parameter software: the files that say more of the components.
  func findings(
    _ software: SoftwareOptions, today: CalendarDate
  ) throws(CommandFailure) -> [Diagnostic] {
    let report = try software.report(on: model, today: today)
    var linter = Linter(compilation, register, risks, software: report, today: today)
    return linter.run()
  }
}
