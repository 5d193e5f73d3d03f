// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Lines of one file before and after the edits that touch them.
struct FixHunk {
  /// Bytes kept left and right of the edits of a line too long to look at whole.
  private static let margin = 1024

  let file: FileID
  /// The number of the first line, from 1.
  let firstLine: Int
  /// Lines without their line endings; a cut in the first or last shows as `…`.
  let old: [[UInt8]]
  let new: [[UInt8]]

  /// The hunks of a fix in order of position.
  static func hunks(of edits: [Edit], locator: inout SourceLocator) -> [FixHunk] {
    var hunks: [FixHunk] = []
    var group: [Edit] = []
    var lastLine: SourceLine?
    let ordered = edits.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }.map(\.element)
    for edit in ordered {
      let first = locator.line(of: edit.range.start, in: edit.range.file)
      if let last = lastLine, last.file != first.file || first.number > last.number {
        hunks.append(FixHunk(group, locator: &locator))
        group = []
        lastLine = nil
      }
      group.append(edit)
      let end = locator.line(of: edit.range.end, in: edit.range.file)
      if end.number >= lastLine?.number ?? 0 { lastLine = end }
    }
    if !group.isEmpty { hunks.append(FixHunk(group, locator: &locator)) }
    return hunks
  }

  /// The hunk of edits of one file, at least one, in order of position.
  private init(_ edits: [Edit], locator: inout SourceLocator) {
    let file = edits[0].range.file
    let bytes = locator.bytes(of: file)
    let start = edits[0].range.offsets.lowerBound
    let end = edits.map(\.range.offsets.upperBound).max() ?? start
    let from = Self.start(start, bytes, file, locator: &locator)
    let last = locator.line(of: UInt32(end), in: file)
    let to = max(min(last.end, Self.boundary(end + Self.margin, bytes)), end)
    let first = locator.line(of: UInt32(from), in: file)
    let old = Array(bytes[from..<to])
    let base = UInt32(from)
    let moved = edits.map { edit in
      Edit(
        SourceRange(file: file, start: edit.range.start - base, end: edit.range.end - base),
        edit.replacement)
    }
    let isCut = (first: from > first.content.lowerBound, last: to < last.content.upperBound)
    self.file = file
    self.firstLine = first.number + 1
    self.old = Self.lines(old, isCut)
    self.new = Self.lines(SourceFile(id: file, path: "", bytes: old).applying(moved), isCut)
  }

  /// Where the lines of a hunk start: with the line before, where whole lines come or go.
  private static func start(
    _ edit: Int, _ bytes: [UInt8], _ file: FileID, locator: inout SourceLocator
  ) -> Int {
    var line = locator.line(of: UInt32(edit), in: file)
    if edit <= line.content.lowerBound, line.number > 0 {
      line = locator.line(line.number - 1, in: file)
    }
    // Bytes that are no text may hold no start of a character before the edit.
    return min(max(line.content.lowerBound, boundary(edit - margin, bytes)), edit)
  }

  /// The first start of a character at or after an offset.
  private static func boundary(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var result = min(max(offset, 0), bytes.count)
    while result < bytes.count, bytes[result] & 0xC0 == 0x80 { result += 1 }
    return result
  }

  private static func lines(
    _ bytes: [UInt8], _ isCut: (first: Bool, last: Bool)
  ) -> [[UInt8]] {
    let index = LineIndex(bytes)
    return (0..<index.count).map { number in
      let content = bytes[SourceLine.withoutEnding(index.range(ofLine: number), in: bytes)]
      let start = isCut.first && number == 0 ? "…" : ""
      let end = isCut.last && number == index.count - 1 ? "…" : ""
      return Array(start.utf8) + content + Array(end.utf8)
    }
  }
}
