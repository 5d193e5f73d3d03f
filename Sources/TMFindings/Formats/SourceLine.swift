// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// One line of a source text and the bytes of it that are shown.
package struct SourceLine: Sendable {
  let file: FileID
  /// From 0.
  let number: Int
  /// The bytes of the line without its line ending, and without the byte-order mark of the file.
  let content: Range<Int>
  /// Where the next line starts, or the file ends.
  let end: Int

  init(file: FileID, number: Int, extent: Range<Int>, bytes: [UInt8]) {
    self.file = file
    self.number = number
    let text = Self.withoutEnding(extent, in: bytes)
    let hasMark = extent.lowerBound == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.content = hasMark ? text.dropFirst(3) : text
    self.end = extent.upperBound
  }

  /// A range of bytes as far as it lies in the line.
  func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: content) }

  /// The range of a line without its line ending.
  static func withoutEnding(_ extent: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = extent.lowerBound
    var end = extent.upperBound
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    // Of LF CR the CR is a line of its own, so what precedes an end is at most one CR.
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
