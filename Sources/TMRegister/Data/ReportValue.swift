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
    case .text(let text): writer.value(text)
    case .integer(let integer): writer.value(integer)
    case .number(let number), .score(let number): writer.value(number)
    case .boolean(let boolean): writer.value(boolean)
    case .date(let date): writer.value(date.description)
    case .null: writer.value(String?.none)
    case .list(let values): writer.value(values)
    case .record(let members):
      writer.object { writer in
        for member in members { writer.field(named: member.name, member.value) }
      }
    }
  }
}
