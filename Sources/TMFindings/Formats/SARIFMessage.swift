// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// The text of a SARIF message, in which `[words](1)` is a link to the related place 1.
enum SARIFMessage {
  /// What a link to a place without words of its own says.
  static let unnamedPlace = "see here"

  /// What is wrong, then each other place as a link, why, and what to do, each a paragraph.
  ///
  /// GitHub shows the first sentence where it has little room.
  static func text(of diagnostic: Diagnostic, related: [Label]) -> String {
    var first = escaped(diagnostic.message)
    if let label = diagnostic.primary.text { first += ": " + escaped(label) }
    var lines = [first + "."]
    for (index, label) in related.enumerated() {
      lines.append("[\(escaped(label.text ?? unnamedPlace))](\(index + 1))")
    }
    let rest = diagnostic.secondary.count - related.count
    if rest > 0 { lines.append("and \(rest) more places") }
    lines += diagnostic.notes.map { "note: " + escaped($0) }
    lines += diagnostic.help.map { "help: " + escaped($0) }
    return lines.joined(separator: "\n")
  }

  /// The words on one line, with nothing in them that makes or ends a link.
  static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in TerminalText.sanitised(words).unicodeScalars {
      switch scalar {
      case "[", "]", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
