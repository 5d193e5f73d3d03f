// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Stacked bars: how severe the threats of each zone are, before measures and now.
extension HTMLPage {
  mutating func write(_ severities: SeverityFigure) {
    if let absence = severities.absence { return write(absence: absence) }
    html.open("figure", ["class": "plot bars"])
    html.element("figcaption") { html in
      html.element("b", "Severities by zone")
      html.text(
        " Threats by the severity of their score. A flow between two zones counts in both.")
    }
    html.open("div", ["class": "scroll"])
    html.open("table")
    html.element("thead") { html in
      html.element("tr") { html in
        for title in ["Zone", "When", "Threats", "Not rated"] {
          html.element("th", ["scope": "col"], title)
        }
      }
    }
    let longest = severities.rows.map(rated).max() ?? 0
    for row in severities.rows {
      html.open("tbody")
      let zone = row.zone ?? "in no zone"
      write(row.before, "before", row, zone, longest)
      write(row.after, "now", row, zone, longest)
      html.close("tbody")
    }
    html.close("table")
    html.close("div")
    html.open("p", ["class": "key"])
    for severity in severities.severities {
      html.element("span", ["class": "level \(Self.severityClass(severity))"], severity)
      html.text(" ")
    }
    html.close("p")
    html.close("figure")
  }

  /// The longest of the two bars of a zone, in threats.
  private func rated(_ row: SeverityFigure.Row) -> Int {
    let sum = { (parts: [SeverityFigure.Part]) in parts.reduce(0) { $0 + $1.threats.count } }
    return max(sum(row.before), sum(row.after))
  }

  private mutating func write(
    _ parts: [SeverityFigure.Part], _ when: String, _ row: SeverityFigure.Row, _ zone: String,
    _ longest: Int
  ) {
    html.open("tr")
    if when == "before" { html.element("th", ["scope": "rowgroup", "rowspan": "2"], zone) }
    html.element("td", ["class": "when"], when)
    html.open("td", ["class": "bar"])
    let total = parts.reduce(0) { $0 + $1.threats.count }
    html.open("div", ["class": "stack"])
    if total == 0 { html.element("span", ["class": "small"], "none rated") }
    for (index, part) in parts.filter({ !$0.threats.isEmpty }).enumerated() {
      if medium.isWordProcessor, index > 0 { html.text(", ") }
      let count = part.threats.count
      let classes = "part \(Self.severityClass(part.severity)) \(length(count))"
      link(to: part.threats, label: "\(zone), \(when): \(part.severity)", classes: classes) {
        html in
        html.text("\(count)")
        html.element("span", ["class": "spoken"], " \(part.severity)")
      }
    }
    if total < longest {
      html.element("span", ["class": "rest \(length(longest - total))"], "")
    }
    html.close("div")
    html.close("td")
    if when == "before" {
      html.open("td", ["class": "number", "rowspan": "2"])
      if row.unrated.isEmpty {
        html.text("0")
      } else {
        link(to: row.unrated, label: "\(zone): not rated", classes: "count") {
          $0.text("\(row.unrated.count)")
        }
      }
      html.close("td")
    }
    html.close("tr")
  }
}
