// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a message.
package enum JSON: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Field])
  /// What is sent again and again, as it goes out: UTF-8 without white space.
  case written([UInt8])

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object with the fields that have a value.
  package static func fields(_ fields: KeyValuePairs<String, JSON?>) -> JSON {
    .object(fields.compactMap { name, value in value.map { Field(name, $0) } })
  }

  /// The value of a field; nil for what is missing, `null` or no object.
  package subscript(name: String) -> JSON? {
    guard case .object(let fields) = self else { return nil }
    guard let value = fields.first(where: { $0.name == name })?.value, value != .null else {
      return nil
    }
    return value
  }

  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var whole: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    case .null, .boolean, .string, .array, .object, .written: nil
    }
  }

  package var truth: Bool? {
    guard case .boolean(let truth) = self else { return nil }
    return truth
  }

  package var list: [JSON]? {
    guard case .array(let list) = self else { return nil }
    return list
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Field($0, $1) })
  }
}
