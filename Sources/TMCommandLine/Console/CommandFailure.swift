// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Why a command cannot do its work: printed to standard error, with exit status 2.
struct CommandFailure: Error {
  /// What is wrong, lower case, on one line.
  let message: String
  /// What to do about it.
  let help: [String]

  init(_ message: String, help: [String] = []) {
    self.message = message
    self.help = help
  }

  init(_ message: String, help: String) { self.init(message, help: [help]) }

  /// The failure in the form of a diagnostic without a place.
  func text(_ colouring: Colouring) -> String {
    var text = colouring.paint("error", .error)
    text += colouring.paint(": " + TerminalText.condensed(message, to: 1000), .strong) + "\n"
    for line in help {
      text += "  " + colouring.paint("=", .frame) + " " + colouring.paint("help:", .help)
      text += " " + TerminalText.condensed(line, to: 1000) + "\n"
    }
    return text
  }
}
