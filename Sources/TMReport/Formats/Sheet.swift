// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A table that is written as CSV or JSON: named columns, and a value in each cell.
package struct Sheet: Sendable {
  /// The value of a cell.
  package enum Value: Sendable {
    case text(String)
    case list([String])
    case number(Double)
    case boolean(Bool)
    case empty

    init(_ text: String?) { self = text.map(Value.text) ?? .empty }
    init(_ number: Double?) { self = number.map(Value.number) ?? .empty }
  }

  /// A column: its name, lower case with hyphens, and the values below it.
  typealias Column<Row> = (name: String, value: (Row) -> Value)

  /// What the rows are called in JSON.
  let name: String
  /// What a reader has to know before the rows; in JSON alone.
  let notes: [String]
  let columns: [String]
  let rows: [[Value]]

  init<Row>(_ name: String, notes: [String] = [], _ columns: [Column<Row>], _ rows: [Row]) {
    self.name = name
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
  func write(to writer: inout JSONWriter) {
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
    case .number(let number): .number(number)
    case .boolean(let value): .text(value ? "yes" : "no")
    case .empty: .empty
    }
  }

  fileprivate func write(as column: String, to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.field(named: column, text)
    case .list(let texts): writer.field(named: column, texts)
    case .number(let number): writer.field(named: column, number)
    case .boolean(let value): writer.field(named: column, value)
    case .empty: writer.field(named: column, String?.none)
    }
  }
}
