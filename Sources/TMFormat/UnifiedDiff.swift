// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The lines in which two texts differ, as hunks with three lines of context.
///
/// Lines are compared as bytes without their LF. Nothing is escaped: whoever prints a line on a
/// terminal does that.
package struct UnifiedDiff: Equatable, Sendable {
  /// What happened to a line.
  package enum Change: Character, Sendable {
    case kept = " "
    case removed = "-"
    case added = "+"
  }

  /// A line of a hunk.
  package struct Line: Equatable, Sendable {
    package let change: Change
    package let bytes: ArraySlice<UInt8>
    /// Whether the text ends here without an LF.
    package let endsWithoutNewline: Bool
  }

  /// Neighbouring changes with the lines around them.
  package struct Hunk: Equatable, Sendable {
    /// The lines of the old text, counted from zero.
    package let old: Range<Int>
    /// The lines of the new text, counted from zero.
    package let new: Range<Int>
    package let lines: [Line]

    /// The line that introduces the hunk: `@@ -1,4 +1,5 @@`.
    package var heading: String { "@@ -\(Self.place(old)) +\(Self.place(new)) @@" }

    private static func place(_ range: Range<Int>) -> String {
      // An empty range is named after the line before it.
      let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
      return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
    }
  }

  /// The unchanged lines shown on either side of a change.
  package static let context = 3

  package let hunks: [Hunk]

  package init(from old: [UInt8], to new: [UInt8]) {
    let oldText = DiffText(old)
    let newText = DiffText(new)
    let changes = LineDifference.changes(from: oldText.lines, to: newText.lines)
    hunks = Self.grouped(changes).map { Self.hunk($0, oldText, newText) }
  }

  /// The hunks under the two heading lines with the names of the files; empty without changes.
  package func text(oldName: String, newName: String) -> [UInt8] {
    guard !hunks.isEmpty else { return [] }
    var result = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
    for hunk in hunks {
      result += "\(hunk.heading)\n".utf8
      for line in hunk.lines {
        result += String(line.change.rawValue).utf8
        result += line.bytes
        result.append(0x0A)
        if line.endsWithoutNewline { result += "\\ No newline at end of file\n".utf8 }
      }
    }
    return result
  }

  /// Changes that lie so close together that their context would touch, in one group each.
  private static func grouped(_ changes: [LineDifference.Change]) -> [[LineDifference.Change]] {
    var groups: [[LineDifference.Change]] = []
    for change in changes {
      if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups
  }

  private static func hunk(
    _ changes: [LineDifference.Change], _ old: DiffText, _ new: DiffText
  ) -> Hunk {
    guard let first = changes.first, let last = changes.last else {
      return Hunk(old: 0..<0, new: 0..<0, lines: [])
    }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.lines.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    var lines: [Line] = []
    var position = oldRange.lowerBound
    for change in changes {
      lines += (position..<change.old.lowerBound).map { old.line($0, .kept) }
      lines += change.old.map { old.line($0, .removed) }
      lines += change.new.map { new.line($0, .added) }
      position = change.old.upperBound
    }
    lines += (position..<oldRange.upperBound).map { old.line($0, .kept) }
    return Hunk(
      old: oldRange,
      new: (first.new.lowerBound - before)..<(last.new.upperBound + after), lines: lines)
  }
}

/// A text cut into lines.
private struct DiffText {
  /// Each line with its LF, so that a last line without one differs from the same line with one.
  let lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    self.lines = lines
  }

  func line(_ index: Int, _ change: UnifiedDiff.Change) -> UnifiedDiff.Line {
    let line = lines[index]
    let hasNewline = line.last == 0x0A
    return UnifiedDiff.Line(
      change: change, bytes: hasNewline ? line.dropLast() : line, endsWithoutNewline: !hasNewline)
  }
}
