// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// A place between two characters of a source line, counted in bytes, characters and cells.
///
/// A character is a Unicode scalar; each byte that is no part of valid UTF-8 is a character of its
/// own, shown as U+FFFD.
package struct LineCursor: Sendable {
  private(set) var offset: Int
  /// Characters since the start of the line.
  private(set) var characters = 0
  private var cells = CellCursor()

  package init(start: Int) { offset = start }

  /// Cells since the start of the line.
  package var column: Int { cells.column }

  /// Passes the next character, which ends at or before `end`, and gives its form.
  mutating func pass(in bytes: [UInt8], until end: Int) -> ShownScalar {
    let (scalar, length) = Self.decode(bytes, at: offset, until: end)
    offset += length
    characters += 1
    return cells.show(scalar)
  }

  /// Goes on to the character that holds a byte, or to `end`.
  package mutating func advance(to target: Int, in bytes: [UInt8], until end: Int) {
    while offset < end {
      var next = self
      _ = next.pass(in: bytes, until: end)
      if next.offset > target { return }
      self = next
    }
  }

  private static func decode(
    _ bytes: [UInt8], at offset: Int, until end: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let bad: (Unicode.Scalar, Int) = ("\u{FFFD}", 1)
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, offset + length <= end else { return bad }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return bad }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return bad }
    return (scalar, length)
  }
}
