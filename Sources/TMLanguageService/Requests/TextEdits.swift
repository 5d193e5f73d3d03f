// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMSource
import TMSyntax

extension ModelSnapshot {
  /// The edits that lay a file out in the style of the language, with the line ends that it has; nil for
  /// one with syntax errors.
  package func formatting(of file: FileID) -> [Edit]? {
    guard let formatted = TMFormatter.format(tree(file)) else { return nil }
    return LineEdits.between(
      sources[file].bytes, form(file).applied(to: formatted), in: file)
  }

  /// Those of them that touch the lines of a range.
  package func formatting(of file: FileID, in range: Range<Int>) -> [Edit]? {
    let source = text(file)
    let lines = source.line(of: range.lowerBound)...source.line(of: range.upperBound)
    return formatting(of: file)?.filter { edit in
      let last = max(
        edit.range.start, edit.range.end == edit.range.start ? edit.range.end : edit.range.end - 1)
      return lines.overlaps(
        source.line(of: Int(edit.range.start))...source.line(of: Int(last)))
    }
  }

  /// The indentation of the line of an offset, where a brace or a new line was just typed; nil where it
  /// is right already.
  package func indentation(at offset: Int, in file: FileID) -> Edit? {
    let source = text(file)
    let line = source.content(ofLine: source.line(of: offset))
    let bytes = source.bytes
    var depth = 0
    var lexer = Lexer(bytes)
    var token = lexer.next()
    while token.kind != .endOfFile, Int(token.start) < line.lowerBound {
      // A text over several lines is kept as it is.
      if Int(token.end) > line.lowerBound { return nil }
      if token.kind == .leftBrace { depth += 1 }
      if token.kind == .rightBrace { depth = max(0, depth - 1) }
      token = lexer.next()
    }
    let isClosing = token.kind == .rightBrace && Int(token.start) < line.upperBound
    if isClosing { depth = max(0, depth - 1) }
    let present = bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }
    // What goes on with the item of the line above stands deeper, as the formatter lays it out.
    let isContinued = !isClosing && CursorContext(bytes, at: line.lowerBound).isInsideItem
    let wanted = String(repeating: "  ", count: isContinued ? depth + 2 : depth)
    guard String(decoding: present, as: UTF8.self) != wanted else { return nil }
    let range = SourceRange(
      file: file, start: UInt32(line.lowerBound), end: UInt32(line.lowerBound + present.count))
    return Edit(range, wanted)
  }
}

/// The difference of two texts as edits of whole lines.
enum LineEdits {
  /// The edits, in order: each run of lines that differs is one.
  ///
  /// Lines are followed greedily with a bounded look ahead, which is exact for what a formatter does:
  /// it moves no lines.
  static func between(_ old: [UInt8], _ new: [UInt8], in file: FileID) -> [Edit] {
    if old == new { return [] }
    let left = lines(old)
    let right = lines(new)
    var edits: [Edit] = []
    var (row, column) = (0, 0)
    while row < left.count || column < right.count {
      if row < left.count, column < right.count, old[left[row]] == new[right[column]] {
        row += 1
        column += 1
        continue
      }
      let (rows, columns) = meeting(old, left, row, new, right, column)
      if rows == columns {
        // One edit a line, so that a part of them can be taken.
        for index in 0..<rows {
          edits.append(
            edit(
              old, left[(row + index)...].prefix(1), new, right[(column + index)...].prefix(1), file
            ))
        }
      } else {
        edits.append(
          edit(old, left[row...].prefix(rows), new, right[column...].prefix(columns), file))
      }
      row += rows
      column += columns
    }
    return edits
  }

  /// The edit that writes lines of the new text for those of the old one.
  private static func edit(
    _ old: [UInt8], _ gone: ArraySlice<Range<Int>>, _ new: [UInt8],
    _ come: ArraySlice<Range<Int>>, _ file: FileID
  ) -> Edit {
    // Where nothing goes, what comes stands in front of the next line, or at the end.
    let before = gone.startIndex
    let start = gone.first?.lowerBound ?? (before == 0 ? 0 : endOfLine(before - 1, old))
    let end = gone.last?.upperBound ?? start
    let text = come.first.map { new[$0.lowerBound..<(come.last ?? $0).upperBound] } ?? []
    return Edit(
      SourceRange(file: file, start: UInt32(start), end: UInt32(end)),
      String(decoding: text, as: UTF8.self))
  }

  private static func endOfLine(_ line: Int, _ bytes: [UInt8]) -> Int {
    lines(bytes)[line].upperBound
  }

  /// How many lines to skip on both sides until they are equal again.
  private static func meeting(
    _ old: [UInt8], _ left: [Range<Int>], _ row: Int, _ new: [UInt8], _ right: [Range<Int>],
    _ column: Int
  ) -> (Int, Int) {
    for distance in 1...64 {
      for rows in 0...distance {
        let (r, c) = (row + rows, column + distance - rows)
        guard r < left.count, c < right.count else { continue }
        if old[left[r]] == new[right[c]] { return (rows, distance - rows) }
      }
    }
    return (left.count - row, right.count - column)
  }

  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    let index = LineIndex(bytes)
    return (0..<index.count).map { index.range(ofLine: $0) }.filter { !$0.isEmpty }
  }
}
