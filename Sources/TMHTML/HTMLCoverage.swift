// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMThreats

/// Element × category: numbers of threats, reasons, gaps.
extension HTMLPage {
  mutating func write(_ coverage: CoverageFigure) {
    if let absence = coverage.absence { return write(absence: absence) }
    html.open("figure", ["class": "plot coverage"])
    html.element("figcaption") { html in
      html.element("b", "Coverage")
      html.text(
        " Threats of each part in each category, those of its interfaces among its own. ")
      html.element("span", ["class": "cell open"], "3")
      html.text(" some open, ")
      html.element("span", ["class": "cell answered"], "3")
      html.text(" all answered, ")
      html.element("span", ["class": "cell near"], "3")
      html.text(" those of its flows, parts and assets, ")
      html.element("span", ["class": "cell none"], "–")
      html.text(" none, with the number of the reason below, ")
      html.element("span", ["class": "cell gap"], "gap")
      html.text(" nothing speaks of it.")
    }
    html.open("div", ["class": "scroll tall"])
    html.open("table", ["class": "grid"])
    html.element("thead") { html in
      html.element("tr") { html in
        html.element("th", ["scope": "col"], "Part")
        for category in coverage.categories {
          html.element("th", ["scope": "col"], category.words)
        }
      }
    }
    for (place, group) in coverage.groups.enumerated() {
      html.open("tbody")
      html.element("tr", ["class": "group"]) { html in
        html.element(
          "th", ["scope": "rowgroup", "colspan": "\(coverage.categories.count + 1)"], group.title)
      }
      for row in group.rows { write(row, coverage, group: place) }
      html.close("tbody")
    }
    html.close("table")
    html.close("div")
    write(reasons: coverage.reasons)
    html.close("figure")
  }

  private mutating func write(
    _ row: CoverageFigure.Row, _ coverage: CoverageFigure, group: Int
  ) {
    html.line()
    html.open("tr")
    html.open("th", ["scope": "row"])
    write([.reference(row.title, to: .declaration(row.path))])
    html.close("th")
    for (category, cell) in zip(coverage.categories, row.cells) {
      html.open("td")
      let label = "\(row.title): \(category.words.lowercased())"
      switch cell {
      case .threats(let threats):
        let isOpen = threats.open > 0
        link(to: threats.ids, label: label, classes: isOpen ? "cell open" : "cell answered") {
          html in
          html.text("\(threats.ids.count)")
          if isOpen { html.element("span", ["class": "spoken"], ", \(threats.open) open") }
        }
      case .elsewhere(let threats):
        link(
          to: threats.ids, label: "\(label), of its flows, parts and assets", classes: "cell near"
        ) {
          $0.text("\(threats.ids.count)")
        }
      case .absent(let reason):
        html.element("a", ["class": "cell none", "href": "#reason-\(reason + 1)"]) { html in
          html.text("–")
          html.element("sup", "\(reason + 1)")
        }
      case .gap: html.element("span", ["class": "cell gap"], "gap")
      }
      html.close("td")
    }
    html.close("tr")
  }

  private mutating func write(reasons: [String]) {
    if reasons.isEmpty { return }
    html.open("details", ["class": "reasons", "id": "reasons"])
    html.element("summary", "Why there is none: \(reasons.count) reasons")
    html.open("ol")
    for (index, reason) in reasons.enumerated() {
      html.open("li", ["id": "reason-\(index + 1)"])
      writeInlineCode(reason)
      html.close("li")
    }
    html.close("ol")
    html.close("details")
  }

  /// Text whose names stand in backticks.
  private mutating func writeInlineCode(_ text: String) {
    for (index, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 { html.element("code", String(piece)) } else { html.text(String(piece)) }
    }
  }
}
