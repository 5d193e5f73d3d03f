// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats

/// Which part of the system has threats of which category.
struct CoverageChapter {
  private let phrases: ReportPhrases
  private let model: Model

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
  }

  var chapter: ReportChapter {
    let summary = ThreatSummary(phrases.source.register.threats, model)
    let intro =
      "How many threats each part has in each category, those of the interfaces of an element among "
      + "its own. A part without a threat in a category is one where no template of the library "
      + "holds."
    if summary.total == 0 {
      return ReportChapter(
        id: "coverage", title: "Coverage",
        blocks: [ReportPhrases.missing(.words("There are no threats to count."))])
    }
    return ReportChapter(
      id: "coverage", title: "Coverage",
      blocks: [.paragraph([.words(intro)])]
        + table("coverage-elements", "Elements", summary.elements, summary.categories)
        + table("coverage-flows", "Flows that cross a boundary", summary.crossingFlows, summary.categories)
        + table("coverage-others", "Assets and other flows", summary.others, summary.categories))
  }

  private func table(
    _ id: String, _ caption: String, _ rows: [ThreatSummary.Row], _ categories: [ThreatCategory]
  ) -> [ReportBlock] {
    if rows.isEmpty { return [] }
    return [
      .table(
        ReportTable(
          id: id, caption: caption,
          columns: [.init("Part")] + categories.map { .init($0.abbreviation, .number) },
          rows: rows.map { row in
            ReportTable.Row(
              [[phrases.title(row.subject)]]
                + categories.map { category in
                  let count = row.tally.counts[category] ?? 0
                  return count == 0 ? [.words("–")] : [.words("\(count)")]
                })
          }))
    ]
  }
}
