// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a JSON text, by the bytes it takes up.
struct JSONNode {
  enum Kind: UInt8 {
    case object
    case array
    case string
    /// A string with a `\` in it.
    case escapedString
    case number
    case yes
    case no
    case null
  }

  let kind: Kind
  /// Whether what lies inside was checked and not kept.
  var isClosed = false
  /// The first byte; of a string, the one behind its quote.
  let start: UInt32
  /// The byte behind the last; of a string, its closing quote.
  var end: UInt32
  /// The node behind this one and all inside it.
  var next: UInt32
}

/// Checks JSON (RFC 8259) byte by byte and keeps its values, as flat nodes, down to a depth.
///
/// Nothing recurses: the nesting of a text is bounded by `depthLimit`, not by the stack. Names that
/// occur twice in one object are refused, since readers disagree about which of them counts.
struct JSONScanner {
  /// How deep objects and arrays may lie in one another.
  static let depthLimit = 128

  let bytes: [UInt8]
  private(set) var position: Int
  private(set) var nodes: [JSONNode] = []
  private let end: Int
  private let keptDepth: Int
  /// The objects and arrays around the position: the kept node, if there is one, and its kind.
  private var open: [(node: Int, isObject: Bool, start: Int)] = []

  private enum Expected {
    case value
    case valueOrEnd
    case name
    case nameOrEnd
    case separator
  }

  /// - Parameter keptDepth: values inside so many objects and arrays are kept; deeper ones are only
  ///   checked.
  init(_ bytes: [UInt8], _ range: Range<Int>, keptDepth: Int) {
    self.bytes = bytes
    self.keptDepth = keptDepth
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  var isAtEnd: Bool { position >= end }

  /// Checks one value with all that lies inside it.
  mutating func scanValue() throws(DocumentFault) {
    var expected = Expected.value
    repeat {
      skipSpace()
      guard position < end else { throw truncated() }
      let byte = bytes[position]
      switch expected {
      case .valueOrEnd where byte == UInt8(ascii: "]"), .nameOrEnd where byte == UInt8(ascii: "}"):
        try close()
        expected = .separator
      case .value, .valueOrEnd: expected = try scanStart(of: byte)
      case .name, .nameOrEnd:
        try scanName(byte)
        expected = .value
      case .separator: expected = try scanSeparator(byte)
      }
    } while expected != .separator || !open.isEmpty
  }

  /// Reads a scalar, or the bracket that a value starts with.
  private mutating func scanStart(of byte: UInt8) throws(DocumentFault) -> Expected {
    switch byte {
    case UInt8(ascii: "{"):
      try push(.object)
      return .nameOrEnd
    case UInt8(ascii: "["):
      try push(.array)
      return .valueOrEnd
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    case UInt8(ascii: "t"): try scanWord("true", .yes)
    case UInt8(ascii: "f"): try scanWord("false", .no)
    case UInt8(ascii: "n"): try scanWord("null", .null)
    case UInt8(ascii: "'"):
      throw fault("a text stands in single quotes", help: "JSON wants double quotes")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw fault("a value is missing", help: "take out the comma before it, or add the value")
    default: throw unexpected(byte, where: "a value")
    }
    return .separator
  }

  private mutating func scanName(_ byte: UInt8) throws(DocumentFault) {
    guard byte == UInt8(ascii: "\"") else {
      if byte == UInt8(ascii: "}") {
        throw fault("a comma stands before the end of an object", help: "take the comma out")
      }
      throw unexpected(byte, where: "a name in double quotes")
    }
    try scanString()
    skipSpace()
    guard position < end else { throw truncated() }
    guard bytes[position] == UInt8(ascii: ":") else {
      throw unexpected(bytes[position], where: "a colon")
    }
    position += 1
  }

  private mutating func scanSeparator(_ byte: UInt8) throws(DocumentFault) -> Expected {
    let isObject = open.last?.isObject == true
    if byte == UInt8(ascii: ",") {
      position += 1
      return isObject ? .name : .value
    }
    guard byte == UInt8(ascii: isObject ? "}" : "]") else {
      throw unexpected(byte, where: isObject ? "a comma or `}`" : "a comma or `]`")
    }
    try close()
    return .separator
  }

  private mutating func push(_ kind: JSONNode.Kind) throws(DocumentFault) {
    guard open.count < Self.depthLimit else {
      throw fault(
        "values lie more than \(Self.depthLimit) deep in one another",
        help: "no format that is accepted here needs that depth; write the file again")
    }
    let node = keep(kind, position, position + 1)
    open.append((node, kind == .object, position))
    position += 1
  }

  private mutating func close() throws(DocumentFault) {
    guard let last = open.popLast() else { return }
    position += 1
    guard last.node >= 0 else { return }
    nodes[last.node].end = UInt32(position)
    nodes[last.node].next = UInt32(nodes.count)
    if open.count >= keptDepth { nodes[last.node].isClosed = true }
    if last.isObject { try JSONNames.refuseDoubles(in: nodes, of: last.node, bytes) }
  }

  /// Keeps a value, unless it lies too deep; its index, or -1.
  @discardableResult
  private mutating func keep(_ kind: JSONNode.Kind, _ start: Int, _ end: Int) -> Int {
    guard open.count <= keptDepth else { return -1 }
    nodes.append(
      JSONNode(
        kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
    return nodes.count - 1
  }
}

// MARK: - Scalars

extension JSONScanner {
  private mutating func scanString() throws(DocumentFault) {
    let start = position + 1
    var index = start
    var isEscaped = false
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        position = index + 1
        keep(isEscaped ? .escapedString : .string, start, index)
        return
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        index = try escapeEnd(index)
      } else if byte < 0x20 {
        position = index
        throw fault(
          "a text holds the control character \(Self.hexadecimal(byte))",
          help: "write it as an escape such as `\\u00\(Self.hexadecimal(byte).suffix(2))`")
      } else if byte < 0x80 {
        index += 1
      } else {
        index = try characterEnd(index)
      }
    }
    position = start - 1
    throw fault("a text has no closing quote", help: Self.truncatedHelp)
  }

  private mutating func escapeEnd(_ index: Int) throws(DocumentFault) -> Int {
    guard index + 1 < end else { throw truncated() }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"):
      guard index + 6 <= end, bytes[index + 2..<index + 6].allSatisfy({ JSONText.digit($0) != nil })
      else {
        position = index
        throw fault("`\\u` has no four digits behind it", help: "write `\\u0041`, for example")
      }
      return index + 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    default:
      position = index
      throw fault(
        "a `\\` stands before a character that it does not go with",
        help: "write `\\\\` for a backslash")
    }
  }

  /// The end of a character of two to four bytes; one that is overlong, a surrogate or beyond
  /// U+10FFFF is no UTF-8.
  private mutating func characterEnd(_ index: Int) throws(DocumentFault) -> Int {
    let lead = bytes[index]
    let length: Int
    let second: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: (length, second) = (0, 0x80...0xBF)
    }
    guard length > 0, index + length <= end, second.contains(bytes[index + 1]),
      bytes[index + 2..<max(index + 2, index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else {
      position = index
      throw fault(
        "byte \(Self.hexadecimal(lead)) is no UTF-8", help: "write the file again as UTF-8")
    }
    return index + length
  }

  private mutating func scanNumber() throws(DocumentFault) {
    let start = position
    skip(UInt8(ascii: "-"))
    if position < end, bytes[position] == UInt8(ascii: "0") {
      position += 1
      if position < end, isDigit(bytes[position]) {
        throw fault("a number starts with a superfluous zero", help: "take the zero out")
      }
    } else {
      try skipDigits()
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == UInt8(ascii: "+") { position += 1 }
      skip(UInt8(ascii: "-"))
      try skipDigits()
    }
    keep(.number, start, position)
  }

  private mutating func skip(_ byte: UInt8) {
    if position < end, bytes[position] == byte { position += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func skipDigits() throws(DocumentFault) {
    guard position < end else { throw truncated() }
    guard isDigit(bytes[position]) else { throw unexpected(bytes[position], where: "a digit") }
    while position < end, isDigit(bytes[position]) { position += 1 }
  }

  private mutating func scanWord(
    _ word: StaticString, _ kind: JSONNode.Kind
  ) throws(DocumentFault) {
    let after = position + word.utf8CodeUnitCount
    let matches =
      after <= end
      && word.withUTF8Buffer { bytes[position..<after].elementsEqual($0) }
    guard matches else { throw unexpected(bytes[position], where: "a value") }
    keep(kind, position, after)
    position = after
  }
}

// MARK: - Faults

extension JSONScanner {
  static let truncatedHelp = "the file may have been cut off; fetch or write it again"

  private func fault(_ message: String, help: String) -> DocumentFault {
    DocumentFault(message, at: position, help: help)
  }

  private func truncated() -> DocumentFault {
    DocumentFault("the file ends in the middle", at: end, help: Self.truncatedHelp)
  }

  private func unexpected(_ byte: UInt8, where expected: String) -> DocumentFault {
    let isPrintable = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "`")
    let found =
      isPrintable ? "`\(Character(Unicode.Scalar(byte)))`" : "byte \(Self.hexadecimal(byte))"
    return DocumentFault(
      "\(found) stands where \(expected) belongs", at: position,
      help: "the file is no JSON from here on; write it again with the tool that made it")
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
