// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes text into XML 1.0.
package enum XMLText {
  /// The words with nothing in them that XML obeys or forbids, for an element or an attribute in double quotes;
  /// line feeds stay.
  package static func escaped(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ words: String) -> String {
    var result = ""
    for scalar in TerminalText.sanitised(words).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
