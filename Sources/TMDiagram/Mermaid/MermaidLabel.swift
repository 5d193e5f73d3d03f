// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Words of a stranger as labels of Mermaid.
///
/// Mermaid reads labels as Markdown and as HTML, knows directives, links and icons in them, and ends a
/// statement at a semicolon. It takes `#NN;` for a character only after all of that: so punctuation is
/// written as such a number, but for commas, and hyphens and dots inside words.
enum MermaidLabel {
  /// Lines of a label in quotes.
  static func quoted(_ lines: [String]) -> String {
    "\"" + lines.map(escaped).filter { !$0.isEmpty }.joined(separator: "<br>") + "\""
  }

  private static func escaped(_ text: String) -> String {
    let scalars = Array(cleanText(text).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      if isPlain(scalar, before, after) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result
  }

  private static func isPlain(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case " ", ",": true
    case "-": isWord(before) && isWord(after)
    // After a number it would begin a list.
    case ".": isWord(before) && !isDigit(before)
    // With these Mermaid marks the numbers above.
    case "\u{FB02}", "\u{B6}", "\u{B0}": false
    default: !scalar.isASCII || isWord(scalar)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The letters, digits and commas of a text: where Mermaid takes no numbers for characters.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in cleanText(text).unicodeScalars {
      result.append(scalar == "," || isWord(scalar) || !scalar.isASCII ? scalar : " ")
    }
    return cleanText(String(result))
  }
}
