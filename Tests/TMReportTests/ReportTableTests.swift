// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TMDocument

/// Columns that no row fills.
@Suite("Empty columns of a report's table")
struct ReportTableTests {
  @Test("are left out, but for the first, which names the rows")
  func columns() {
    let table = ReportTable(
      id: "t", columns: ["One", "Two", "Three"].map { .init($0) },
      rows: [
        .init([[], [], [.words("a")]]), .init([[], [], []]), .init([[]]),
      ])
    let kept = table.withoutEmptyColumns
    #expect(kept.columns.map(\.title) == ["One", "Three"])
    #expect(kept.rows.map(\.cells.count) == [2, 2, 1])
    let full = ReportTable(
      id: "t", columns: ["One", "Two"].map { .init($0) },
      rows: [.init([[], [.words("a")]]), .init([[.words("b")], []])])
    #expect(full.withoutEmptyColumns.columns.map(\.title) == ["One", "Two"])
  }
}
