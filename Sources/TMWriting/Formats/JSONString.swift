// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes the strings of JSON, with nothing in them that the log of a build server would take for a command.
enum JSONString {
  /// Appends a text in quotes to a document.
  static func append(_ text: String, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs that need no escape in one piece, which is nearly everything.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer) {
    let raw = UnsafeRawBufferPointer(text)
    if isPlain(text) { return bytes.append(raw) }
    var copied = 0
    var index = 0
    while index < text.count {
      // A text with a quote or a dash of its own is plain for the most part too.
      if index + 8 <= raw.count,
        !mayNeedEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let byte = text[index]
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte < 0x7F
        && (byte != 0x5B || !LogCommandOpening.isCompleted(at: index, in: text))
      {
        index += 1
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if let unit = codeUnitToEscape(text, at: index, length: length) {
        bytes.append(UnsafeRawBufferPointer(rebasing: raw[copied..<index]))
        escape(unit, to: &bytes)
        copied = index + length
      }
      index += length
    }
    bytes.append(UnsafeRawBufferPointer(rebasing: raw[copied...]))
  }

  /// Whether every byte is printable ASCII that stands for itself, looked at eight at a time; may
  /// say no of such a text, which then takes the long way.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 8 else {
      return text.allSatisfy {
        $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x5B && $0 < 0x7F
      }
    }
    let raw = UnsafeRawBufferPointer(text)
    // The last eight overlap those before them.
    let last = raw.count - 8
    var index = 0
    while index < last {
      if mayNeedEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return false }
      index += 8
    }
    return !mayNeedEscape(raw.loadUnaligned(fromByteOffset: last, as: UInt64.self))
  }

  /// Whether one of eight bytes can be a control, a quote, a backslash, a bracket, DEL or no ASCII: the high bit
  /// of its difference to the least byte that is none of them says so.
  private static func mayNeedEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let isControl = word &- ones &* 0x20
    let isQuote = (word ^ ones &* 0x22) &- ones
    let isBackslash = (word ^ ones &* 0x5C) &- ones
    let isBracket = (word ^ ones &* 0x5B) &- ones
    let isDelete = word &+ ones
    return (word | isControl | isQuote | isBackslash | isBracket | isDelete) & (ones &* 0x80) != 0
  }

  /// The UTF-16 code unit of a character that is written as an escape, else nil.
  private static func codeUnitToEscape(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int
  ) -> UInt16? {
    let unit: UInt16
    switch length {
    case 1: return UInt16(text[index])
    case 2: unit = UInt16(text[index] & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F)
    case 3:
      unit =
        UInt16(text[index] & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6
        | UInt16(text[index + 2] & 0x3F)
    default: return nil
    }
    switch unit {
    case 0x80...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return unit
    default: return nil
    }
  }

  private static func escape(_ unit: UInt16, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22, 0x5C: bytes.append(UInt8(unit))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift: UInt16 in [12, 8, 4, 0] { bytes.append(digit(unit >> shift & 0xF)) }
    }
  }

  private static func digit(_ value: UInt16) -> UInt8 {
    UInt8(value) + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
