// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints a scored vector on one line: score, severity, vector.
package enum ScoreLine {
  package static func text(
    of vector: ScoreVector, _ written: String, colouring: Colouring
  ) -> String {
    let number = (vector.score.tenths < 100 ? " " : "") + vector.score.description
    return line(number, vector.severity.rawValue, vector.severity.style, written, colouring) + "\n"
  }

  /// The line of a vector that is wrong, with its number in the input and what is wrong below it.
  package static func text(
    of fault: VectorFault, _ written: String, number: Int, colouring: Colouring
  ) -> String {
    let remark = "line \(number): \(fault.message); \(fault.help)"
    return line("   –", "wrong", .error, written, colouring) + "\n"
      + String(repeating: " ", count: 16) + TerminalText.condensed(remark, to: 1000) + "\n"
  }

  private static func line(
    _ number: String, _ word: String, _ style: TerminalStyle, _ vector: String,
    _ colouring: Colouring
  ) -> String {
    let start = number + "  " + colouring.paint(word, style)
    guard !vector.isEmpty else { return start }
    let space = String(repeating: " ", count: max(10 - word.utf8.count, 1))
    return start + space + TerminalText.condensed(vector, to: 1000)
  }
}
