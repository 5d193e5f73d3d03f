// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Breaks a text into lines of a terminal.
package enum TextWrapping {
  /// The sanitised text in lines of at most `width` cells, one at least.
  ///
  /// Lines break at spaces; a word wider than a line breaks between two characters.
  package static func lines(of text: String, width: Int) -> [String] {
    let safe = TerminalText.sanitised(text)
    let limit = max(width, 2)
    guard TerminalText.width(of: safe) > limit else { return [safe] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in safe.split(separator: " ") {
      var rest = String(word)
      var size = TerminalText.width(of: rest)
      if !line.isEmpty, used + 1 + size <= limit {
        line += " " + rest
        used += 1 + size
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while size > limit {
        let head = TerminalText.head(of: rest, cells: limit)
        // A word may hold an escape, which the head cuts like any other text.
        lines.append(head)
        rest = String(rest.unicodeScalars.dropFirst(head.unicodeScalars.count))
        size = TerminalText.width(of: rest)
      }
      line = rest
      used = size
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
