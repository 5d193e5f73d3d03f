// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// A table that is written as CSV, JSON or a sheet of a workbook: named columns, and a value in each
/// cell.
package struct Sheet: Sendable {
  /// The value of a cell.
  package enum Value: Sendable {
    case text(String)
    case list([String])
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case date(CalendarDate)
    case empty

    package init(_ text: String?) { self = text.map(Value.text) ?? .empty }
    package init(_ number: Double?) { self = number.map(Value.number) ?? .empty }
    package init(_ date: CalendarDate?) { self = date.map(Value.date) ?? .empty }
  }

  /// A column: its name, lower case with hyphens, and the values below it.
  package typealias Column<Row> = (name: String, value: (Row) -> Value)

  /// What the rows are called in JSON.
  package let name: String
  /// What a reader has to know before the rows; in JSON alone.
  package let notes: [String]
  package let columns: [String]
  package let rows: [[Value]]
  /// The columns whose values are ids of rows elsewhere.
  package let references: Set<String>

  package init<Row>(
    _ name: String, notes: [String] = [], _ columns: [Column<Row>], _ rows: [Row],
    references: Set<String> = []
  ) {
    self.name = name
    self.references = references
    self.notes = notes
    self.columns = columns.map(\.name)
    self.rows = rows.map { row in columns.map { $0.value(row) } }
  }

  private static let pieceSize = 1 << 20

  /// Passes on the rows as CSV under a header, in pieces; lists are joined by `; `.
  package func writeCSV<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = CSVWriter()
    writer.record(columns.map(CSVField.text))
    for row in rows {
      writer.record(row.map(\.field))
      if writer.bytes.count >= Self.pieceSize { try sink(writer.takeBytes()) }
    }
    try sink(writer.takeBytes())
  }

  /// Writes the rows as an array of objects, with the names of the columns as keys.
  package func write(to writer: inout JSONWriter) {
    writer.field("notes", notes)
    writer.key(named: name)
    writer.array { writer in
      for row in rows {
        writer.object { writer in
          for (column, value) in zip(columns, row) { value.write(as: column, to: &writer) }
        }
      }
    }
  }
}

extension Sheet.Value {
  fileprivate var field: CSVField {
    switch self {
    case .text(let text): .text(text)
    case .list(let texts): texts.isEmpty ? .empty : .text(texts.joined(separator: "; "))
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .boolean(let value): .text(value ? "yes" : "no")
    case .date(let date): .date(date)
    case .empty: .empty
    }
  }

  fileprivate func write(as column: String, to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.field(named: column, text)
    case .list(let texts): writer.field(named: column, texts)
    case .integer(let integer): writer.field(named: column, integer)
    case .number(let number): writer.field(named: column, number)
    case .date(let date): writer.field(named: column, date.description)
    case .boolean(let value): writer.field(named: column, value)
    case .empty: writer.field(named: column, String?.none)
    }
  }
}
