// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A text with the places of its lines, for going between byte offsets and positions of an editor.
package struct PositionedText: Sendable {
  package let bytes: [UInt8]
  private let lines: LineIndex

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  package var lineCount: Int { lines.count }

  /// The offset of a position; one behind the end of its line, or of the text, is that end.
  ///
  /// A position inside of a character is the start of that character.
  package func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lines.count else { return bytes.count }
    let line = content(ofLine: position.line)
    var offset = line.lowerBound
    var units = 0
    while offset < line.upperBound {
      let (width, length) = Self.character(bytes, at: offset, encoding)
      if units + width > position.character { break }
      units += width
      offset += length
    }
    return min(offset, line.upperBound)
  }

  package func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let bounded = max(0, min(offset, bytes.count))
    let line = lines.line(of: UInt32(bounded))
    let start = lines.range(ofLine: line).lowerBound
    guard encoding == .utf16 else { return TextPosition(line: line, character: bounded - start) }
    var place = start
    var units = 0
    while place < bounded {
      let (width, length) = Self.character(bytes, at: place, encoding)
      units += width
      place += length
    }
    return TextPosition(line: line, character: units)
  }

  /// The bytes of a line without its ending.
  package func content(ofLine line: Int) -> Range<Int> {
    let whole = lines.range(ofLine: line)
    var end = whole.upperBound
    while end > whole.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return whole.lowerBound..<end
  }

  package func line(of offset: Int) -> Int {
    lines.line(of: UInt32(max(0, min(offset, bytes.count))))
  }

  /// The spaces and tabs that the line of an offset starts with.
  package func indentation(at offset: Int) -> String {
    let line = bytes[content(ofLine: self.line(of: offset))]
    return String(decoding: line.prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  /// How many code units the character at an offset counts, and how many bytes it has; a byte that
  /// belongs to none counts as one character.
  private static func character(
    _ bytes: [UInt8], at offset: Int, _ encoding: PositionEncoding
  ) -> (width: Int, length: Int) {
    let byte = bytes[offset]
    let expected = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
    var length = 1
    while length < expected, offset + length < bytes.count, bytes[offset + length] & 0xC0 == 0x80 {
      length += 1
    }
    if length < expected { length = 1 }
    return (encoding == .utf8 ? length : length == 4 ? 2 : 1, length)
  }
}
