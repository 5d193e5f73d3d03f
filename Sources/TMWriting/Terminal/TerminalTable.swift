// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A table for a terminal: one header, rows, and a last column that wraps.
///
/// Texts are made safe as `TerminalText` says. Columns stand two spaces apart and are as wide as
/// their widest cell, at most their limit; what does not fit ends in `…`. A text of more than 1,000
/// cells loses its middle.
package struct TerminalTable: Sendable {
  /// The side of a column at which its texts stand.
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// The head of one column.
  package struct Column: Sendable {
    fileprivate let title: String
    fileprivate let alignment: Alignment
    fileprivate let limit: Int

    /// A column whose cells show at most `limit` terminal cells; the last column wraps instead.
    package init(_ title: String, _ alignment: Alignment = .left, limit: Int = 40) {
      self.title = TerminalText.sanitised(title)
      self.alignment = alignment
      self.limit = limit
    }
  }

  /// One text of the table, with its colour.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    fileprivate let text: String
    fileprivate let width: Int
    fileprivate let style: TerminalStyle?

    package init(_ text: String, _ style: TerminalStyle? = nil) {
      self.text = TerminalText.condensed(text, to: TerminalTable.textLimit)
      self.width = TerminalText.width(of: self.text)
      self.style = style
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  /// The fewest cells of the last column, however narrow the terminal.
  private static let leastLastWidth = 20
  private static let textLimit = 1000
  private static let gap = "  "

  private let columns: [Column]
  private var rows: [[Cell]] = []
  private var widths: [Int]

  package init(_ columns: [Column]) {
    self.columns = columns
    self.widths = columns.map { TerminalText.width(of: $0.title) }
  }

  /// Adds a row with one cell for each column.
  package mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has one cell for each column")
    for (index, cell) in cells.enumerated() {
      let limit = index == columns.count - 1 ? cell.width : columns[index].limit
      widths[index] = max(widths[index], min(cell.width, limit))
    }
    rows.append(cells)
  }

  /// The header, a rule and the rows, for a terminal `width` cells wide.
  package func text(width: Int, colouring: Colouring) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = fitted(to: width)
    var output = line(columns.map { Cell($0.title, .strong) }, widths, colouring)
    output += line(
      widths.map { Cell(String(repeating: "─", count: $0), .frame) }, widths, colouring)
    for row in rows { output += line(row, widths, colouring) }
    return output
  }

  /// The widths of the columns, the last one cut to what the others leave.
  private func fitted(to width: Int) -> [Int] {
    let last = columns.count - 1
    let before = widths[..<last].reduce(0) { $0 + $1 + Self.gap.utf8.count }
    var result = widths
    result[last] = min(result[last], max(width - before, Self.leastLastWidth))
    return result
  }

  /// One row, with as many lines as the wrapped last cell needs.
  private func line(_ cells: [Cell], _ widths: [Int], _ colouring: Colouring) -> String {
    let last = cells.count - 1
    let wrapped = TextWrapping.lines(of: cells[last].text, width: widths[last])
    var output = ""
    for (number, piece) in wrapped.enumerated() {
      var parts: [Part] = []
      for index in 0..<last {
        let cell = number == 0 ? cells[index] : Cell("")
        let text = TerminalText.shortened(cell.text, to: widths[index])
        parts.append(part(text, cell.style, index, widths))
      }
      parts.append(part(piece, cells[last].style, last, widths))
      output += painted(parts, colouring) + "\n"
    }
    return output
  }

  private struct Part {
    let before: Int
    let text: String
    let after: Int
    let style: TerminalStyle?
  }

  private func part(
    _ text: String, _ style: TerminalStyle?, _ index: Int, _ widths: [Int]
  ) -> Part {
    let space = max(widths[index] - TerminalText.width(of: text), 0)
    switch columns[index].alignment {
    case .left: return Part(before: 0, text: text, after: space, style: style)
    case .right: return Part(before: space, text: text, after: 0, style: style)
    }
  }

  /// Joins the parts, with spaces only where a text follows.
  private func painted(_ parts: [Part], _ colouring: Colouring) -> String {
    var output = ""
    var pending = 0
    for part in parts {
      pending += part.before
      if !part.text.isEmpty {
        output += String(repeating: " ", count: pending) + colouring.paint(part.text, part.style)
        pending = 0
      }
      pending += part.after + Self.gap.utf8.count
    }
    return output
  }
}
