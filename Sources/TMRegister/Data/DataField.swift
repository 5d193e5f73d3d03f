// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMWriting

/// A field of the report's data: declared once, with its documentation, for JSON and its schema,
/// templates, tables and the page about them.
package struct DataField<Subject>: Sendable {
  package let info: FieldInfo
  fileprivate let key: JSONKey
  package let value: @Sendable (Subject) -> ReportValue

  init(
    _ name: String, _ shape: FieldShape, _ documentation: String,
    _ value: @escaping @Sendable (Subject) -> ReportValue
  ) {
    info = FieldInfo(name: name, shape: shape, documentation: documentation)
    key = JSONKey(name)
    self.value = value
  }
}

/// A kind of record with the values of its fields.
package struct DataRecord<Subject>: Sendable {
  package let info: RecordInfo
  package let fields: [DataField<Subject>]

  package init(_ name: String, _ documentation: String, _ fields: [DataField<Subject>]) {
    info = RecordInfo(name, documentation, fields.map(\.info))
    self.fields = fields
  }

  package func value(_ subject: Subject) -> ReportValue {
    .record(fields.map { .init(name: $0.info.name, value: $0.value(subject)) })
  }

  /// Writes the fields into an object that is open.
  func write(_ subject: Subject, fieldsTo writer: inout JSONWriter) {
    for field in fields {
      writer.key(field.key)
      field.value(subject).write(to: &writer)
    }
  }
}

// MARK: - Fields of each shape

extension DataField {
  package static func text(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> String
  ) -> DataField {
    DataField(name, .text, documentation) { .text(value($0)) }
  }

  package static func optionalText(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> String?
  ) -> DataField {
    DataField(name, .optional(.text), documentation) { .init(value($0)) }
  }

  static func texts(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> [String]
  ) -> DataField {
    DataField(name, .list(.text), documentation) { .init(value($0)) }
  }

  static func word(
    _ name: String, _ words: [String], _ documentation: String,
    _ value: @escaping @Sendable (Subject) -> String
  ) -> DataField {
    DataField(name, .word(words), documentation) { .text(value($0)) }
  }

  static func optionalWord(
    _ name: String, _ words: [String], _ documentation: String,
    _ value: @escaping @Sendable (Subject) -> String?
  ) -> DataField {
    DataField(name, .optional(.word(words)), documentation) { .init(value($0)) }
  }

  static func words(
    _ name: String, _ words: [String], _ documentation: String,
    _ value: @escaping @Sendable (Subject) -> [String]
  ) -> DataField {
    DataField(name, .list(.word(words)), documentation) { .init(value($0)) }
  }

  static func integer(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Int
  ) -> DataField {
    DataField(name, .integer, documentation) { .integer(value($0)) }
  }

  static func integers(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> [Int]
  ) -> DataField {
    DataField(name, .list(.integer), documentation) { .list(value($0).map(ReportValue.integer)) }
  }

  static func optionalNumber(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Double?
  ) -> DataField {
    DataField(name, .optional(.number), documentation) {
      value($0).map(ReportValue.init(stated:)) ?? .null
    }
  }

  static func score(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Double?
  ) -> DataField {
    DataField(name, .optional(.score), documentation) { value($0).map(ReportValue.score) ?? .null }
  }

  static func boolean(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Bool
  ) -> DataField {
    DataField(name, .boolean, documentation) { .boolean(value($0)) }
  }

  static func optionalBoolean(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Bool?
  ) -> DataField {
    DataField(name, .optional(.boolean), documentation) {
      value($0).map(ReportValue.boolean) ?? .null
    }
  }

  static func date(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> CalendarDate?
  ) -> DataField {
    DataField(name, .optional(.date), documentation) { value($0).map(ReportValue.date) ?? .null }
  }

  static func record<Other>(
    _ name: String, of record: DataRecord<Other>, _ documentation: String,
    _ value: @escaping @Sendable (Subject) -> Other
  ) -> DataField {
    DataField(name, .record(record.info), documentation) { record.value(value($0)) }
  }

  static func optionalRecord<Other>(
    _ name: String, of record: DataRecord<Other>, _ documentation: String,
    _ value: @escaping @Sendable (Subject) -> Other?
  ) -> DataField {
    DataField(name, .optional(.record(record.info)), documentation) {
      value($0).map(record.value) ?? .null
    }
  }

  package static func records<Other>(
    _ name: String, of record: DataRecord<Other>, _ documentation: String,
    _ values: @escaping @Sendable (Subject) -> [Other]
  ) -> DataField {
    DataField(name, .list(.record(record.info)), documentation) {
      .list(values($0).map(record.value))
    }
  }
}

extension ReportValue {
  init(_ text: String?) { self = text.map(ReportValue.text) ?? .null }
  init(_ texts: [String]) { self = .list(texts.map(ReportValue.text)) }
}
