// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats

/// Which threats each part of the system has, category by category, and why it has none.
enum CoverageRecord {
  struct Row {
    let row: Coverage.Row
    let categories: [ThreatCategory]
    let book: DataBook
  }

  struct Cell {
    let cell: Coverage.Cell
    let category: ThreatCategory
    let row: Row
  }

  static let record = DataRecord<DataBook>(
    "coverage", "Which threats each part has under each category, and why it has none.",
    [
      .texts("categories", "Those of the chosen methods, and others that a threat has.") {
        $0.coverage.categories.map(\.rawValue)
      },
      .integer("gaps", "How many cells a method asks for and no threat template answers.") {
        $0.coverage.rows.flatMap(\.cells).count { $0.isGap }
      },
      .records("rows", of: rowRecord, "External entities, processes, stores, flows and assets.") {
        book in
        book.coverage.rows.map {
          Row(row: $0, categories: book.coverage.categories, book: book)
        }
      },
    ])

  private static let rowRecord = DataRecord<Row>(
    "coverage-row", "A part of the system; an element stands for its interfaces too.",
    [
      .text("id", "Its id.") { $0.book.path($0.row.subject) },
      .text("title", "Its title, or the id where there is none.") {
        $0.book.model.title($0.row.subject)
      },
      .word("type", ["external", "process", "store", "flow", "asset"], "What it is.") {
        $0.book.model[$0.row.subject].keyword.word
      },
      .records("cells", of: cellRecord, "One for each category.") { row in
        zip(row.row.cells, row.categories).map { Cell(cell: $0, category: $1, row: row) }
      },
    ])

  private static let cellRecord = DataRecord<Cell>(
    "coverage-cell", "One part of the system under one category.",
    [
      .text("category", "The category.") { $0.category.rawValue },
      .word(
        "state", ["threats", "elsewhere", "absent", "gap"],
        """
        It has threats, or its flows and assets have them, or it has none for a reason, or none \
        although a method asks for it.
        """
      ) {
        switch $0.cell {
        case .threats: "threats"
        case .elsewhere: "elsewhere"
        case .absent: "absent"
        case .gap: "gap"
        }
      },
      .texts("threats", "The ids of these threats.") { cell in
        cell.cell.threats.map { cell.row.book.threats[$0].threat.id }
      },
      .integer("open", "How many of them are open.") { cell in
        cell.cell.threats.count { cell.row.book.threats[$0].threat.status == .open }
      },
      .optionalText("reason", "Why it has none.") { cell in
        guard case .absent(let absence) = cell.cell else { return nil }
        return CoverageReason(cell.row.book.model, cell.row.row.subject, cell.category)
          .words(absence)
      },
    ])
}

extension Coverage.Cell {
  fileprivate var isGap: Bool {
    switch self {
    case .gap: true
    case .threats, .elsewhere, .absent: false
    }
  }

  /// By their places in the register.
  fileprivate var threats: [Int] {
    switch self {
    case .threats(let threats), .elsewhere(let threats): threats
    case .absent, .gap: []
    }
  }
}
