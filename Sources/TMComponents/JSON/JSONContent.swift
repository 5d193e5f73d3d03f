// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a JSON value is, for readers that do not know its format beforehand.
package enum JSONContent {
  case object([(name: String, value: JSONValue)])
  case list([JSONValue])
  /// The whole text, however long.
  case text(String)
  /// As it is written.
  case number(String)
  case truth(Bool)
  case null
}

extension JSONValue {
  package func content() throws(DocumentFault) -> JSONContent {
    switch node.kind {
    case .object: return .object(try fields())
    case .array: return .list(try elements())
    case .string, .escapedString: return .text(JSONText.decoded(node, in: tape.bytes))
    case .number:
      return .number(String(decoding: tape.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self))
    case .yes: return .truth(true)
    case .no: return .truth(false)
    case .null: return .null
    }
  }
}
