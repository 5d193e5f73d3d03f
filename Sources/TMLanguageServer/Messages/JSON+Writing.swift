// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

extension JSON: JSONValue {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.value(String?.none)
    case .boolean(let truth): writer.value(truth)
    case .integer(let number): writer.value(number)
    case .number(let number): writer.value(number)
    case .string(let text): writer.string(text)
    case .array(let list):
      writer.array { writer in
        for element in list { element.write(to: &writer) }
      }
    case .object(let fields):
      writer.object { writer in
        for field in fields { writer.field(named: field.name, field.value) }
      }
    case .written(let bytes): writer.written(bytes)
    }
  }

  /// The value as UTF-8, without white space.
  package var bytes: [UInt8] {
    var writer = JSONWriter(.compact)
    writer.value(self)
    return writer.takeBytes()
  }
}
