// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Signs of versions, byte by byte.
enum VersionByte {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// How two rows of digits compare by value, whatever their length.
  static func compareNumbers(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Int
  {
    let (left, right) = (left.drop { $0 == 0x30 }, right.drop { $0 == 0x30 })
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    return compareBytes(left, right)
  }

  static func compareBytes(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    if left.elementsEqual(right) { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// A number and a colon in front of a version, and what follows it.
  static func epoch(of text: String) -> (epoch: Substring.UTF8View, rest: Substring.UTF8View)? {
    let bytes = text[...].utf8
    let digits = bytes.prefix(while: isDigit)
    guard !digits.isEmpty, digits.endIndex < bytes.endIndex, bytes[digits.endIndex] == 0x3A else {
      return nil
    }
    return (digits[...], bytes[bytes.index(after: digits.endIndex)...])
  }
}
