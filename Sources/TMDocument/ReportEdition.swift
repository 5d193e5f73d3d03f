// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How much of a report is written.
package enum ReportEdition: String, CaseIterable, Sendable {
  /// Every chapter.
  case full
  /// A few pages for a meeting: the first page, the system, the risks that weigh most, what is left.
  case summary

  /// The threats that the register of a summary lists.
  static let threats = 24
  /// The rows of any other table of a summary.
  static let rows = 12
}

extension ReportDocument {
  /// The document in an edition; tables that lose rows say how many, and where all of them are.
  package func edition(_ edition: ReportEdition) -> ReportDocument {
    switch edition {
    case .full: self
    case .summary:
      summarised
    }
  }

  private var summarised: ReportDocument {
    let chosen = Self.chosen.compactMap { id in chapters.first { $0.id == id } }
      .compactMap(Self.short)
    let filter = ReferenceFilter(chosen)
    return ReportDocument(
      title: title, facts: facts, summary: filter.blocks(summary),
      chapters: chosen.map {
        ReportChapter(id: $0.id, title: $0.title, blocks: filter.blocks($0.blocks))
      }, edition: .summary)
  }

  /// The chapters of a summary, in their order there.
  private static let chosen = ["scope", "conclusion", "safety", "register"]

  /// A chapter as a summary has it; nil where nothing of it is left.
  private static func short(_ chapter: ReportChapter) -> ReportChapter? {
    let isOverview = chapter.id == "safety"
    let blocks = chapter.blocks.prefix { block in
      // What is said of each hazard is in the register.
      if isOverview, case .section = block { false } else { true }
    }
    // Where the severities are, zone by zone, is for who reads all of it.
    let overall = blocks.filter { block in
      switch block {
      case .section(let id, _): id != "severities-by-zone"
      case .figure(.severities): false
      default: true
      }
    }
    let shown = overall.flatMap { block -> [ReportBlock] in
      guard case .table(let table) = block else { return [block] }
      return shortened(
        table, to: chapter.id == "register" ? ReportEdition.threats : ReportEdition.rows)
    }
    return shown.isEmpty ? nil : ReportChapter(id: chapter.id, title: chapter.title, blocks: shown)
  }

  /// The first rows of a table, without their details.
  private static func shortened(_ table: ReportTable, to limit: Int) -> [ReportBlock] {
    let rows = table.rows.prefix(limit).map { row in
      ReportTable.Row(row.cells, anchor: row.anchor, facets: row.facets)
    }
    let short = ReportBlock.table(
      ReportTable(id: table.id, caption: table.caption, columns: table.columns, rows: rows))
    let rest = table.rows.count - rows.count
    if rest <= 0 { return [short] }
    return [
      short,
      .note(
        .information,
        [.words("\(rest) more \(rest == 1 ? "row is" : "rows are") in the full report (")]
          + [.code("tm report --edition full"), .words(").")]),
    ]
  }
}
