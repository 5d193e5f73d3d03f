// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// A source line, or a window of it, as a terminal shows it.
package struct DisplayedLine {
  /// Safe text of the cells, a side that is cut ending in `…`.
  package private(set) var text = ""
  /// In cells.
  private(set) var width = 0
  private var places: [Place] = []
  private var nextOffset: Int

  private struct Place {
    let offset: Int
    let cells: Range<Int>
  }

  /// Shows the bytes from `cursor` to `end` as far as they lie in the window.
  package init(_ bytes: [UInt8], from cursor: LineCursor, until end: Int, window: CellWindow) {
    var cursor = cursor
    nextOffset = cursor.offset
    if window.isCutBefore { appendEllipsis() }
    let first = window.cells.lowerBound + width
    let last = window.isCutAfter ? window.cells.upperBound - 1 : Int.max
    while cursor.offset < end {
      let before = cursor
      let shown = cursor.pass(in: bytes, until: end)
      if cursor.column > last { break }
      // What has no width belongs to the character before it, which the ellipsis replaced.
      if before.column < first || (places.isEmpty && shown.width == 0 && width > 0) { continue }
      append(shown, at: before.offset)
      nextOffset = cursor.offset
    }
    if window.isCutAfter { appendEllipsis() }
  }

  /// The cells of a range of bytes, one at least; what lies outside the window is at its edges.
  package func cells(of range: Range<Int>) -> Range<Int> {
    let start = place(of: range.lowerBound)
    guard !range.isEmpty else { return start.lowerBound..<start.lowerBound + 1 }
    let end = place(of: range.upperBound - 1).upperBound
    return start.lowerBound..<max(end, start.lowerBound + 1)
  }

  private func place(of offset: Int) -> Range<Int> {
    guard offset < nextOffset else {
      let end = places.last?.cells.upperBound ?? width
      return end..<end
    }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1].cells : 0..<0
  }

  private mutating func append(_ shown: ShownScalar, at offset: Int) {
    shown.write(to: &text)
    if shown.width == 0, let base = places.last {
      places.append(Place(offset: offset, cells: base.cells))
    } else {
      places.append(Place(offset: offset, cells: width..<width + shown.width))
      width += shown.width
    }
  }

  private mutating func appendEllipsis() {
    text += "…"
    width += 1
  }
}
