// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring

/// Prints a scored vector on one line: score, severity, vector.
package enum ScoreLine {
  package static func text(
    of vector: ScoreVector, _ written: String, colouring: Colouring
  ) -> String {
    let number = (vector.score.tenths < 100 ? " " : "") + vector.score.description
    return line(number, vector.severity.rawValue, vector.severity.style, written, colouring) + "\n"
  }

  /// The line of a vector that is wrong, with what is wrong below it.
  package static func text(
    of fault: VectorFault, _ written: String, colouring: Colouring
  ) -> String {
    line("   –", "wrong", .error, written, colouring) + "\n"
      + "                " + TerminalText.condensed("\(fault.message); \(fault.help)", to: 1000)
      + "\n"
  }

  private static func line(
    _ number: String, _ word: String, _ style: TerminalStyle, _ vector: String,
    _ colouring: Colouring
  ) -> String {
    let space = String(repeating: " ", count: max(10 - word.utf8.count, 1))
    return number + "  " + colouring.paint(word, style) + space
      + TerminalText.condensed(vector, to: 1000)
  }
}
