// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TMAnalysis
import TMFindings
import TMModel
import TMRisk
import TMSource

extension CompiledModel {
  /// Compiles the files named on a command line with all they import.
  ///
  /// - Parameter additions: texts beside them, such as policies from outside.
  init<Files: FileProvider>(
    _ paths: [String], in files: Files, with additions: [Loader<Files>.Addition] = []
  ) throws(CommandFailure) {
    do throws(ReadFailure) {
      try self.init(reading: paths, from: files, with: additions)
      Self.lastOfAll.withLock { [self] in $0 = self }
    } catch {
      throw CommandFailure("a file of the model \(error.reason)", help: error.help)
    }
  }

  /// The model that was compiled last. It is there until the program ends, which is quicker than to take it apart
  /// before.
  private static let lastOfAll = Mutex<CompiledModel?>(nil)

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
    throw Self.hasErrors(since: consequence)
  }

  static func hasErrors(since consequence: String) -> CommandFailure {
    CommandFailure(
      "the model has errors, so \(consequence)", help: "repair them, and check with `tm lint`")
  }

  /// Fails where conditions took too long since the errors were looked at: what was made of their answers
  /// is wrong.
  func refuseOverrun(_ console: Console) throws(CommandFailure) {
    guard model.conditionOverrun != nil else { return }
    try refuseErrors(console, since: "what depends on its conditions is not known")
  }

  /// Fails where a trace has more chains than are followed.
  static func refuseLongTrace(_ trace: Trace) throws(CommandFailure) {
    guard trace.chainCount > trace.chainLimit else { return }
    throw CommandFailure(
      "the trace has \(trace.chainCount) rows, and at most \(trace.chainLimit) are written",
      help:
        "let fewer controls share the same requirements and verifications: each combination is a row"
    )
  }

  /// All findings of the compiler and the rules.
  ///
  /// - Parameter software: the files that say more of the components.
  func findings(
    _ software: SoftwareOptions, today: CalendarDate
  ) throws(CommandFailure) -> [Diagnostic] {
    findings(software: try software.report(on: self, today: today), today: today)
  }
}
