// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The cells of a line that are shown, out of all its cells.
package struct CellWindow: Equatable {
  /// The most cells of a source line that are shown at once.
  package static let limit = 120

  package let cells: Range<Int>
  private let total: Int
  private let limit: Int

  /// The window of a line of `total` cells that shows `focus`, or the start of it, near its middle.
  ///
  /// - Parameter limit: the most cells of the window.
  package init(around focus: Range<Int>, total: Int, limit: Int = Self.limit) {
    self.total = total
    self.limit = limit
    guard total > limit else {
      cells = 0..<total
      return
    }
    let lead = max((limit - focus.count) / 2, limit / 6)
    let start = min(max(focus.lowerBound - lead, 0), total - limit)
    cells = start..<start + limit
  }

  /// The most cells of a window on a terminal of some width, with room for the margin in front of it;
  /// nil for a text whose lines have no end.
  package static func limit(width: Int?) -> Int {
    width.map { min(max($0 - 8, 24), limit) } ?? limit
  }

  /// Whether cells of the line lie before the window.
  package var isCutBefore: Bool { cells.lowerBound > 0 }

  /// Whether cells of the line lie after the window.
  package var isCutAfter: Bool { cells.upperBound < total }

  /// Whether marks under a range of cells fit, but for the end of a long one.
  package func shows(_ focus: Range<Int>) -> Bool {
    if isCutBefore, focus.lowerBound <= cells.lowerBound { return false }
    let end = min(focus.upperBound, focus.lowerBound + limit / 3)
    return !isCutAfter || end < cells.upperBound
  }
}
