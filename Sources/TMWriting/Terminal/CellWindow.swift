// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The cells of a line that are shown, out of all its cells.
package struct CellWindow: Equatable {
  /// The most cells of a source line that are shown at once.
  static let limit = 120

  package let cells: Range<Int>
  private let total: Int

  /// The window of a line of `total` cells that shows `focus`, or the start of it, near its middle.
  package init(around focus: Range<Int>, total: Int) {
    self.total = total
    guard total > Self.limit else {
      cells = 0..<total
      return
    }
    let lead = max((Self.limit - focus.count) / 2, Self.limit / 6)
    let start = min(max(focus.lowerBound - lead, 0), total - Self.limit)
    cells = start..<start + Self.limit
  }

  /// Whether cells of the line lie before the window.
  package var isCutBefore: Bool { cells.lowerBound > 0 }

  /// Whether cells of the line lie after the window.
  package var isCutAfter: Bool { cells.upperBound < total }

  /// Whether marks under a range of cells fit, but for the end of a long one.
  package func shows(_ focus: Range<Int>) -> Bool {
    if isCutBefore, focus.lowerBound <= cells.lowerBound { return false }
    let end = min(focus.upperBound, focus.lowerBound + Self.limit / 3)
    return !isCutAfter || end < cells.upperBound
  }
}
