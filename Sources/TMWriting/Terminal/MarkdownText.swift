// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Prints a page of the handbook at a terminal.
package struct MarkdownText {
  /// A line of prose of more cells is hard to read.
  private static let proseLimit = 100
  private static let codeMargin = 2
  /// The cells that the last column of a table needs.
  private static let leastLastColumn = 30

  private let width: Int
  private let colouring: Colouring
  private var output = ""

  /// The page in lines of at most `width` cells.
  ///
  /// Code that is wider goes on in the next line, further to the right.
  package static func text(of markdown: String, width: Int, colouring: Colouring) -> String {
    var printer = MarkdownText(max(width, 20), colouring)
    for part in MarkdownPart.parts(of: markdown) { printer.append(part) }
    return printer.output
  }

  private init(_ width: Int, _ colouring: Colouring) {
    self.width = width
    self.colouring = colouring
  }

  private mutating func append(_ part: MarkdownPart) {
    if !output.isEmpty { output += "\n" }
    let prose = min(width, Self.proseLimit)
    switch part {
    case .heading(_, let text): append(MarkdownMarks.styled(text, .strong), width)
    case .paragraph(let text): append(MarkdownMarks.styled(text), prose)
    case .quote(let text): append(MarkdownMarks.styled(text), prose, margin: "  ")
    case .list(let items):
      for item in items {
        var line = StyledText()
        line.append("- ", .frame)
        line.append(MarkdownMarks.styled(item))
        append(line, prose, indentation: 2)
      }
    case .code(let language, let lines):
      let margin = String(repeating: " ", count: Self.codeMargin)
      for line in lines {
        // In an answer, the numbers of source lines stand at the margin.
        let gutter = language == "text" ? " |0123456789" : " "
        let head = line.prefix { gutter.contains($0) }.count
        append(
          CodeColours.styled(line, language: language), width, margin: margin, head: head,
          indentation: head + 4)
      }
    case .table(let rows): append(rows)
    }
  }

  private mutating func append(
    _ text: StyledText, _ width: Int, margin: String = "", head: Int = 0, indentation: Int = 0
  ) {
    let lines = text.wrapped(
      width: width - margin.count, head: head, indentation: indentation)
    for line in lines {
      output += (line.isEmpty ? "" : margin) + line.painted(colouring) + "\n"
    }
  }

  /// A table whose columns fit; else each row is a list of its cells.
  private mutating func append(_ rows: [[String]]) {
    guard let head = rows.first else { return }
    let texts = rows.map { $0.map(MarkdownMarks.plain) }
    let widths = head.indices.map { column in
      texts.map { column < $0.count ? TerminalText.width(of: $0[column]) : 0 }.max() ?? 0
    }
    let firsts = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    guard firsts + Self.leastLastColumn <= width else { return appendRecords(texts) }
    var table = TerminalTable(texts[0].map { TerminalTable.Column($0, limit: width) })
    for row in texts.dropFirst() where row.count == head.count {
      table.append(row.map { TerminalTable.Cell($0) })
    }
    output += table.text(width: width, colouring: colouring)
  }

  private mutating func appendRecords(_ rows: [[String]]) {
    for row in rows.dropFirst() {
      var first = StyledText()
      first.append(row.first ?? "", .strong)
      append(first, width)
      for (title, cell) in zip(rows[0], row).dropFirst() where !cell.isEmpty {
        var line = StyledText()
        line.append(title.isEmpty ? "" : "\(title): ", .frame)
        line.append(cell)
        append(line, width, margin: "  ", indentation: 2)
      }
    }
  }
}
