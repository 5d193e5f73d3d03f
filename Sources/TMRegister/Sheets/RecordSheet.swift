// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMWriting

extension Sheet {
  /// A table of records: a column for each field that fits into a cell.
  ///
  /// A reference stands as its id, a list as the ids or words of its elements; any other record is
  /// taken apart into columns of its own.
  init<Subject>(_ name: String, of record: DataRecord<Subject>, _ subjects: [Subject]) {
    var columns: [Column<Subject>] = []
    var references: Set<String> = []
    for field in record.fields {
      let parts = Self.parts(of: field.info, in: field.info.name)
      for part in parts {
        columns.append((part.name, { Value(part.value(field.value($0))) }))
        if part.isReference { references.insert(part.name) }
      }
    }
    self.init(name, columns, subjects, references: references)
  }

  /// What becomes of a field: a column, or one for each of its fields.
  private static func parts(of field: FieldInfo, in name: String) -> [Part] {
    guard let record = field.shape.record else { return [Part(name: name, path: [])] }
    let isList = if case .list = field.shape.present { true } else { false }
    if isList || record.isReference {
      return [Part(name: name, path: [], isReference: record.isReference)]
    }
    return record.fields.map { Part(name: "\(name)-\($0.name)", path: [$0.name]) }
  }

  private struct Part {
    let name: String
    /// The way from the value of the field to that of the column.
    let path: [String]
    var isReference = false

    func value(_ value: ReportValue) -> ReportValue {
      path.reduce(value) { value, name in value.member(name) ?? .null }
    }
  }
}

extension RecordInfo {
  /// Whether it leads to another row by its id.
  fileprivate var isReference: Bool { name == "reference" || name == "threat-reference" }
}

extension ReportValue {
  fileprivate func member(_ name: String) -> ReportValue? {
    guard case .record(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The words that stand for it in a list: of a record those of the first field that has any.
  fileprivate var words: String? {
    switch self {
    case .text(let text): return text
    case .integer(let integer): return String(integer)
    case .number(let number), .score(let number): return "\(number)"
    case .boolean(let boolean): return boolean ? "yes" : "no"
    case .date(let date): return date.description
    case .list(let values):
      return values.isEmpty ? nil : values.compactMap(\.words).joined(separator: ", ")
    case .record(let members):
      for member in members {
        if let words = member.value.words { return words }
      }
      return nil
    case .null: return nil
    }
  }
}

extension Sheet.Value {
  fileprivate init(_ value: ReportValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .number(let number), .score(let number): self = .number(number)
    case .boolean(let boolean): self = .boolean(boolean)
    case .date(let date): self = .date(date)
    case .list(let values): self = .list(values.compactMap(\.words))
    case .record: self = .init(value.words)
    case .null: self = .empty
    }
  }
}
