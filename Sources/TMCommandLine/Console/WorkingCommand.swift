// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// A command that answers with an exit status, and with a `CommandFailure` where it cannot work.
protocol WorkingCommand: ParsableCommand {
  var colours: ColourOptions { get }

  /// Does the work; what it writes to the console is passed on afterwards.
  func work(_ console: Console) throws -> ExitStatus
}

extension WorkingCommand {
  func run() throws {
    Signals.prepare()
    let console = Console(colours)
    let status: ExitStatus
    do {
      status = try work(console)
      try console.flush()
    } catch let failure as CommandFailure {
      // What was found before the failure still counts; if it cannot be written, the failure says so.
      try? console.output.flush()
      try? console.error.show(failure.text(console.errorColouring))
      try? console.error.flush()
      throw ExitStatus.failed.code
    }
    if status != .clean { throw status.code }
  }
}
