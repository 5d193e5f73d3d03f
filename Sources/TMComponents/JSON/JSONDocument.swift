// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A JSON text that has been checked as a whole, its outer values at hand.
///
/// The values of the outermost objects and arrays, and the elements of arrays in them, are kept; what
/// lies deeper is read again when somebody opens it, one element at a time. So a file of a million
/// values needs little more memory than its bytes.
package struct JSONDocument {
  private static let keptDepth = 2

  /// The values of the text, one after another: one, or those of JSON Lines.
  package let roots: [JSONValue]
  /// How many bytes the text has.
  package let size: Int

  /// Checks a text.
  package init(_ bytes: [UInt8]) throws(DocumentFault) {
    size = bytes.count
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw DocumentFault(
        "the file is UTF-16", at: 0, help: "write it again as UTF-8, which JSON requires")
    }
    var scanner = JSONScanner(bytes, start..<bytes.count, keptDepth: Self.keptDepth)
    scanner.skipSpace()
    guard !scanner.isAtEnd else {
      throw DocumentFault("the file is empty", at: bytes.count, help: JSONScanner.truncatedHelp)
    }
    if bytes[scanner.position] == UInt8(ascii: "<") {
      throw DocumentFault(
        "the file is XML", at: scanner.position, help: "export it as JSON; XML is not read")
    }
    if bytes[scanner.position...].starts(with: "SPDXVersion:".utf8) {
      throw DocumentFault(
        "the file is SPDX in tag-value form", at: scanner.position,
        help: "export it as JSON, or convert it with the SPDX tools")
    }
    var places: [Int] = []
    while !scanner.isAtEnd {
      places.append(scanner.nodes.count)
      try scanner.scanValue()
      scanner.skipSpace()
    }
    let tape = JSONTape(bytes, scanner.nodes)
    roots = places.map { JSONValue(tape, $0) }
  }
}

/// The nodes of a stretch of a JSON text.
final class JSONTape {
  let bytes: [UInt8]
  let nodes: [JSONNode]

  init(_ bytes: [UInt8], _ nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }
}

/// A value of a JSON text, with what a reader of a format asks of it.
///
/// An accessor gives nil for what is missing or `null`, and throws, with the place, where a value is
/// of another type than the format says.
package struct JSONValue {
  /// Longer texts lose their end: nothing that is compared or shown is longer.
  static let textLimit = 4096

  let tape: JSONTape
  let index: Int

  init(_ tape: JSONTape, _ index: Int) {
    self.tape = tape
    self.index = index
  }

  var node: JSONNode { tape.nodes[index] }
  /// Where the value stands in the file.
  package var offset: Int {
    node.kind == .string || node.kind == .escapedString ? Int(node.start) - 1 : Int(node.start)
  }
  var isObject: Bool { node.kind == .object }
  var isArray: Bool { node.kind == .array }
  var isNull: Bool { node.kind == .null }

  /// The value with all that lies inside it at hand.
  func opened() throws(DocumentFault) -> JSONValue {
    guard node.isClosed else { return self }
    var scanner = JSONScanner(
      tape.bytes, Int(node.start)..<Int(node.end), keptDepth: JSONScanner.depthLimit)
    try scanner.scanValue()
    return JSONValue(JSONTape(tape.bytes, scanner.nodes), 0)
  }

  /// The fields of an object, in order.
  func fields() throws(DocumentFault) -> [(name: String, value: JSONValue)] {
    guard isObject else { throw mismatch("an object") }
    let whole = try opened()
    var fields: [(name: String, value: JSONValue)] = []
    var place = whole.index + 1
    while place + 1 < Int(whole.node.next) {
      let value = JSONValue(whole.tape, place + 1)
      fields.append((JSONText.decoded(whole.tape.nodes[place], in: whole.tape.bytes), value))
      place = Int(value.node.next)
    }
    return fields
  }

  /// The value of a field.
  func field(_ name: StaticString) throws(DocumentFault) -> JSONValue? {
    guard isObject else { throw mismatch("an object") }
    let whole = try opened()
    var place = whole.index + 1
    let end = Int(whole.node.next)
    while place + 1 < end {
      if whole.names(place, name) {
        let value = JSONValue(whole.tape, place + 1)
        return value.isNull ? nil : value
      }
      place = Int(whole.tape.nodes[place + 1].next)
    }
    return nil
  }

  private func names(_ place: Int, _ name: StaticString) -> Bool {
    let node = tape.nodes[place]
    if node.kind == .escapedString { return JSONText.decoded(node, in: tape.bytes) == "\(name)" }
    guard Int(node.end - node.start) == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { tape.bytes[Int(node.start)..<Int(node.end)].elementsEqual($0) }
  }

  /// The elements of an array.
  func elements() throws(DocumentFault) -> [JSONValue] {
    guard isArray else { throw mismatch("a list") }
    let whole = try opened()
    var elements: [JSONValue] = []
    var place = whole.index + 1
    while place < Int(whole.node.next) {
      elements.append(JSONValue(whole.tape, place))
      place = Int(whole.tape.nodes[place].next)
    }
    return elements
  }

  /// The text of a string, at most `textLimit` bytes of it.
  func text() throws(DocumentFault) -> String {
    guard node.kind == .string || node.kind == .escapedString else { throw mismatch("a text") }
    return JSONText.shortened(JSONText.decoded(node, in: tape.bytes), to: Self.textLimit)
  }

  func mismatch(_ expected: String) -> DocumentFault {
    let found =
      switch node.kind {
      case .object: "an object"
      case .array: "a list"
      case .string, .escapedString: "a text"
      case .number: "a number"
      case .yes, .no: "a truth value"
      case .null: "`null`"
      }
    return DocumentFault(
      "\(found) stands where \(expected) belongs", at: offset,
      help: "the file does not follow its format; write it again with the tool that made it")
  }
}

// MARK: - Fields of a type

extension JSONValue {
  package func text(_ name: StaticString) throws(DocumentFault) -> String? {
    guard let value = try field(name) else { return nil }
    return try value.text()
  }

  /// The elements of a list; none where it is missing.
  func list(_ name: StaticString) throws(DocumentFault) -> [JSONValue] {
    guard let value = try field(name) else { return [] }
    return try value.elements()
  }

  /// The texts of a list; none where it is missing.
  package func texts(_ name: StaticString) throws(DocumentFault) -> [String] {
    var texts: [String] = []
    for element in try list(name) { texts.append(try element.text()) }
    return texts
  }

  /// The texts under one name in the objects of a list; none where it is missing.
  func texts(_ list: StaticString, each name: StaticString) throws(DocumentFault) -> [String] {
    var texts: [String] = []
    for element in try self.list(list) where element.isObject {
      if let text = try element.text(name) { texts.append(text) }
    }
    return texts
  }

  /// Whether the object has any of some fields.
  func hasAny(_ names: StaticString...) throws(DocumentFault) -> Bool {
    for name in names where try field(name) != nil { return true }
    return false
  }

  /// A number that a `Double` can hold.
  package func number(_ name: StaticString) throws(DocumentFault) -> Double? {
    guard let value = try field(name) else { return nil }
    let node = value.node
    guard node.kind == .number else { throw value.mismatch("a number") }
    let text = String(decoding: tape.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The whole number that the value is.
  var integer: Int? {
    guard node.kind == .number else { return nil }
    return Int(String(decoding: tape.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self))
  }

  func truth(_ name: StaticString) throws(DocumentFault) -> Bool? {
    guard let value = try field(name) else { return nil }
    switch value.node.kind {
    case .yes: return true
    case .no: return false
    case .object, .array, .string, .escapedString, .number, .null:
      throw value.mismatch("`true` or `false`")
    }
  }
}
