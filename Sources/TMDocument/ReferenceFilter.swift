// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Turns links to places that a document does not have into words.
struct ReferenceFilter {
  private var places: Set<ReportAnchor> = []

  /// - Parameter chapters: all that links can lead to.
  init(_ chapters: [ReportChapter]) {
    for chapter in chapters {
      places.insert(.chapter(chapter.id))
      for block in chapter.blocks {
        switch block {
        case .section(let id, _): places.insert(.section(id))
        case .table(let table): places.formUnion(table.rows.compactMap(\.anchor))
        case .paragraph, .list, .facts, .figure, .note: break
        }
      }
    }
  }

  func blocks(_ blocks: [ReportBlock]) -> [ReportBlock] { blocks.map(block) }

  private func block(_ block: ReportBlock) -> ReportBlock {
    switch block {
    case .section, .figure: block
    case .paragraph(let text): .paragraph(self.text(text))
    case .list(let items): .list(items.map(text))
    case .facts(let facts): .facts(self.facts(facts))
    case .note(let kind, let text): .note(kind, self.text(text))
    case .table(let table):
      .table(
        ReportTable(
          id: table.id, caption: table.caption, columns: table.columns,
          rows: table.rows.map { row in
            ReportTable.Row(
              row.cells.map(text), anchor: row.anchor, facets: row.facets,
              details: facts(row.details))
          }))
    }
  }

  private func facts(_ facts: [ReportFact]) -> [ReportFact] {
    facts.map { ReportFact($0.name, text($0.value)) }
  }

  private func text(_ runs: [ReportText]) -> [ReportText] {
    runs.map { run in
      guard case .reference(let words, let anchor) = run else { return run }
      switch anchor {
      // Of chosen threats the register is the place, of a picture the page.
      case .threats, .picture: return run
      case .chapter, .section, .threat, .declaration:
        return places.contains(anchor) ? run : .words(words)
      }
    }
  }
}
