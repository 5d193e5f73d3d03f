// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The lines of all flows, to ask which of them run through a box.
struct StrokeIndex {
  private var grid: SpatialGrid
  private var owners: [Int] = []
  private var segments: [Segment] = []

  init(area: Box, lines: [Polyline]) {
    grid = SpatialGrid(area: area)
    for (owner, line) in lines.enumerated() {
      for segment in line.segments {
        // A segment without width or height would overlap nothing.
        grid.insert(segment.bounds.grown(by: 0.5))
        owners.append(owner)
        segments.append(segment)
      }
    }
  }

  /// How many lines run through the box, but for the given one.
  func lineCount(in box: Box, without own: Int?) -> Int {
    var found: [Int] = []
    grid.visit(box) { number in
      let owner = owners[number]
      if owner != own, !found.contains(owner), box.meets(segments[number]) { found.append(owner) }
      return true
    }
    return found.count
  }

  /// How many lines a straight one crosses, but for the given one.
  func lineCount(crossing segment: Segment, without own: Int?) -> Int {
    var found: [Int] = []
    grid.visit(segment.bounds.grown(by: 0.5)) { number in
      let owner = owners[number]
      if owner != own, !found.contains(owner), segments[number].crosses(segment) {
        found.append(owner)
      }
      return true
    }
    return found.count
  }

  /// Whether the line of one flow runs through the box.
  func line(_ own: Int, meets box: Box) -> Bool {
    var meets = false
    grid.visit(box) { number in
      meets = owners[number] == own && box.meets(segments[number])
      return !meets
    }
    return meets
  }
}
