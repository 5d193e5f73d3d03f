// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Places boxes in rows so that flows lead from row to row.
struct RankedRows {
  /// A flow between two parts, the one to stand above first.
  struct Link {
    let above: Int
    let below: Int
    /// From its line to the end of the words beside it, in pixels; 0 without words.
    let reach: Double
  }

  /// The upper left corner of each box, in the order of the boxes.
  private(set) var places: [Point] = []
  private(set) var extent = Extent(width: 0, height: 0)

  /// Between boxes of a row, and between rows, in pixels.
  private static let gap = 42.0

  init(
    parts: [Int], extents: [Extent], links: [Link],
    direction: LayoutCandidate.Direction, gap: Double
  ) {
    let isAcross = direction == .right
    let index = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($0.element, $0.offset) })
    let pairs = links.compactMap { link in
      index[link.above].flatMap { above in index[link.below].map { (above, $0) } }
    }
    let sizes = extents.map {
      isAcross ? Extent(width: $0.height, height: $0.width) : $0
    }
    var blocks: [(members: [Int], places: [Point], extent: Extent)] = []
    for members in RankedRows.components(count: parts.count, pairs) {
      var component = RankedComponent(
        members: members, sizes: sizes, pairs: pairs, rankGap: gap)
      component.arrange()
      blocks.append((members, component.places, component.extent))
    }
    let packed = RankedRows.pack(blocks.map(\.extent))
    var places = [Point](repeating: Point(x: 0, y: 0), count: parts.count)
    for (block, corner) in zip(blocks, packed.corners) {
      for (member, place) in zip(block.members, block.places) { places[member] = place + corner }
    }
    extent = packed.extent
    if isAcross {
      places = places.map { Point(x: $0.y, y: $0.x) }
      extent = Extent(width: extent.height, height: extent.width)
    }
    self.places = places
  }

  /// The members of each connected group, in the order of the first.
  private static func components(count: Int, _ pairs: [(Int, Int)]) -> [[Int]] {
    var sets = DisjointSets(count: count)
    for (first, second) in pairs { _ = sets.join(first, second) }
    var groups: [Int: [Int]] = [:]
    for index in 0..<count { groups[sets.root(index), default: []].append(index) }
    return groups.values.sorted { $0[0] < $1[0] }
  }

  /// Shelves of about the width that makes the whole half as wide again as high.
  private static func pack(_ extents: [Extent]) -> (corners: [Point], extent: Extent) {
    let area = extents.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let widest = extents.map(\.width).max() ?? 0
    let limit = max(widest, (area * 1.5).squareRoot())
    var corners: [Point] = []
    var corner = Point(x: 0, y: 0)
    var shelf = 0.0
    var width = 0.0
    for extent in extents {
      if corner.x > 0, corner.x + extent.width > limit {
        corner = Point(x: 0, y: corner.y + shelf + gap)
        shelf = 0
      }
      corners.append(corner)
      width = max(width, corner.x + extent.width)
      shelf = max(shelf, extent.height)
      corner.x += extent.width + gap
    }
    return (corners, Extent(width: width, height: corner.y + shelf))
  }
}
