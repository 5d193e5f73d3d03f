// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Writes lines of a terminal that stand in one another.
struct TraceLines {
  /// A piece of a line; pieces stand two spaces apart.
  struct Piece {
    let text: String
    let style: TerminalStyle?

    init(_ text: String, _ style: TerminalStyle? = nil) {
      self.text = TerminalText.condensed(text, to: 1000)
      self.style = style
    }
  }

  private(set) var text = ""
  private let width: Int
  private let colouring: Colouring

  init(width: Int, colouring: Colouring) {
    self.width = max(width, 40)
    self.colouring = colouring
  }

  mutating func blank() { if !text.isEmpty { text += "\n" } }

  /// Writes pieces on one line, and on further ones, deeper, where they do not fit.
  mutating func line(_ depth: Int, _ pieces: [Piece]) {
    var line = ""
    var used = 0
    var isFirst = true
    for piece in pieces where !piece.text.isEmpty {
      let size = TerminalText.width(of: piece.text)
      if used > 0, indent(depth, isFirst) + used + 2 + size <= width {
        line += "  " + colouring.paint(piece.text, piece.style)
        used += 2 + size
        continue
      }
      flush(&line, &used, depth, &isFirst)
      // What goes on below stands deeper.
      let room =
        width - indent(depth, isFirst && TerminalText.width(of: piece.text) <= width - depth)
      let wrapped = TextWrapping.lines(of: piece.text, width: room)
      for (number, part) in wrapped.enumerated() {
        if number > 0 { flush(&line, &used, depth, &isFirst) }
        line = colouring.paint(part, piece.style)
        used = TerminalText.width(of: part)
      }
    }
    flush(&line, &used, depth, &isFirst)
  }

  /// Writes a row of columns with these widths, the last one with what is left; cells that do not fit
  /// stand one below the other.
  mutating func row(_ depth: Int, _ cells: [Piece], _ widths: [Int]) {
    let last = cells.count - 1
    if (0..<last).contains(where: { TerminalText.width(of: cells[$0].text) > widths[$0] }) {
      return line(depth, cells)
    }
    let before = widths[..<last].reduce(depth) { $0 + $1 + 2 }
    let wrapped = TextWrapping.lines(of: cells[last].text, width: max(width - before, 16))
    for (number, part) in wrapped.enumerated() {
      var line = String(repeating: " ", count: depth)
      for index in 0..<last {
        let cell = number == 0 ? cells[index].text : ""
        let space = widths[index] - TerminalText.width(of: cell) + 2
        line += colouring.paint(cell, cells[index].style) + String(repeating: " ", count: space)
      }
      while part.isEmpty, line.last == " " { line.removeLast() }
      text += line + colouring.paint(part, cells[last].style) + "\n"
    }
  }

  /// Writes names with commas, as many on a line as fit.
  mutating func list(_ depth: Int, _ names: [String]) {
    let words = names.map { TerminalText.condensed($0, to: 200) }.joined(separator: ", ")
    for part in TextWrapping.lines(of: words, width: width - depth) {
      text += String(repeating: " ", count: depth) + part + "\n"
    }
  }

  /// Writes a table of its own.
  mutating func table(_ table: TerminalTable) {
    text += table.text(width: width, colouring: colouring)
  }

  private func indent(_ depth: Int, _ isFirst: Bool) -> Int { isFirst ? depth : depth + 4 }

  private mutating func flush(
    _ line: inout String, _ used: inout Int, _ depth: Int, _ isFirst: inout Bool
  ) {
    guard used > 0 else { return }
    while line.last == " " { line.removeLast() }
    text += String(repeating: " ", count: indent(depth, isFirst)) + line + "\n"
    line = ""
    used = 0
    isFirst = false
  }
}
