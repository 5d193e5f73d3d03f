// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMThreats

/// The chapter with the threat register.
struct RegisterChapter {
  private let source: ReportSource
  private let book: RegisterBook

  init(_ source: ReportSource) {
    self.source = source
    book = RegisterBook(source.model, source.risks)
  }

  var chapter: ReportChapter {
    ReportChapter(id: "register", title: "Threat register", blocks: [.table(table)])
  }

  private var table: ReportTable {
    ReportTable(
      id: "threats",
      columns: [
        .init("Id", .short), .init("Threat"), .init("Status", .short), .init("Score", .number),
      ],
      rows: source.risks.threats.map(row))
  }

  private func row(_ assessed: AssessedThreat) -> ReportTable.Row {
    let entry = RegisterEntry(assessed: assessed, book: book)
    let threat = assessed.threat
    return ReportTable.Row(
      [
        [.code(threat.id)], [.words(book.facts.title(threat))], [.status(threat.status)],
        assessed.current.map { [.score($0.score.value, severity: $0.severity.rawValue)] } ?? [],
      ],
      anchor: .threat(threat.id),
      facets: ReportFacets(
        about: [book.facts.path(threat.about)] + entry.elements + entry.interfaces
          + book.facts.assets(threat) + book.facts.boundaries(threat)
          + threat.controls.map(book.facts.path),
        status: threat.status.rawValue, categories: threat.categories.map(\.rawValue),
        zones: entry.zones, severity: assessed.current?.severity.rawValue))
  }
}
