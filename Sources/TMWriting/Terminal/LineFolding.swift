// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Breaks lines that are wider than a terminal, so that what goes on stands below its beginning.
///
/// Lines break at spaces alone: an id, a path or a vector that is wider than the terminal stays whole,
/// so that it can be copied. Sequences of colours take no cells and go on over a break.
package enum LineFolding {
  /// The text with no line wider than the terminal, but for a word that is wider by itself.
  ///
  /// - Parameters:
  ///   - width: the cells of a line; nil leaves the text as it is.
  ///   - hanging: the cells in front of what goes on; nil for what the start of each line says.
  package static func folded(_ text: String, width: Int?, hanging: Int? = nil) -> String {
    guard let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let cells = cells(of: line)
      guard cells.count > width else { return String(line) }
      let margin = hanging.map { Margin(first: $0, sign: nil) } ?? Margin(of: cells)
      return margin.map { fold(line, width: width, $0) } ?? String(line)
    }.joined(separator: "\n")
  }

  /// What stands in front of the lines that go on.
  private struct Margin {
    /// The cells in front of the words.
    let first: Int
    /// The cell in which the bar of a snippet goes on.
    let sign: Int?

    init(first: Int, sign: Int?) {
      self.first = first
      self.sign = sign
    }

    /// Nil for a line of source, which never folds: its marks stand below its characters.
    init?(of cells: [Character]) {
      let lead = cells.prefix { $0 == " " || $0.isNumber }.count
      let indent = cells.prefix { $0 == " " }.count
      let rest = cells.dropFirst(lead)
      if lead > indent, let sign = rest.first, "|-+~".contains(sign) { return nil }
      if rest.first == "|", rest.dropFirst().first ?? " " == " " {
        let words = rest.dropFirst().firstIndex { !" ^-|~".contains($0) } ?? lead + 2
        self.init(first: words, sign: lead)
      } else if rest.first == "=", let colon = rest.firstIndex(of: ":") {
        self.init(first: colon + 2, sign: nil)
      } else {
        self.init(first: indent + 4, sign: nil)
      }
    }

    func text(width: Int) -> String {
      let room = first > width / 2 ? (sign ?? 0) + 4 : first
      guard let sign else { return String(repeating: " ", count: room) }
      return String(repeating: " ", count: sign) + "|"
        + String(repeating: " ", count: max(room - sign - 1, 1))
    }
  }

  private static func fold(_ line: Substring, width: Int, _ margin: Margin) -> String {
    let lead = margin.text(width: width)
    let leadWidth = TerminalText.width(of: lead)
    var result = ""
    var used = 0
    var spaces = 0
    for word in words(of: line) {
      if word == " " {
        spaces += 1
        continue
      }
      let size = cells(of: word[...]).count
      // A word that fits only further to the left starts there; the signs that start a line stay with
      // a word that fits nowhere.
      let isLong = margin.sign == nil && size <= width && size > width - leadWidth
      let start = isLong ? min(width - size, 6) : leadWidth
      if used + spaces + size > width, used > start {
        result += "\n" + (isLong ? String(repeating: " ", count: start) : lead)
        used = start
      } else {
        result += String(repeating: " ", count: spaces)
        used += spaces
      }
      spaces = 0
      result += word
      used += size
    }
    return result
  }

  /// Runs without a space, and each space by itself.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in line.unicodeScalars {
      if scalar == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(" ")
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// What stands in each cell, sequences of colours left out; the second cell of a wide character is a
  /// full stop.
  private static func cells(of line: Substring) -> [Character] {
    var cells: [Character] = []
    var isSequence = false
    for scalar in line.unicodeScalars {
      if isSequence {
        isSequence = scalar != "m"
      } else if scalar == "\u{1B}" {
        isSequence = true
      } else {
        let width = CellTable.cells(of: scalar)
        if width > 0 { cells.append(Character(scalar)) }
        if width > 1 { cells.append(".") }
      }
    }
    return cells
  }
}
