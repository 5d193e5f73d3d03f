// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What other flows cost a way, in steps.
struct FlowTolls {
  /// For each step along another flow.
  let along: Float
  /// For the first step onto another flow.
  let across: Float

  /// A way around is taken before a crossing.
  static let usual = FlowTolls(along: 4, across: 10)
  /// Ways are shorter and leave more room to others.
  static let direct = FlowTolls(along: 3, across: 5)
}

/// Finds cheap ways over a grid, from any of several places to any of several others.
struct PathSearch {
  /// A place to begin or end at, and what that costs beforehand.
  struct Terminal {
    let cell: Int
    let cost: Float
    let port: Port
  }

  /// A way found: the ports and the cells between them.
  struct Path {
    let start: Port
    let end: Port
    let cells: [Int]
  }

  /// What the way may do.
  enum Licence {
    /// Only borders that the flow crosses, each once.
    case strict
    /// Foreign borders too, at a price.
    case bridges
  }

  private var cost: [Float]
  private var previous: [Int32]
  private var round: [Int32]
  private var current: Int32 = 0

  /// What it costs to pass a border that the flow does not cross, in steps.
  private static let bridgeToll: Float = 60
  private static let turnToll: Float = 0.35
  private let tolls: FlowTolls

  init(_ grid: RoutingGrid, _ tolls: FlowTolls) {
    self.tolls = tolls
    let count = grid.columns * grid.rows
    cost = [Float](repeating: 0, count: count)
    previous = [Int32](repeating: -1, count: count)
    round = [Int32](repeating: 0, count: count)
  }

  /// Nil where there is no way.
  mutating func path(
    from starts: [Terminal], to ends: [Terminal], _ chain: RegionChain, _ licence: Licence,
    on grid: RoutingGrid
  ) -> Path? {
    guard let goal = ends.first?.port.rim, !starts.isEmpty else { return nil }
    current += 1
    var ending: [Int: Terminal] = [:]
    var spread = 0.0
    for end in ends {
      spread = max(spread, (end.port.rim - goal).length)
      if let known = ending[end.cell], known.cost <= end.cost { continue }
      ending[end.cell] = end
    }
    var beginning: [Int: Terminal] = [:]
    var queue = PriorityQueue()
    func estimate(_ index: Int) -> Float {
      // Never more than the way is: a straight line to the nearest end.
      Float(max(0, (grid.centre(index) - goal).length - spread) / grid.cell)
    }
    for start in starts {
      if round[start.cell] == current, cost[start.cell] <= start.cost { continue }
      round[start.cell] = current
      cost[start.cell] = start.cost
      previous[start.cell] = -1
      beginning[start.cell] = start
      queue.push(start.cell, start.cost + estimate(start.cell))
    }
    var best: (end: Terminal, cost: Float)?
    while let (index, priority) = queue.pop() {
      if let best, priority >= best.cost { break }
      let here = cost[index]
      if priority > here + estimate(index) + 0.001 { continue }
      if let end = ending[index], here + end.cost < best?.cost ?? .infinity {
        best = (end, here + end.cost)
      }
      let column = index % grid.columns
      let row = index / grid.columns
      let before = Int(previous[index])
      let fromRegion = grid.region[index]
      let isOnFlow = grid.traffic[index] > 0
      for down in max(0, row - 1)...min(grid.rows - 1, row + 1) {
        for across in max(0, column - 1)...min(grid.columns - 1, column + 1) {
          let next = down * grid.columns + across
          if next == index || grid.isBlocked[next] { continue }
          // A slanting step must not cut the corner of a shape or of another region.
          let (beside, below) = (row * grid.columns + across, down * grid.columns + column)
          if down != row && across != column {
            if grid.isBlocked[beside] || grid.isBlocked[below] { continue }
            let (first, second) = (grid.region[beside], grid.region[below])
            if first != fromRegion && first != grid.region[next] { continue }
            if second != fromRegion && second != grid.region[next] { continue }
          }
          var toll = 1 + grid.toll[next]
          if grid.traffic[next] > 0 {
            toll += isOnFlow ? tolls.along : tolls.across
          }
          if down != row && across != column { toll *= 1.4142 }
          let into = grid.region[next]
          if fromRegion != into { toll += grid.gateToll[next] }
          if !chain.allows(fromRegion, into) {
            guard case .bridges = licence else { continue }
            toll += fromRegion == into ? 1 : PathSearch.bridgeToll
          }
          if before >= 0, index - before != next - index { toll += PathSearch.turnToll }
          let total = here + toll
          if round[next] == current, cost[next] <= total { continue }
          round[next] = current
          cost[next] = total
          previous[next] = Int32(index)
          queue.push(next, total + estimate(next))
        }
      }
    }
    guard let best else { return nil }
    var cells = [best.end.cell]
    while let last = cells.last, previous[last] >= 0 { cells.append(Int(previous[last])) }
    guard let start = beginning[cells[cells.count - 1]] else { return nil }
    return Path(start: start.port, end: best.end.port, cells: cells.reversed())
  }
}

/// Numbers by rising priority; among equals, in the order of the numbers, so that the answer is one.
private struct PriorityQueue {
  private var heap: [(priority: Float, index: Int32)] = []

  mutating func push(_ index: Int, _ priority: Float) {
    heap.append((priority, Int32(index)))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (index: Int, priority: Float)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return (Int(first.index), first.priority) }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return (Int(first.index), first.priority)
  }
}
