// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Text for a terminal: how wide it is, and how words of a stranger are shown without harm.
///
/// C0 controls and DEL show as their pictures (`␛`). C1 controls, bidi controls, line separators and
/// characters that hide show as escapes (`\u{202e}`), and so do the bracket of `##[` and `##vso[` and the
/// first colon of `::word`, which the log of a build server takes for commands. A pile of more than eight
/// characters of zero width shows the rest as escapes. All other characters stay as they are.
package enum TerminalText {
  /// The text on one line with nothing in it that a terminal obeys or reorders by.
  package static func sanitised(_ text: String) -> String {
    let text = LogCommand.broken(text)
    if isPlain(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var cursor = CellCursor()
    for scalar in text.unicodeScalars { cursor.showOnOneLine(scalar).write(to: &result) }
    return result
  }

  /// The number of terminal cells that the text takes once it is sanitised.
  package static func width(of text: String) -> Int {
    let text = LogCommand.broken(text)
    if isPlain(text) { return text.utf8.count }
    var cursor = CellCursor()
    for scalar in text.unicodeScalars { _ = cursor.showOnOneLine(scalar) }
    return cursor.column
  }

  /// The sanitised text in at most `limit` cells, with `…` for the end that does not fit.
  package static func shortened(_ text: String, to limit: Int) -> String {
    let safe = sanitised(text)
    if width(of: safe) <= limit { return safe }
    return limit > 0 ? head(of: safe, cells: limit - 1) + "…" : ""
  }

  /// The sanitised text in at most `limit` cells, with `…` for the middle that does not fit.
  package static func condensed(_ text: String, to limit: Int) -> String {
    let safe = sanitised(text)
    let total = width(of: safe)
    if total <= limit || limit < 3 { return shortened(safe, to: limit) }
    let tail = (limit - 1) / 2
    let split = position(ofCell: total - tail, in: safe)
    return head(of: safe, cells: limit - 1 - tail) + "…" + String(safe[split...])
  }

  /// The longest beginning of a sanitised text that fits into the cells.
  package static func head(of safe: String, cells: Int) -> String {
    var cursor = CellCursor()
    var end = safe.startIndex
    for index in safe.unicodeScalars.indices {
      _ = cursor.showOnOneLine(safe.unicodeScalars[index])
      if cursor.column > cells { break }
      end = safe.unicodeScalars.index(after: index)
    }
    return String(safe[..<end])
  }

  /// Where the first character with cells of its own at or after a cell begins.
  private static func position(ofCell cell: Int, in safe: String) -> String.Index {
    var cursor = CellCursor()
    for index in safe.unicodeScalars.indices {
      let column = cursor.column
      let shown = cursor.showOnOneLine(safe.unicodeScalars[index])
      if column >= cell, shown.width > 0 { return index }
    }
    return safe.endIndex
  }

  /// Whether every character stands for itself: printable ASCII, and no sign that can begin a command.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }
  }
}
