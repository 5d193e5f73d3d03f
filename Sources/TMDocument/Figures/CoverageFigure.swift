// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMSyntax
import TMThreats

/// Element × category: how many threats there are in which status, or why there is none.
package struct CoverageFigure: Sendable {
  package let categories: [ThreatCategory]
  /// The kinds of things, each with its rows.
  package let groups: [Group]
  /// The sentences that cells refer to, each once, in the order in which they are first needed.
  package let reasons: [String]

  package struct Group: Sendable {
    /// `Processes`.
    package let title: String
    package let rows: [Row]
  }

  package struct Row: Sendable {
    package let path: String
    package let title: String
    /// One for each category.
    package let cells: [Cell]
  }

  package enum Cell: Sendable {
    /// The ids of its threats.
    case threats(Threats)
    /// None of its own; the ids of those of its flows, parts and assets.
    case elsewhere(Threats)
    /// None, for the reason at this place in `reasons`.
    case absent(reason: Int)
    /// None, and a method asks for it.
    case gap
  }

  /// Threats in one cell.
  package struct Threats: Sendable {
    package let ids: [String]
    package let open: Int
  }

  /// Why there is nothing to see; nil where there is.
  package var absence: String? {
    groups.isEmpty ? "The model has no elements, so there is nothing to cover." : nil
  }

  /// The number of cells that are a gap.
  package var gaps: Int {
    groups.flatMap(\.rows).flatMap(\.cells).reduce(into: 0) { count, cell in
      if case .gap = cell { count += 1 }
    }
  }

  package init(_ source: ReportSource) {
    let coverage = Coverage(source.model, source.register)
    var writer = CoverageFigureWriter(source)
    var groups: [Group] = []
    for row in coverage.rows {
      let title = writer.kind(row.subject)
      let written = writer.row(row, coverage.categories)
      if groups.last?.title == title {
        groups[groups.count - 1] = Group(
          title: title, rows: groups[groups.count - 1].rows + [written])
      } else {
        groups.append(Group(title: title, rows: [written]))
      }
    }
    categories = coverage.categories
    self.groups = groups
    reasons = writer.reasons
  }
}

/// Puts the cells into words.
private struct CoverageFigureWriter {
  private let source: ReportSource
  private(set) var reasons: [String] = []
  private var places: [String: Int] = [:]

  init(_ source: ReportSource) { self.source = source }

  func kind(_ id: EntityID) -> String {
    let titles: [Keyword: String] = [
      .external: "External entities", .process: "Processes", .store: "Data stores",
      .flow: "Data flows",
    ]
    return titles[source.model[id].keyword] ?? "Assets"
  }

  mutating func row(
    _ row: Coverage.Row, _ categories: [ThreatCategory]
  ) -> CoverageFigure.Row {
    var cells: [CoverageFigure.Cell] = []
    for (cell, category) in zip(row.cells, categories) {
      switch cell {
      case .threats(let threats): cells.append(.threats(self.threats(threats)))
      case .elsewhere(let threats): cells.append(.elsewhere(self.threats(threats)))
      case .absent(let absence):
        let words = CoverageReason(source.model, row.subject, category).words(absence)
        cells.append(.absent(reason: place(words)))
      case .gap: cells.append(.gap)
      }
    }
    return CoverageFigure.Row(
      path: source.model.path(row.subject), title: source.model.title(row.subject), cells: cells)
  }

  private func threats(_ indices: [Int]) -> CoverageFigure.Threats {
    let threats = indices.map { source.register.threats[$0] }
    return CoverageFigure.Threats(
      ids: threats.map(\.id), open: threats.filter { $0.status == .open }.count)
  }

  private mutating func place(_ reason: String) -> Int {
    if let place = places[reason] { return place }
    places[reason] = reasons.count
    reasons.append(reason)
    return reasons.count - 1
  }
}
