// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A place on one line: what a pull request can show beside a change.
///
/// Of a range over several lines it is the part on the first. What stands behind the last line feed of a
/// file is placed at the end of the last line that has text.
struct LineRegion: Hashable {
  /// From 1.
  let line: Int
  /// From 1, in characters (Unicode scalars).
  let column: Int
  /// The column after the last character; that of the start for an empty place.
  let endColumn: Int

  init(_ range: SourceRange, _ locator: inout SourceLocator) {
    var line = locator.line(of: range.start, in: range.file)
    while line.content.isEmpty, line.end == locator.bytes(of: range.file).count, line.number > 0 {
      line = locator.line(line.number - 1, in: range.file)
    }
    let content = line.clamped(range.offsets)
    self.line = line.number + 1
    column = locator.cursor(at: content.lowerBound, in: line).characters + 1
    endColumn = locator.cursor(at: content.upperBound, in: line).characters + 1
  }
}
