// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents

extension JSON {
  /// The value of a text, which is checked as a whole.
  ///
  /// The nesting is bounded by the scanner.
  package init(parsing bytes: [UInt8]) throws(DocumentFault) {
    let document = try JSONDocument(bytes)
    guard let first = document.roots.first, document.roots.count == 1 else {
      throw DocumentFault("a message is one value", at: 0, help: "send one value a message")
    }
    self = try JSON(first)
  }

  private init(_ value: JSONValue) throws(DocumentFault) {
    switch try value.content() {
    case .null: self = .null
    case .truth(let truth): self = .boolean(truth)
    case .text(let text): self = .string(text)
    case .number(let text):
      self = Int(text).map(JSON.integer) ?? Double(text).map(JSON.number) ?? .null
    case .list(let list):
      var elements: [JSON] = []
      for element in list { elements.append(try JSON(element)) }
      self = .array(elements)
    case .object(let object):
      var fields: [Field] = []
      for (name, value) in object { fields.append(Field(name, try JSON(value))) }
      self = .object(fields)
    }
  }
}
