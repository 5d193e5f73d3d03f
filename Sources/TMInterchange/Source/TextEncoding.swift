// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The text of a file in UTF-8, whichever Unicode encoding it was saved in.
enum TextEncoding {
  /// The bytes without a byte-order mark. UTF-16 is known by its mark, or by a first character that is ASCII.
  static func utf8(_ bytes: [UInt8]) throws(SourceFault) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try utf16(bytes.dropFirst(2), isBigEndian: false)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), isBigEndian: true) }
    if bytes.count >= 2, bytes.count % 2 == 0, bytes[0] != 0, bytes[0] < 0x80, bytes[1] == 0 {
      return try utf16(bytes[...], isBigEndian: false)
    }
    if bytes.count >= 2, bytes.count % 2 == 0, bytes[0] == 0, bytes[1] != 0, bytes[1] < 0x80 {
      return try utf16(bytes[...], isBigEndian: true)
    }
    return bytes
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, isBigEndian: Bool
  ) throws(SourceFault) -> [UInt8] {
    guard bytes.count % 2 == 0 else {
      throw SourceFault(
        "the file is UTF-16 with half a character at its end", line: nil,
        help: "it was cut: save the model again, best as UTF-8")
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      place += 2
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw SourceFault(
        "the file is UTF-16 with half a character in it", line: nil,
        help: "save the model again, best as UTF-8")
    }
    return Array(text.utf8)
  }
}
