// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// The risk matrix, twice: before measures and now.
extension HTMLPage {
  mutating func write(_ matrix: RiskMatrixFigure) {
    if let absence = matrix.absence { return write(absence: absence) }
    html.open("figure", ["class": "plot matrices"])
    html.element("figcaption") { html in
      html.element("b", "Risk matrix")
      html.text(
        " Number of threats by exploitability and severity of harm. A cell in a frame holds a threat whose risk \(matrix.isPolicy ? "the matrix" : "the policy") does not accept now; cells that the matrix accepts are green, the others yellow; \(matrix.note)."
      )
      if let discrepancy = matrix.discrepancy { html.element("b", " \(discrepancy)") }
    }
    html.open("div", ["class": "pair"])
    write(matrix, "Before measures", isNow: false) { $0.before }
    write(matrix, "Now", isNow: true) { $0.after }
    html.close("div")
    if !matrix.unplaced.isEmpty {
      html.open("p", ["class": "small"])
      let label = "Without a place in the risk matrix"
      link(to: matrix.unplaced, label: label, classes: "count") {
        $0.text("\(matrix.unplaced.count)")
      }
      html.text(" without a place: no exploitability is known, or they can harm nobody.")
      html.close("p")
    }
    html.close("figure")
  }

  private mutating func write(
    _ matrix: RiskMatrixFigure, _ title: String, isNow: Bool,
    _ threats: (RiskMatrixFigure.Cell) -> [String]
  ) {
    html.open("table", ["class": "matrix"])
    html.element("caption", title)
    html.open("thead")
    html.open("tr")
    html.element("th", ["scope": "col"], "Exploitability")
    for column in matrix.columns { html.element("th", ["scope": "col"], column) }
    html.close("tr")
    html.close("thead")
    html.open("tbody")
    for row in matrix.rows {
      html.open("tr")
      html.element("th", ["scope": "row"], row.name)
      for (column, cell) in zip(matrix.columns, row.cells) {
        let ids = threats(cell)
        let classes = [
          cell.isAcceptable ? "fine" : "grave", isNow && cell.isRefused ? "refused" : "",
          ids.isEmpty ? "empty" : "",
        ]
        html.open("td", ["class": classes.filter { !$0.isEmpty }.joined(separator: " ")])
        if ids.isEmpty {
          html.element("span", ["class": "zero"], "0")
        } else {
          link(
            to: ids, label: "\(title): exploitability \(row.name), harm \(column)",
            classes: "count"
          ) { $0.text("\(ids.count)") }
        }
        html.element("span", ["class": "word"], cell.word)
        html.close("td")
      }
      html.close("tr")
    }
    html.close("tbody")
    html.close("table")
  }
}
