// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds the boxes near a place without looking at all of them.
struct SpatialGrid {
  private static let cell = 64.0
  private static let nowhere = Box(
    left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

  private let origin: Point
  private let columns: Int
  private let rows: Int
  private var cells: [[Int32]]
  private(set) var boxes: [Box] = []

  /// Boxes outside the area are found too, but all in the cells at its rim.
  init(area: Box) {
    origin = Point(x: area.left, y: area.top)
    columns = max(1, min(512, Int(area.width / SpatialGrid.cell) + 1))
    rows = max(1, min(512, Int(area.height / SpatialGrid.cell) + 1))
    cells = [[Int32]](repeating: [], count: columns * rows)
  }

  /// The number of the new box; numbers count up from 0.
  @discardableResult
  mutating func insert(_ box: Box) -> Int {
    let number = boxes.count
    boxes.append(box)
    let (across, down) = span(of: box)
    for row in down {
      for column in across { cells[row * columns + column].append(Int32(number)) }
    }
    return number
  }

  /// Takes a box out; its number is not used again.
  mutating func remove(_ number: Int) {
    boxes[number] = SpatialGrid.nowhere
  }

  /// Calls the body with the number of each box that overlaps; with one of several cells, more than once.
  /// Stops where the body answers false.
  func visit(_ box: Box, _ body: (Int) -> Bool) {
    let (across, down) = span(of: box)
    for row in down {
      for column in across {
        for number in cells[row * columns + column] where boxes[Int(number)].overlaps(box) {
          if !body(Int(number)) { return }
        }
      }
    }
  }

  func isFree(_ box: Box) -> Bool {
    var free = true
    visit(box) { _ in
      free = false
      return false
    }
    return free
  }

  private func span(of box: Box) -> (ClosedRange<Int>, ClosedRange<Int>) {
    (
      clamp(box.left - origin.x, columns)...clamp(box.right - origin.x, columns),
      clamp(box.top - origin.y, rows)...clamp(box.bottom - origin.y, rows)
    )
  }

  private func clamp(_ offset: Double, _ count: Int) -> Int {
    Int(max(0, min(Double(count - 1), offset / SpatialGrid.cell)))
  }
}
