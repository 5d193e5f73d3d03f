// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A place in a source text as a reader counts.
package struct SourcePosition: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// From 1, in characters (Unicode scalars); a byte-order mark is none, a bad byte is one.
  package let column: Int
  /// From 0, in bytes of the file.
  package let offset: Int
}

/// Turns byte offsets into lines, columns and cells, with one line index for each file it meets.
package struct SourceLocator {
  /// Lines longer than this many bytes keep places to start counting from.
  private static let longLine = 4096
  private static let milestoneStep = 256

  private let sources: SourceSet
  /// By the index of the file.
  private var indexes: [LineIndex?]
  private var milestones: [SourceRange: [LineCursor]] = [:]

  package init(_ sources: SourceSet) {
    self.sources = sources
    indexes = Array(repeating: nil, count: sources.files.count)
  }

  /// The place of a byte; one inside a character or a line ending counts as the start of that.
  package mutating func position(of offset: UInt32, in file: FileID) -> SourcePosition {
    let bytes = sources.files[Int(file.index)].bytes
    let known = min(offset, UInt32(bytes.count))
    let line = line(of: known, in: file)
    let before = line.content.lowerBound..<max(line.content.lowerBound, Int(known))
    let passed = line.clamped(before)
    // Of ASCII, which most lines are, each byte is a character.
    let characters =
      passed.count <= Self.longLine && passed.allSatisfy { bytes[$0] < 0x80 }
      ? passed.count : cursor(at: Int(known), in: line).characters
    return SourcePosition(line: line.number + 1, column: characters + 1, offset: Int(offset))
  }

  /// The path of a file as the user knows it, not yet safe for a terminal.
  package func path(of file: FileID) -> String { sources[file].path }

  func bytes(of file: FileID) -> [UInt8] { sources[file].bytes }

  /// The line that holds a byte.
  package mutating func line(of offset: UInt32, in file: FileID) -> SourceLine {
    let index = index(of: file)
    return line(index.line(of: offset), in: file, index)
  }

  /// The line with a number from 0.
  package mutating func line(_ number: Int, in file: FileID) -> SourceLine {
    line(number, in: file, index(of: file))
  }

  private func line(_ number: Int, in file: FileID, _ index: LineIndex) -> SourceLine {
    SourceLine(
      file: file, number: number, extent: index.range(ofLine: number), bytes: sources[file].bytes)
  }

  /// The cursor before the character that holds a byte, or at the end of the line.
  mutating func cursor(at offset: Int, in line: SourceLine) -> LineCursor {
    var cursor = start(in: line) { $0.offset <= offset }
    cursor.advance(to: offset, in: sources[line.file].bytes, until: line.content.upperBound)
    return cursor
  }

  /// A cursor at or before a cell of the line, near enough to walk on from.
  mutating func cursor(beforeColumn column: Int, in line: SourceLine) -> LineCursor {
    start(in: line) { $0.column <= column }
  }

  private mutating func index(of file: FileID) -> LineIndex {
    if let known = indexes[Int(file.index)] { return known }
    let index = LineIndex(sources[file].bytes)
    indexes[Int(file.index)] = index
    return index
  }

  /// The last milestone that qualifies, where all that qualify stand before all that do not.
  private mutating func start(
    in line: SourceLine, where qualifies: (LineCursor) -> Bool
  ) -> LineCursor {
    let first = LineCursor(start: line.content.lowerBound)
    guard line.content.count > Self.longLine else { return first }
    let places = milestones(of: line)
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if qualifies(places[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1] : first
  }

  private mutating func milestones(of line: SourceLine) -> [LineCursor] {
    let key = SourceRange(
      file: line.file, start: UInt32(line.content.lowerBound), end: UInt32(line.content.upperBound))
    if let known = milestones[key] { return known }
    let bytes = sources[line.file].bytes
    var cursor = LineCursor(start: line.content.lowerBound)
    var places = [cursor]
    while cursor.offset < line.content.upperBound {
      _ = cursor.pass(in: bytes, until: line.content.upperBound)
      if let last = places.last, cursor.offset >= last.offset + Self.milestoneStep {
        places.append(cursor)
      }
    }
    milestones[key] = places
    return places
  }
}
