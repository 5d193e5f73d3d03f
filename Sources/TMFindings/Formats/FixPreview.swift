// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// The lines that a fix changes, as a small diff.
///
/// `-` is a line that goes, `+` one that comes, `~` one that only gains text; a line that comes
/// between others has the line before it, or else the one after it, beside it for orientation.
struct FixPreview {
  /// Rows beyond this number are left out.
  static let rowLimit = 16

  /// One line of the diff.
  struct Row {
    let file: FileID
    /// Counts the groups of lines that belong together.
    let hunk: Int
    /// From 1; in the old text for what goes, in the new one otherwise.
    let number: Int
    let sign: Gutter.Sign
    /// Safe for a terminal.
    let text: String

    /// Whether this row goes without a separation from the one before it.
    func follows(_ other: Row?) -> Bool {
      guard let other, other.file == file else { return false }
      return hunk == other.hunk || number <= other.number + 1
    }
  }

  private(set) var rows: [Row] = []
  private(set) var isCut = false
  private var hunkCount = 0
  private let window: Int

  /// - Parameter limit: the most cells of a line that are shown.
  init(_ fix: Fix, locator: inout SourceLocator, window limit: Int) {
    window = limit
    var shift = 0
    var hunks = FixHunk.hunks(of: fix.edits, locator: &locator)[...]
    var file: FileID?
    while let hunk = hunks.popFirst() {
      if hunk.file != file { shift = 0 }
      file = hunk.file
      append(hunk, shift: shift)
      hunkCount += 1
      shift += hunk.new.count - hunk.old.count
      guard rows.count <= Self.rowLimit else { break }
    }
    isCut = rows.count > Self.rowLimit || !hunks.isEmpty
    rows = Array(rows.prefix(Self.rowLimit))
  }

  private mutating func append(_ hunk: FixHunk, shift: Int) {
    var old = hunk.old[...]
    var new = hunk.new[...]
    var before: (number: Int, line: [UInt8])?
    while let line = old.first, line == new.first {
      before = (hunk.firstLine + old.startIndex, line)
      old.removeFirst()
      new.removeFirst()
    }
    var after: (number: Int, line: [UInt8])?
    while let line = old.last, line == new.last {
      after = (hunk.firstLine + old.endIndex - 1, line)
      old.removeLast()
      new.removeLast()
    }
    if old.isEmpty, !new.isEmpty, let before { add(hunk, before.number + shift, .bar, before.line) }
    if old.count <= new.count, zip(old, new).allSatisfy(Self.onlyGains) || old.count == new.count {
      for (index, other) in zip(old.indices, new.indices) {
        addChange(hunk, index, old[index], new[other], shift: shift)
      }
      new = new.dropFirst(old.count)
    } else {
      for index in old.indices { add(hunk, hunk.firstLine + index, .removed, old[index]) }
    }
    for index in new.indices { add(hunk, hunk.firstLine + index + shift, .added, new[index]) }
    if old.isEmpty, !new.isEmpty, before == nil, let after {
      add(hunk, after.number + shift + hunk.new.count - hunk.old.count, .bar, after.line)
    }
  }

  private mutating func addChange(
    _ hunk: FixHunk, _ index: Int, _ old: [UInt8], _ new: [UInt8], shift: Int
  ) {
    let number = hunk.firstLine + index
    let (same, tail) = Self.common(old, new)
    let changed = same..<max(new.count - tail, same)
    if old == new {
      add(hunk, number + shift, .bar, old)
    } else if same + tail == old.count {
      add(hunk, number + shift, .extended, new, focus: changed)
    } else {
      add(hunk, number, .removed, old, focus: same..<max(old.count - tail, same))
      add(hunk, number + shift, .added, new, focus: changed)
    }
  }

  /// The numbers of equal bytes at the start and, of the rest, at the end of two lines.
  private static func common(_ old: [UInt8], _ new: [UInt8]) -> (start: Int, end: Int) {
    let same = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old[same...].reversed(), new[same...].reversed()).prefix { $0 == $1 }.count
    return (same, tail)
  }

  private static func onlyGains(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    let (start, end) = common(old, new)
    return start + end == old.count
  }

  private mutating func add(
    _ hunk: FixHunk, _ number: Int, _ sign: Gutter.Sign, _ line: [UInt8], focus: Range<Int> = 0..<0
  ) {
    guard rows.count <= Self.rowLimit else { return }
    let text = shown(line, focus: focus)
    rows.append(
      Row(file: hunk.file, hunk: hunkCount, number: number, sign: sign, text: text))
  }

  private func shown(_ line: [UInt8], focus: Range<Int>) -> String {
    let start = LineCursor(start: 0)
    var cursor = start
    cursor.advance(to: focus.lowerBound, in: line, until: line.count)
    let first = cursor.column
    cursor.advance(to: focus.upperBound, in: line, until: line.count)
    let last = cursor.column
    cursor.advance(to: line.count, in: line, until: line.count)
    let window = CellWindow(around: first..<last, total: cursor.column, limit: window)
    return DisplayedLine(line, from: start, until: line.count, window: window).text
  }
}
