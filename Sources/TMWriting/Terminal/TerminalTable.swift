// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A table for a terminal, which loses nothing on a narrow one.
///
/// Texts are made safe as `TerminalText` says. Columns stand two spaces apart; a cell with more words
/// than its column has room for goes on below. No word is cut: where the columns have no room beside
/// each other, the cells of a row stand in one another, as `TableLayout` says. A text of more than 1,000
/// cells loses its middle.
package struct TerminalTable: Sendable {
  /// The side of a column at which its texts stand.
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// The head of one column.
  package struct Column: Sendable {
    let title: String
    let alignment: Alignment
    let limit: Int

    /// A column whose words take at most `limit` terminal cells before they go on below; the last
    /// column takes what the others leave.
    package init(_ title: String, _ alignment: Alignment = .left, limit: Int = 40) {
      self.title = TerminalText.sanitised(title)
      self.alignment = alignment
      self.limit = limit
    }
  }

  /// One text of the table, with its colour.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let width: Int
    let style: TerminalStyle?

    package init(_ text: String, _ style: TerminalStyle? = nil) {
      self.text = TerminalText.condensed(text, to: TerminalTable.textLimit)
      self.width = TerminalText.width(of: self.text)
      self.style = style
    }

    package init(stringLiteral value: String) { self.init(value) }

    /// The cells of its longest word.
    fileprivate var word: Int {
      text.split(separator: " ").map { TerminalText.width(of: String($0)) }.max() ?? 0
    }
  }

  private static let textLimit = 1000
  private static let gap = 2

  private let columns: [Column]
  private var rows: [[Cell]] = []
  private var widths: [TableLayout.Width]

  package init(_ columns: [Column]) {
    self.columns = columns
    widths = columns.map { TableLayout.Width(title: TerminalText.width(of: $0.title)) }
  }

  /// Adds a row with one cell for each column.
  package mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has one cell for each column")
    for (index, cell) in cells.enumerated() {
      let word = cell.word
      let isLast = index == columns.count - 1
      let natural = isLast ? cell.width : min(cell.width, max(columns[index].limit, word))
      widths[index].natural = max(widths[index].natural, natural)
      widths[index].least = max(widths[index].least, word)
    }
    rows.append(cells)
  }

  /// The header, a rule and the rows, for a terminal `width` cells wide.
  package func text(width: Int, colouring: Colouring) -> String {
    guard !columns.isEmpty else { return "" }
    let heads = columns.map { Cell($0.title, .strong) }
    switch TableLayout(widths, width: width, gap: Self.gap) {
    case .beside(let widths, let gap):
      let rules = widths.map { Cell(String(repeating: "─", count: $0), .frame) }
      return ([heads, rules] + rows).map { line($0, widths, gap, 0, colouring) }.joined()
    case .stacked(let middle, let last):
      let longest = max(widths[0].natural, middle.reduce(2) { $0 + $1 + Self.gap }, last)
      let rule = String(repeating: "─", count: min(longest, width))
      return stacked(heads, middle, last, colouring) + colouring.paint(rule, .frame) + "\n"
        + rows.map { stacked($0, middle, last, colouring) }.joined()
    case .records(let names): return rows.map { record($0, names, width, colouring) }.joined()
    }
  }

  // MARK: - Rows

  /// Cells beside each other, with as many lines as the longest of them needs.
  private func line(
    _ cells: [Cell], _ widths: [Int], _ gap: Int, _ start: Int, _ colouring: Colouring
  ) -> String {
    // Of stacked cells, those in the middle alone.
    let first = cells.count == columns.count ? 0 : 1
    let texts = zip(cells, widths).map { cell, width in
      TextWrapping.lines(of: cell.text, width: width)
    }
    let count = texts.map(\.count).max() ?? 1
    return (0..<count).map { number in
      var output = ""
      var pending = start
      for (index, cell) in cells.enumerated() {
        let text = number < texts[index].count ? texts[index][number] : ""
        let space = max(widths[index] - TerminalText.width(of: text), 0)
        let isRight = columns[index + first].alignment == .right
        if isRight { pending += space }
        if !text.isEmpty {
          output += String(repeating: " ", count: pending) + colouring.paint(text, cell.style)
          pending = 0
        }
        pending += (isRight ? 0 : space) + gap
      }
      return output + "\n"
    }.joined()
  }

  /// The first cell, below it those in the middle beside each other, below these the words of the last.
  private func stacked(
    _ cells: [Cell], _ middle: [Int], _ last: Int, _ colouring: Colouring
  ) -> String {
    var output = colouring.paint(cells[0].text, cells[0].style) + "\n"
    if !middle.isEmpty {
      output += line(
        Array(cells[1..<(cells.count - 1)]), middle, Self.gap, TableLayout.indent, colouring)
    }
    guard let cell = cells.last, !cell.text.isEmpty else { return output }
    let margin = String(repeating: " ", count: TableLayout.indent)
    for text in TextWrapping.lines(of: cell.text, width: last) {
      output += margin + colouring.paint(text, cell.style) + "\n"
    }
    return output
  }

  /// The first cell, and below it each of the others behind the title of its column.
  private func record(
    _ cells: [Cell], _ names: Int, _ width: Int, _ colouring: Colouring
  ) -> String {
    var output = colouring.paint(cells[0].text, cells[0].style) + "\n"
    let start = TableLayout.indent + names + Self.gap
    for (cell, column) in zip(cells, columns).dropFirst() where !cell.text.isEmpty {
      let room = max(width - start, cell.word)
      for (number, text) in TextWrapping.lines(of: cell.text, width: room).enumerated() {
        let name = number == 0 ? column.title : ""
        let space = names - TerminalText.width(of: name) + Self.gap
        output += String(repeating: " ", count: TableLayout.indent)
        output += name.isEmpty ? "" : colouring.paint(name, .frame)
        output += String(repeating: " ", count: space) + colouring.paint(text, cell.style) + "\n"
      }
    }
    return output
  }
}
