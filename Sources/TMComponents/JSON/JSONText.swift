// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The characters that a string of a JSON text stands for.
enum JSONText {
  /// The text of a string; a half of a surrogate pair becomes U+FFFD.
  static func decoded(_ node: JSONNode, in bytes: [UInt8]) -> String {
    let range = Int(node.start)..<Int(node.end)
    guard node.kind == .escapedString else { return String(decoding: bytes[range], as: UTF8.self) }
    var units: [UInt8] = []
    units.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        units.append(byte)
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      guard escape == UInt8(ascii: "u") else {
        units.append(character(escape))
        index += 2
        continue
      }
      let (scalar, length) = scalar(at: index, in: bytes, before: range.upperBound)
      units += Array(String(Character(scalar)).utf8)
      index += length
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// The beginning of a text that fits, with `…` for the rest.
  static func shortened(_ text: String, to limit: Int) -> String {
    text.utf8.count <= limit ? text : String(decoding: text.utf8.prefix(limit), as: UTF8.self) + "…"
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func character(_ escape: UInt8) -> UInt8 {
    switch escape {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: escape
    }
  }

  /// The character of `\u…`, which may be a pair, and how many bytes it takes up.
  private static func scalar(
    at index: Int, in bytes: [UInt8], before end: Int
  ) -> (Unicode.Scalar, Int) {
    let high = unit(at: index, in: bytes, before: end)
    if let high, 0xD800...0xDBFF ~= high, let low = unit(at: index + 6, in: bytes, before: end),
      0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    {
      return (scalar, 12)
    }
    return (high.flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}", 6)
  }

  private static func unit(at index: Int, in bytes: [UInt8], before end: Int) -> UInt32? {
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for place in index + 2..<index + 6 {
      guard let digit = digit(bytes[place]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
