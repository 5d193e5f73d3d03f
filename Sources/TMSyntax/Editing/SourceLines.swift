// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The lines around a piece of source text, for fixes that leave the layout as it was.
package enum SourceLines {
  /// The white space in front of a range, if nothing else stands before it on its line.
  package static func indentation(of range: SourceRange, in bytes: [UInt8]) -> String? {
    var start = Int(range.start)
    while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    guard start == 0 || isLineEnd(bytes[start - 1]) else { return nil }
    return String(decoding: bytes[start..<Int(range.start)], as: UTF8.self)
  }

  /// The line of a range, with its line ending, if nothing else stands on it.
  package static func lineIfAlone(_ range: SourceRange, in bytes: [UInt8]) -> SourceRange? {
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
  package static func statement(_ range: SourceRange, in bytes: [UInt8]) -> SourceRange {
    var end = Int(range.end)
    while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      end += 1
      while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    }
    return SourceRange(file: range.file, start: range.start, end: UInt32(end))
  }

  /// An edit that puts a text on a line of its own below a range that starts its line; nil where
  /// the range does not, or where more than a comment follows it.
  package static func newLine(_ text: String, below range: SourceRange, in bytes: [UInt8]) -> Edit?
  {
    newLine(text, behind: range, indent: indentation(of: range, in: bytes), in: bytes)
  }

  /// An edit that puts a text on a line of its own behind an opening brace; nil where more than a
  /// comment follows the brace on its line, or no indentation is given.
  package static func newLine(
    _ text: String, behind brace: SourceRange, indent: String?, in bytes: [UInt8]
  ) -> Edit? {
    guard let indent, let end = endOfLine(behind: brace, in: bytes) else { return nil }
    return Edit(end, lineEnding(of: bytes) + indent + text)
  }

  /// Whether white space or the end of the line follows a range.
  package static func isFollowedBySpace(_ range: SourceRange, in bytes: [UInt8]) -> Bool {
    let end = Int(range.end)
    return end < bytes.count && (isSpace(bytes[end]) || isLineEnd(bytes[end]))
  }

  /// The end of the line of a range, if at most `;` and a comment follow on it.
  private static func endOfLine(behind range: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    var end = Int(range.end)
    while end < bytes.count, isSpace(bytes[end]) || bytes[end] == UInt8(ascii: ";") { end += 1 }
    if bytes[end...].starts(with: [0x2F, 0x2F]) {
      while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    }
    guard end == bytes.count || isLineEnd(bytes[end]) else { return nil }
    return SourceRange(file: range.file, start: UInt32(end), end: UInt32(end))
  }

  /// The line ending that a text uses first.
  package static func lineEnding(of bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(where: isLineEnd) else { return "\n" }
    if bytes[first] == 0x0A { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
