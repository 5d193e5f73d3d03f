// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// A table of a report as a table of Markdown, its details folded into the first cell.
struct MarkdownTable {
  /// Ends with a line break; empty for a table without rows.
  let text: String

  init(_ table: ReportTable, _ inline: MarkdownInline, _ detail: MarkdownDetail) {
    if table.rows.isEmpty {
      text = ""
      return
    }
    var text = table.caption.map { "**\(MarkdownInline.escaped($0))**\n\n" } ?? ""
    text += Self.line(table.columns.map { MarkdownInline.escaped($0.title) })
    text += Self.line(table.columns.map { $0.kind == .number ? "--:" : "---" })
    for row in table.rows {
      var cells = row.cells.map(inline.part)
      if cells.isEmpty { cells = [""] }
      cells[0] =
        (row.anchor.map(inline.target) ?? "") + cells[0] + Self.details(row, inline, detail)
      text += Self.line(cells)
    }
    self.text = text
  }

  static func line(_ cells: [String]) -> String {
    cells.reduce(into: "") { $0 += $1.isEmpty ? "| " : "| \($1) " } + "|\n"
  }

  private static func details(
    _ row: ReportTable.Row, _ inline: MarkdownInline, _ detail: MarkdownDetail
  ) -> String {
    if row.details.isEmpty || !detail.shows(row) { return "" }
    let facts = row.details.map {
      "**\(MarkdownInline.escaped($0.name)):** \(inline.part($0.value))"
    }
    return "<details><summary>Details</summary>\(facts.joined(separator: "<br>"))</details>"
  }
}
