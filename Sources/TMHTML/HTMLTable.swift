// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMDocument

/// Tables of the chapters.
extension HTMLPage {
  /// Of a longer table the script shows this many rows at first, and more as a reader comes to them.
  static let rowsAtOnce = 150

  mutating func write(_ table: ReportTable) {
    let id = "table-\(MarkupID.clean(table.id))"
    note(heads: table.columns.map(\.title), of: id)
    let isFaceted = table.rows.contains { $0.facets != nil }
    html.open("div", ["class": "scroll"])
    html.open("table", ["id": id, "class": isFaceted ? "rows faceted" : "rows"])
    if let caption = table.caption { html.element("caption", caption) }
    if !medium.hasScript { writeWidths(table) }
    html.element("thead") { html in
      html.element("tr") { html in
        for column in table.columns {
          html.element("th", ["scope": "col", "class": column.kind.rawValue], column.title)
        }
      }
    }
    html.open("tbody")
    for (index, row) in table.rows.enumerated() { write(row, index, table) }
    html.close("tbody")
    html.close("table")
    html.close("div")
    html.line()
  }

  /// A page has a width, and what comes out of a word processor knows no other way to fit it.
  private mutating func writeWidths(_ table: ReportTable) {
    html.open("colgroup")
    let isAcross = table.id == "threats" && !medium.isWordProcessor
    for percent in ColumnShares(table, isAcross: isAcross).percent {
      html.void("col", ["width": "\(percent)%"])
    }
    html.close("colgroup")
  }

  private mutating func write(_ row: ReportTable.Row, _ index: Int, _ table: ReportTable) {
    html.line()
    let isLate = table.rows.count > Self.rowsAtOnce && index >= Self.rowsAtOnce
    let id = anchors.id(ofRow: index, in: table.id)
    let isInCell = medium.isWordProcessor
    html.open("tr", ["id": isInCell ? nil : id, "class": isLate ? "late" : nil])
    for (place, cell) in row.cells.enumerated() {
      let kind = place < table.columns.count ? table.columns[place].kind : .text
      // Behind a heading of a row, pandoc cuts cells that reach over all columns.
      let isHeading = place == 0 && !isInCell
      let name: StaticString = isHeading ? "th" : "td"
      html.open(
        name,
        ["scope": isHeading ? "row" : nil, "class": kind == .text ? nil : kind.rawValue])
      // Links of a word processor lead to words, not to rows.
      if place == 0, isInCell, let id { html.element("span", ["id": id], "") }
      write(cell)
      html.close(name)
    }
    html.close("tr")
    if !row.details.isEmpty { writeDetails(row.details, table.columns.count, isLate: isLate) }
  }

  /// A row of its own below, as wide as the table.
  private mutating func writeDetails(_ details: [ReportFact], _ columns: Int, isLate: Bool) {
    html.open("tr", ["class": isLate ? "extra late" : "extra"])
    html.open("td", ["colspan": "\(columns)"])
    if medium.isWordProcessor {
      writeRunning(details)
      html.close("td")
      html.close("tr")
      return
    }
    html.open("details", ["class": "more"])
    html.element("summary", "Details")
    write(details, classes: "details")
    html.close("details")
    html.close("td")
    html.close("tr")
  }

  /// Names with their values, one after another in a paragraph.
  private mutating func writeRunning(_ facts: [ReportFact]) {
    html.open("p")
    for (index, fact) in facts.enumerated() {
      if index > 0 { html.text(" · ") }
      html.element("strong", "\(fact.name):")
      html.text(" ")
      write(fact.value)
    }
    html.close("p")
  }

  /// Names with their values.
  mutating func write(_ facts: [ReportFact], classes: String) {
    html.open("dl", ["class": classes])
    for fact in facts {
      html.open("div")
      html.element("dt", fact.name)
      html.open("dd")
      write(fact.value)
      html.close("dd")
      html.close("div")
    }
    html.close("dl")
  }
}
