// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMWriting

/// A value of the report's data, free of any format: JSON, templates and tables are made from it.
package enum ReportValue: Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  /// From 0.0 to 10.0, with one decimal for a reader.
  case score(Double)
  case boolean(Bool)
  case date(CalendarDate)
  case list([ReportValue])
  case record([Member])
  /// Nobody said it, or it has no value here.
  case null

  /// A field with its value.
  package struct Member: Sendable {
    package let name: String
    package let value: ReportValue

    package init(name: String, value: ReportValue) {
      self.name = name
      self.value = value
    }
  }
}

extension ReportValue {
  /// A number that a model states: without decimals where it has none.
  init(stated number: Double) {
    self =
      number == number.rounded() && number.magnitude < 1e15
      ? .integer(Int(number)) : .number(number)
  }
}

extension ReportValue: JSONValue {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.string(text)
    case .integer(let integer): writer.number(integer)
    case .number(let number), .score(let number): number.write(to: &writer)
    case .boolean(let boolean): boolean.write(to: &writer)
    case .date(let date): writer.string(date.description)
    case .null: writer.null()
    case .list(let values):
      writer.array { writer in
        for value in values { value.write(to: &writer) }
      }
    case .record(let members):
      writer.object { writer in
        for member in members {
          writer.key(named: member.name)
          member.value.write(to: &writer)
        }
      }
    }
  }
}
