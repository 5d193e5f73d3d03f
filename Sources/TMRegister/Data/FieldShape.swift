// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What values a field of the report's data takes.
package indirect enum FieldShape: Sendable {
  case text
  case integer
  /// Always this number.
  case constant(Int)
  case number
  /// A number from 0.0 to 10.0.
  case score
  case boolean
  /// A day, in JSON as `2027-03-31`.
  case date
  /// One of some words.
  case word([String])
  case list(FieldShape)
  case record(RecordInfo)
  /// The shape, or null.
  case optional(FieldShape)

  /// The shape without null.
  package var present: FieldShape {
    guard case .optional(let shape) = self else { return self }
    return shape
  }

  /// The record that the value is, or that each element of the list is.
  package var record: RecordInfo? {
    switch present {
    case .record(let record): record
    case .list(let element): element.record
    case .text, .integer, .constant, .number, .score, .boolean, .date, .word, .optional: nil
    }
  }
}

/// A field without its value: what readers and writers of templates need to know.
package struct FieldInfo: Sendable {
  /// Lower case with hyphens.
  package let name: String
  package let shape: FieldShape
  /// One sentence for the documentation.
  package let documentation: String
}

/// The fields of one kind of record.
package final class RecordInfo: Sendable {
  /// Lower case with hyphens, unique among the records: `flow`.
  package let name: String
  /// One sentence for the documentation.
  package let documentation: String
  package let fields: [FieldInfo]

  package init(_ name: String, _ documentation: String, _ fields: [FieldInfo]) {
    self.name = name
    self.documentation = documentation
    self.fields = fields
  }

  /// The field of a name.
  package func field(_ name: some StringProtocol) -> FieldInfo? { fields.first { $0.name == name } }

  /// This record and all that its fields lead to, each once, in the order of first mention.
  package var all: [RecordInfo] {
    var found: [RecordInfo] = []
    func visit(_ record: RecordInfo) {
      if found.contains(where: { $0.name == record.name }) { return }
      found.append(record)
      for field in record.fields { field.shape.record.map(visit) }
    }
    visit(self)
    return found
  }
}
