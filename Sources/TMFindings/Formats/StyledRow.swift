// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// A row of marks under a source line, with at most one text behind them.
package struct StyledRow {
  private struct Cell {
    var sign: Unicode.Scalar = " "
    var style: TerminalStyle?
  }

  private var cells: [Cell] = []
  private var text: (safe: String, style: TerminalStyle)?

  /// Puts a sign of one cell into each cell of a range, over what stood there.
  mutating func put(_ sign: Unicode.Scalar, in range: Range<Int>, _ style: TerminalStyle) {
    extend(to: range.upperBound)
    for column in range { cells[column] = Cell(sign: sign, style: style) }
  }

  /// Puts the text of the row, which is safe for a terminal, after all signs.
  mutating func end(with safe: String, at column: Int, _ style: TerminalStyle) {
    extend(to: column)
    text = (safe, style)
  }

  /// The row without spaces at its end.
  func painted(_ colouring: Colouring) -> String {
    var result = ""
    var start = 0
    while start < cells.count {
      let style = cells[start].style
      let end = cells[start...].firstIndex { $0.style != style } ?? cells.count
      let run = String(String.UnicodeScalarView(cells[start..<end].map(\.sign)))
      result += colouring.paint(run, style)
      start = end
    }
    if let text { result += colouring.paint(text.safe, text.style) }
    return result
  }

  private mutating func extend(to count: Int) {
    while cells.count < count { cells.append(Cell()) }
  }
}
