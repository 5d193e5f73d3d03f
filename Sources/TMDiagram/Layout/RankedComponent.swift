// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Boxes that flows connect, in rows.
struct RankedComponent {
  /// The upper left corner of each member, in the order of the members.
  private(set) var places: [Point] = []
  private(set) var extent = Extent(width: 0, height: 0)

  private let members: [Int]
  private let sizes: [Extent]
  private let rankGap: Double
  /// Pairs of positions in `members`; those of the spanning tree decide the rows.
  private var pairs: [(above: Int, below: Int)] = []
  private var tree: [(above: Int, below: Int)] = []
  private var rank: [Int]
  private var rows: [[Int]] = []
  private var centres: [Double]

  /// Between two boxes of a row, in pixels.
  private static let gap = 42.0
  init(members: [Int], sizes: [Extent], pairs given: [(Int, Int)], rankGap: Double) {
    self.members = members
    self.sizes = members.map { sizes[$0] }
    self.rankGap = rankGap
    rank = [Int](repeating: 0, count: members.count)
    centres = [Double](repeating: 0, count: members.count)
    let index = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($0.element, $0.offset) })
    var sets = DisjointSets(count: members.count)
    for (first, second) in given {
      guard let above = index[first], let below = index[second] else { continue }
      pairs.append((above, below))
    }
    // The first in the order of names counts, however many there are: one flow more changes nothing as
    // a rule.
    for pair in pairs where sets.join(pair.above, pair.below) { tree.append(pair) }
  }

  mutating func arrange() {
    rankAlongTree()
    settle()
    finish()
  }

  // MARK: - Rows

  /// Each flow of the tree leads one row down; in a row, boxes stand as a walk along the tree meets them.
  private mutating func rankAlongTree() {
    var neighbours = [[(Int, Int)]](repeating: [], count: members.count)
    for (above, below) in tree {
      neighbours[above].append((below, 1))
      neighbours[below].append((above, -1))
    }
    var isSeen = [Bool](repeating: false, count: members.count)
    var order: [Int] = []
    var stack = [0]
    isSeen[0] = true
    while let current = stack.popLast() {
      order.append(current)
      for (next, step) in neighbours[current].reversed() where !isSeen[next] {
        isSeen[next] = true
        rank[next] = rank[current] + step
        stack.append(next)
      }
    }
    let lowest = rank.min() ?? 0
    rank = rank.map { $0 - lowest }
    rows = [[Int]](repeating: [], count: (rank.max() ?? 0) + 1)
    for member in order { rows[rank[member]].append(member) }
    breakWideRows()
    for row in rows.indices { pack(row) }
  }

  /// A row that is far wider than the whole should be goes on in the next one.
  private mutating func breakWideRows() {
    let area = sizes.reduce(0) {
      $0 + ($1.width + RankedComponent.gap) * ($1.height + rankGap * 0.8)
    }
    let widest = sizes.map(\.width).max() ?? 0
    let limit = max(widest, (area * 2.2).squareRoot())
    var result: [[Int]] = []
    for row in rows {
      var line: [Int] = []
      var width = 0.0
      for member in row {
        if !line.isEmpty, width + sizes[member].width > limit {
          result.append(line)
          line = []
          width = 0
        }
        line.append(member)
        width += sizes[member].width + RankedComponent.gap
      }
      result.append(line)
    }
    rows = result
    for (row, line) in rows.enumerated() {
      for member in line { rank[member] = row }
    }
  }

  private mutating func pack(_ row: Int) {
    let width = rows[row].reduce(0) { $0 + sizes[$1].width + RankedComponent.gap }
    var left = -width / 2
    for member in rows[row] {
      centres[member] = left + sizes[member].width / 2
      left += sizes[member].width + RankedComponent.gap
    }
  }

  // MARK: - Places in a row

  /// Draws every box towards what it exchanges data with along the tree; the order stays.
  private mutating func settle() {
    var neighbours = [[Int]](repeating: [], count: members.count)
    for (above, below) in tree {
      neighbours[above].append(below)
      neighbours[below].append(above)
    }
    for round in 0..<8 {
      let order = round % 2 == 0 ? Array(rows.indices) : rows.indices.reversed()
      for row in order {
        let wanted = rows[row].map { member in
          neighbours[member].isEmpty
            ? centres[member]
            : neighbours[member].reduce(0) { $0 + centres[$1] } / Double(neighbours[member].count)
        }
        spread(row, towards: wanted)
      }
    }
  }

  /// The places in the order of the row that are nearest to the wanted ones without overlap.
  private mutating func spread(_ row: Int, towards wanted: [Double]) {
    let line = rows[row]
    var offsets: [Double] = []
    var offset = 0.0
    for (place, member) in line.enumerated() {
      if place > 0 {
        offset += (sizes[line[place - 1]].width + sizes[member].width) / 2 + RankedComponent.gap
      }
      offsets.append(offset)
    }
    // Neighbours that want to pass each other move as one.
    var groups: [(sum: Double, count: Int)] = []
    for (place, want) in wanted.enumerated() {
      groups.append((want - offsets[place], 1))
      while groups.count > 1 {
        let (last, before) = (groups[groups.count - 1], groups[groups.count - 2])
        guard before.sum / Double(before.count) >= last.sum / Double(last.count) else { break }
        groups.removeLast(2)
        groups.append((before.sum + last.sum, before.count + last.count))
      }
    }
    var place = 0
    for group in groups {
      for _ in 0..<group.count {
        centres[line[place]] = group.sum / Double(group.count) + offsets[place]
        place += 1
      }
    }
  }

  private mutating func finish() {
    places = [Point](repeating: Point(x: 0, y: 0), count: members.count)
    var start = 0.0
    for column in columns() {
      let all = column.flatMap { rows[$0] }
      let left = all.map { centres[$0] - sizes[$0].width / 2 }.min() ?? 0
      let right = all.map { centres[$0] + sizes[$0].width / 2 }.max() ?? 0
      var top = 0.0
      for row in column {
        let height = rows[row].map { sizes[$0].height }.max() ?? 0
        for member in rows[row] {
          places[member] = Point(
            x: (start + centres[member] - sizes[member].width / 2 - left).rounded(),
            y: (top + (height - sizes[member].height) / 2).rounded())
        }
        top += height
        if row < column.upperBound - 1 { top += gap(below: row) }
      }
      extent.height = max(extent.height, top.rounded(.up))
      extent.width = (start + right - left).rounded(.up)
      start += right - left + rankGap
    }
  }

  /// The rows, folded into columns where a chain is far longer than wide.
  private func columns() -> [Range<Int>] {
    let left = members.indices.map { centres[$0] - sizes[$0].width / 2 }.min() ?? 0
    let right = members.indices.map { centres[$0] + sizes[$0].width / 2 }.max() ?? 0
    let heights = rows.indices.map { row in
      (rows[row].map { sizes[$0].height }.max() ?? 0) + gap(below: row)
    }
    let height = heights.reduce(0, +)
    let width = right - left + rankGap
    guard rows.count >= 6, height > 4 * width else { return [rows.indices] }
    let count = min(rows.count / 3, Int((height / (1.5 * width)).squareRoot().rounded(.up)))
    var result: [Range<Int>] = []
    var first = 0
    var sum = 0.0
    for row in rows.indices {
      sum += heights[row]
      if result.count < count - 1, sum >= height / Double(count) {
        result.append(first..<row + 1)
        first = row + 1
        sum = 0
      }
    }
    if first < rows.count { result.append(first..<rows.count) }
    return result
  }

  /// Many flows that pass need more room.
  private func gap(below row: Int) -> Double {
    let passing = pairs.filter {
      min(rank[$0.above], rank[$0.below]) <= row && max(rank[$0.above], rank[$0.below]) > row
    }.count
    return rankGap + Double(min(8, max(0, passing - 3))) * 5
  }
}
