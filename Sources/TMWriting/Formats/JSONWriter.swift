// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A value with a form in JSON.
package protocol JSONValue {
  /// Writes the value in the place where the writer stands.
  func write(to writer: inout JSONWriter)
}

/// Writes JSON (RFC 8259) as UTF-8, value by value, in the order of the calls.
///
///     var writer = JSONWriter(.pretty)
///     writer.object { writer in
///       writer.field("version", 1)
///       writer.array("threats") { writer in
///         for threat in threats { writer.value(threat.id) }
///       }
///     }
///
/// A long document can leave in pieces through `takeBytes()`. Objects and arrays close by
/// themselves; that keys are unique, and stand in objects alone, is the caller's part.
package struct JSONWriter: Sendable {
  /// Whether the text is for a program or for a reader.
  package enum Layout: Sendable {
    case compact
    /// Two spaces a level, one field or element a line, and a line feed at the end.
    case pretty
  }

  private var buffer = ByteBuffer()

  private let layout: Layout
  private var depth = 0
  private var state = State.start

  private enum State {
    /// Nothing stands before in this object or array.
    case start
    case afterKey
    case afterValue
  }

  /// What stands between two values, and the start of the second line.
  private static let separator: StaticString = ",\n                                "

  /// What has been written and not been taken.
  package var bytes: [UInt8] { buffer.bytes }

  /// How many bytes have been written and not been taken.
  package var byteCount: Int { buffer.count }

  package init(_ layout: Layout) { self.layout = layout }

  /// The document up to here as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what has been written since the last call and forgets it.
  package mutating func takeBytes() -> [UInt8] { buffer.take() }

  /// Writes an object with the fields that `body` writes.
  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "{"))
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array with the elements that `body` writes.
  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "["))
    try body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a field that holds an object.
  package mutating func object(
    _ key: StaticString, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    self.key(key)
    try object(body)
  }

  /// Writes a field that holds an array.
  package mutating func array(_ key: StaticString, _ body: (inout JSONWriter) throws -> Void)
    rethrows
  {
    self.key(key)
    try array(body)
  }

  /// Writes a field that holds a plain value, nil as `null`.
  package mutating func field(_ key: StaticString, _ value: some JSONValue) {
    self.key(key)
    value.write(to: &self)
  }

  // Most fields hold one of these. Nothing of them depends on the protocol, so that no call of another module
  // goes through its table.

  package mutating func field(_ key: StaticString, _ value: String) {
    self.key(key)
    string(value)
  }

  package mutating func field(_ key: StaticString, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  package mutating func field(_ key: StaticString, _ value: Int) {
    self.key(key)
    number(value)
  }

  package mutating func field(_ key: StaticString, _ values: [String]) {
    self.key(key)
    open(UInt8(ascii: "["))
    for value in values { string(value) }
    close(UInt8(ascii: "]"))
  }

  /// Writes a field whose name is not written in the program.
  package mutating func field(named key: String, _ value: some JSONValue) {
    self.key(named: key)
    value.write(to: &self)
  }

  /// Writes the name of a field that is not written in the program; its value comes next.
  package mutating func key(named key: String) {
    string(key)
    endKey()
  }

  /// Writes the name of a field, whose value comes next.
  package mutating func key(_ key: JSONKey) {
    separate()
    key.bytes.withUnsafeBytes { bytes in
      let count = layout == .pretty ? bytes.count : bytes.count - 1
      buffer.append(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
    state = .afterKey
  }

  /// Writes an element of an array, or the whole document.
  package mutating func value(_ value: some JSONValue) { value.write(to: &self) }

  /// Writes the name of a field, whose value comes next; plain ASCII, which needs no escape.
  package mutating func key(_ key: StaticString) {
    let indentation = 2 * depth
    if layout == .pretty, depth > 0, indentation <= Self.separator.utf8CodeUnitCount - 2 {
      // Nothing but a comma is in front of the line where something stands before.
      let start = state == .afterValue ? 0 : 1
      buffer.append(
        UnsafeRawBufferPointer(
          start: Self.separator.utf8Start + start, count: indentation + 2 - start),
        thenKey: key)
      state = .afterKey
      return
    }
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(key)
    endKey(hasQuote: false)
  }

  /// Writes what stands behind a name.
  ///
  /// - Parameter hasQuote: whether the quote that ends it is written already.
  private mutating func endKey(hasQuote: Bool = true) {
    switch (layout, hasQuote) {
    case (.compact, true): buffer.append(UInt8(ascii: ":"))
    case (.compact, false): buffer.append("\":" as StaticString)
    case (.pretty, true): buffer.append(": " as StaticString)
    case (.pretty, false): buffer.append("\": " as StaticString)
    }
    state = .afterKey
  }

  /// Writes text as a string.
  ///
  /// Controls, line separators and bidi controls are escaped, so that the document is harmless on
  /// a terminal and as JavaScript.
  package mutating func string(_ text: String) {
    separate()
    JSONString.append(text, to: &buffer)
    end()
  }

  /// Writes text that is JSON already: a number or a keyword.
  mutating func literal(_ json: String) {
    separate()
    buffer.append(json)
    end()
  }

  /// Writes a value that a writer of the same layout wrote before.
  package mutating func written(_ json: [UInt8]) {
    separate()
    json.withUnsafeBytes { buffer.append($0) }
    end()
  }

  package mutating func null() { literal("null") }

  package mutating func number(_ number: Int) {
    separate()
    buffer.append(digitsOf: number)
    end()
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    depth += 1
    state = .start
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    switch state {
    case .start: break
    case .afterKey, .afterValue: breakLine()
    }
    buffer.append(bracket)
    end()
  }

  private mutating func separate() {
    switch state {
    case .start: if depth > 0 { breakLine() }
    case .afterKey: break
    case .afterValue:
      switch layout {
      case .compact: buffer.append(UInt8(ascii: ","))
      case .pretty: breakLine(afterComma: true)
      }
    }
  }

  private mutating func end() {
    state = .afterValue
    if depth == 0 { breakLine() }
  }

  /// Begins the next line, behind a comma or without one.
  private mutating func breakLine(afterComma hasComma: Bool = false) {
    guard layout == .pretty else { return }
    let start = hasComma ? 0 : 1
    var missing = 2 * depth
    let count = min(missing, Self.separator.utf8CodeUnitCount - 2)
    buffer.append(
      UnsafeRawBufferPointer(start: Self.separator.utf8Start + start, count: count + 2 - start))
    missing -= count
    buffer.append(repeating: UInt8(ascii: " "), count: missing)
  }
}
