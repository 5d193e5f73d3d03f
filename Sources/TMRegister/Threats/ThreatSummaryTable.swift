// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats
import TMWriting

/// Prints how many threats each crossing flow and each element has, by category; what has none is
/// counted in the heading of its group only. A threat counts in the column of each of its categories,
/// and once in `all`.
package enum ThreatSummaryTable {
  package static func text(
    of threats: [Threat], in model: Model, width: Int, colouring: Colouring
  ) -> String {
    let summary = ThreatSummary(threats, model)
    let categories = summary.categories
    var table = TerminalTable(
      [.init("about", limit: 60)]
        + categories.map { .init($0.abbreviation, .right) }
        + [.init("all", .right), .init("open", .right), .init("title")])
    let groups = [
      ("flows that cross a boundary", summary.crossingFlows),
      ("elements with their interfaces", summary.elements),
      ("assets and other flows", summary.others),
    ]
    for (title, rows) in groups where !rows.isEmpty {
      let sum = ThreatSummary.sum(rows)
      table.append(cells(.init("\(title) (\(rows.count))", .strong), sum, categories, ""))
      for row in rows where row.total > 0 {
        let title = model.ownTitle(row.subject) ?? ""
        table.append(
          cells(.init("  " + model.path(row.subject)), row.tally, categories, title))
      }
    }
    return table.text(width: width, colouring: colouring) + "\n"
      + CategoryLegend.text(categories, width: width) + ThreatAverages.line(summary) + "\n"
  }

  private static func cells(
    _ about: TerminalTable.Cell, _ tally: ThreatSummary.Tally, _ categories: [ThreatCategory],
    _ title: String
  ) -> [TerminalTable.Cell] {
    [about] + categories.map { count(tally.counts[$0] ?? 0) }
      + [.init("\(tally.total)"), count(tally.open), .init(title)]
  }

  /// A zero is a dot, so that what is there stands out.
  private static func count(_ number: Int) -> TerminalTable.Cell {
    number == 0 ? .init("·", .frame) : .init("\(number)")
  }
}
