// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The value of a text in quotes.
package enum StringLiteral {
  /// Decodes a literal with its quotes; an unknown escape stands for itself.
  ///
  /// A text between `"""` loses a line ending after its opening quotes, the indentation that all its
  /// lines share, and the line of its closing quotes.
  package static func value(of literal: ArraySlice<UInt8>) -> String {
    if literal.count >= 6, literal.starts(with: [0x22, 0x22, 0x22]) {
      return unescape(ArraySlice(unindented(literal.dropFirst(3).dropLast(3))))
    }
    let content = literal.dropFirst().dropLast(literal.count > 1 && literal.last == 0x22 ? 1 : 0)
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    return unescape(content)
  }

  /// A literal of one line that has `text` as its value.
  package static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || HiddenText.hides(scalar):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Where a literal has a backslash that starts no escape of the language.
  static func unknownEscapes(in literal: ArraySlice<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = literal.startIndex
    while let backslash = literal[index...].firstIndex(of: UInt8(ascii: "\\")) {
      let (scalar, next) = escape(literal, at: backslash)
      if scalar == nil { result.append(backslash..<min(next, literal.endIndex)) }
      index = next
      if index >= literal.endIndex { break }
    }
    return result
  }

  private static func unescape(_ content: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      guard content[index] == UInt8(ascii: "\\") else {
        bytes.append(content[index])
        index += 1
        continue
      }
      let (scalar, next) = escape(content, at: index)
      if let scalar {
        bytes += String(Character(scalar)).utf8
      } else {
        bytes += content[index..<min(next, content.endIndex)]
      }
      index = next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The scalar that the escape at a backslash stands for, and the index after the escape.
  private static func escape(
    _ content: ArraySlice<UInt8>, at backslash: Int
  ) -> (scalar: Unicode.Scalar?, next: Int) {
    let next = backslash + 1
    guard next < content.endIndex else { return (nil, next) }
    switch content[next] {
    case UInt8(ascii: "\""): return ("\"", next + 1)
    case UInt8(ascii: "\\"): return ("\\", next + 1)
    case UInt8(ascii: "n"): return ("\n", next + 1)
    case UInt8(ascii: "t"): return ("\t", next + 1)
    case UInt8(ascii: "u"):
      guard next + 1 < content.endIndex, content[next + 1] == UInt8(ascii: "{"),
        let brace = content[(next + 2)...].prefix(9).firstIndex(of: UInt8(ascii: "}")),
        let value = UInt32(String(decoding: content[(next + 2)..<brace], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return (nil, next + 1) }
      return (scalar, brace + 1)
    default:
      // The whole character after the backslash, so that a report never cuts one apart.
      var end = next + 1
      while end < content.endIndex, content[end] & 0xC0 == 0x80 { end += 1 }
      return (nil, end)
    }
  }

  private static func unindented(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 1 else { return Array(content) }
    lines = lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
    let isBlank = { (line: ArraySlice<UInt8>) in line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    if let first = lines.first, isBlank(first) { lines.removeFirst() }
    let indentation =
      lines.filter { !isBlank($0) }
      .map { line in line.prefix { $0 == 0x20 || $0 == 0x09 }.count }
      .min() ?? 0
    if let last = lines.last, isBlank(last) { lines.removeLast() }
    return Array(lines.map { $0.dropFirst(min(indentation, $0.count)) }.joined(separator: [0x0A]))
  }
}
