// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The lines around a piece of source text, for fixes that leave the layout as it was.
enum SourceLines {
  /// The white space in front of a range, if nothing else stands before it on its line.
  static func indentation(of range: SourceRange, in bytes: [UInt8]) -> String? {
    var start = Int(range.start)
    while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    guard start == 0 || isLineEnd(bytes[start - 1]) else { return nil }
    return String(decoding: bytes[start..<Int(range.start)], as: UTF8.self)
  }

  /// The line of a range, with its line ending, if nothing else stands on it.
  static func lineIfAlone(_ range: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    guard let indentation = indentation(of: range, in: bytes) else { return nil }
    var end = Int(range.end)
    while end < bytes.count, isSpace(bytes[end]) || bytes[end] == UInt8(ascii: ";") { end += 1 }
    guard end == bytes.count || isLineEnd(bytes[end]) else { return nil }
    if end < bytes.count {
      end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
    }
    let start = range.start - UInt32(indentation.utf8.count)
    return SourceRange(file: range.file, start: start, end: UInt32(end))
  }

  /// A range with the `;` and the space that follow it on its line.
  static func statement(_ range: SourceRange, in bytes: [UInt8]) -> SourceRange {
    var end = Int(range.end)
    while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      end += 1
      while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    }
    return SourceRange(file: range.file, start: range.start, end: UInt32(end))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
