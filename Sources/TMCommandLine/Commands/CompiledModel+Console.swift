// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMModel
import TMSource

extension CompiledModel {
  /// Compiles the files named on a command line with all they import.
  init(_ paths: [String], in files: some FileProvider) throws(CommandFailure) {
    do throws(ReadFailure) {
      try self.init(reading: paths, from: files)
    } catch {
      throw CommandFailure("a file of the model \(error.reason)", help: error.help)
    }
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
    findings(software: try software.report(on: model, today: today), today: today)
  }
}
