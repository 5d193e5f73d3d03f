// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// What stands where in a workbook, before any of it is written.
struct SpreadsheetPlan {
  /// A sheet: its name as a reader sees it, and its rows.
  struct Page {
    let title: String
    let sheet: Sheet
    /// In characters, for each column.
    let widths: [Double]
    /// Whether a column has no value in any row, so that nobody misses it.
    let isEmpty: [Bool]

    /// A line of text, in points.
    private static let lineHeight = 15.0
    /// A row that shows more lines hides others from view; the rest of its text is in the cell.
    private static let lineLimit = 6

    /// The characters that a sheet of paper holds across before they are too small to read.
    private static let paperWidth = 190.0

    /// How many sheets of paper the columns that show take beside each other.
    var pagesAcross: Int {
      let shown = zip(widths, isEmpty).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
      return max(1, Int((shown / Self.paperWidth).rounded(.up)))
    }

    var headingHeight: Double {
      let lines = zip(sheet.columns, widths).map { column, width in
        SpreadsheetPlan.lines(SpreadsheetWords.heading(column), width - 3)
      }
      return Double(lines.max() ?? 1) * Self.lineHeight + 3
    }

    /// In points: not every spreadsheet finds out by itself how high wrapped text is.
    func height(of row: [Sheet.Value]) -> Double {
      var most = 1
      for (value, width) in zip(row, widths) {
        switch value {
        case .text(let text): most = max(most, SpreadsheetPlan.lines(text, width))
        case .list(let texts):
          most = max(most, texts.reduce(0) { $0 + SpreadsheetPlan.lines($1, width) })
        case .integer, .number, .boolean, .date, .empty: continue
        }
      }
      return Double(min(most, Self.lineLimit)) * Self.lineHeight
    }
  }

  let pages: [Page]
  /// Where the row of an id is: `internal:'Flows'!A7`.
  private let places: [String: String]

  /// How many rows a sheet holds, the heading included.
  private static let rowLimit = 1_048_576
  private static let widthLimits = 9.0...60.0
  /// As many rows say enough about how wide a column is.
  private static let measuredRows = 2_000

  init(_ sheets: [(title: String, sheet: Sheet)]) throws(SpreadsheetError) {
    var pages: [Page] = []
    var places: [String: String] = [:]
    for (title, sheet) in sheets {
      guard sheet.rows.count < Self.rowLimit else {
        throw .tooManyRows(sheet: title, rows: sheet.rows.count)
      }
      pages.append(
        Page(
          title: title, sheet: sheet, widths: Self.widths(sheet),
          isEmpty: sheet.columns.indices.map { column in
            !sheet.rows.isEmpty && sheet.rows.allSatisfy { Self.isEmpty($0[column]) }
          }))
      guard sheet.columns.first == "id" else { continue }
      for (index, row) in sheet.rows.enumerated() {
        guard case .text(let id)? = row.first, places[id] == nil else { continue }
        places[id] = "internal:'\(title)'!A\(index + 2)"
      }
    }
    self.pages = pages
    self.places = places
  }

  /// Where a value of a column leads; nil for one that leads nowhere.
  func place(of value: Sheet.Value, in column: String, of sheet: Sheet) -> String? {
    guard sheet.references.contains(column) else { return nil }
    switch value {
    case .text(let id): return places[id]
    case .list(let ids): return ids.count == 1 ? places[ids[0]] : nil
    case .integer, .number, .boolean, .date, .empty: return nil
    }
  }

  /// As wide as the widest line of a column, within limits; a heading breaks between its words, and
  /// leaves room for its button.
  private static func widths(_ sheet: Sheet) -> [Double] {
    sheet.columns.enumerated().map { index, column in
      var width =
        (SpreadsheetWords.heading(column).split(separator: " ").map(\.utf8.count).max() ?? 0) + 4
      for row in sheet.rows.prefix(measuredRows) { width = max(width, self.width(row[index])) }
      return min(max(Double(width) + 1, widthLimits.lowerBound), widthLimits.upperBound)
    }
  }

  private static func width(_ value: Sheet.Value) -> Int {
    switch value {
    case .text(let text): widestLine(text)
    case .list(let texts): texts.map(widestLine).max() ?? 0
    case .integer(let integer): String(integer).utf8.count
    case .number(let number): number.description.utf8.count
    case .boolean: 3
    case .date: 10
    case .empty: 0
    }
  }

  private static func isEmpty(_ value: Sheet.Value) -> Bool {
    switch value {
    case .empty: true
    case .list(let texts): texts.isEmpty
    case .text, .integer, .number, .boolean, .date: false
    }
  }

  /// How many lines a text takes in a column, as far as a row shows them.
  fileprivate static func lines(_ text: String, _ width: Double) -> Int {
    text.prefix(2_000).split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      // Words do not fill their lines.
      $0 + max(1, Int((Double(TerminalText.width(of: String($1))) * 1.08 / width).rounded(.up)))
    }
  }

  private static func widestLine(_ text: String) -> Int {
    // More than the limit is never needed, however long the line.
    text.prefix(4_000).split(separator: "\n").map { TerminalText.width(of: String($0.prefix(80))) }
      .max() ?? 0
  }
}
