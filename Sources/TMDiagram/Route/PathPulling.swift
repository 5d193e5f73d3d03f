// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Makes a line of few bends from a way over the grid.
struct PathPulling {
  let grid: RoutingGrid
  let chain: RegionChain
  let tolls: FlowTolls

  /// The corners of the line, from rim to rim: first with as few as can be, then safer ones.
  func lines(of path: PathSearch.Path) -> [[Point]] {
    var points = [path.start.outside] + bends(of: path.cells).map(grid.centre)
    points.append(path.end.outside)
    let pulled = [path.start.rim] + pulled(points) + [path.end.rim]
    return [withoutStubs(pulled), pulled, [path.start.rim] + points + [path.end.rim]]
  }

  /// The cells where the way turns, without the first and last, which the ports stand for.
  private func bends(of cells: [Int]) -> [Int] {
    guard cells.count > 2 else { return [] }
    return cells.indices.dropFirst().dropLast().filter {
      cells[$0] - cells[$0 - 1] != cells[$0 + 1] - cells[$0]
    }.map { cells[$0] }
  }

  private func pulled(_ points: [Point]) -> [Point] {
    var result = [points[0]]
    var index = 0
    while index < points.count - 1 {
      var reach = index + 1
      var wayCost = toll(points[index], points[index + 1])?.cost ?? .infinity
      for next in points.indices.dropFirst(index + 2) {
        wayCost += toll(points[next - 1], points[next])?.cost ?? .infinity
        guard let straight = toll(points[index], points[next]), straight.isAllowed else { continue }
        if straight.cost <= wayCost * 1.03 + 0.6 {
          reach = next
        }
      }
      result.append(points[reach])
      index = reach
    }
    return result
  }

  /// The short pieces in front of the ports go where the line may reach the rim at a slant.
  private func withoutStubs(_ points: [Point]) -> [Point] {
    var points = points
    if points.count > 2, isSlant(points[0], points[1], points[2]),
      isCheaper(points[0], points[2], than: (points[1], points[2]), bare: (PathPulling.bare, 0))
    {
      points.remove(at: 1)
    }
    let last = points.count - 1
    if points.count > 2, isSlant(points[last], points[last - 1], points[last - 2]),
      isCheaper(
        points[last - 2], points[last], than: (points[last - 2], points[last - 1]),
        bare: (0, PathPulling.bare))
    {
      points.remove(at: last - 1)
    }
    return points
  }

  /// How much of a line lies at its own element, where nothing else is looked for, in pixels.
  private static let bare = 20.0

  private func isCheaper(
    _ start: Point, _ end: Point, than way: (Point, Point), bare: (Double, Double)
  ) -> Bool {
    guard let direct = toll(start, end, bare: bare), direct.isAllowed else { return false }
    guard let former = toll(way.0, way.1) else { return true }
    return direct.cost <= former.cost * 1.05 + 2.5
  }

  // Up to about sixty degrees from straight ahead.
  private func isSlant(_ rim: Point, _ outside: Point, _ next: Point) -> Bool {
    let ahead = outside - rim
    let way = next - rim
    guard way.length > 2 * Port.reach else { return false }
    return ahead.x * way.x + ahead.y * way.y > 0.5 * ahead.length * way.length
  }

  /// What a straight line costs and whether the flow may take it; nil where something stands in the way.
  private func toll(
    _ start: Point, _ end: Point, bare: (Double, Double) = (0, 0)
  ) -> (cost: Double, isAllowed: Bool)? {
    let length = (end - start).length
    let steps = max(1, Int((length / (grid.cell * 0.5)).rounded(.up)))
    var cost = 0.0
    var isAllowed = true
    var last = -1
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let index = grid.index(start + (end - start) * share)
      if share * length < bare.0 || (1 - share) * length < bare.1 {
        if grid.hasCaption[index] { return nil }
        continue
      }
      if index == last { continue }
      if grid.isBlocked[index] { return nil }
      if last >= 0 {
        if grid.region[last] != grid.region[index] { cost += Double(grid.gateToll[index]) }
        if !chain.allows(grid.region[last], grid.region[index]) { isAllowed = false }
        if grid.traffic[index] > 0 {
          cost += Double(grid.traffic[last] > 0 ? tolls.along : tolls.across)
        }
      }
      cost += Double(grid.toll[index])
      last = index
    }
    return (cost + length / grid.cell, isAllowed)
  }
}

extension Route {
  /// The length of an arrow, in pixels.
  static let arrowLength = 8.0

  /// A line with rounded corners; the first and last corner are where the flow meets its elements.
  init(corners given: [Point], radius: Double, twoWay: Bool) {
    var corners = given
    let last = corners.count - 1
    let tip = corners[last]
    let start = corners[0]
    corners[last] = Route.base(of: tip, from: corners[last - 1])
    if twoWay { corners[0] = Route.base(of: start, from: corners[1]) }
    var points = [corners[0]]
    func straight(to end: Point) {
      let from = points[points.count - 1]
      points += [from + (end - from) * (1 / 3.0), from + (end - from) * (2 / 3.0), end]
    }
    for index in corners.indices.dropFirst().dropLast() {
      let (before, corner, after) = (corners[index - 1], corners[index], corners[index + 1])
      let reach = min(radius, (corner - before).length / 2, (after - corner).length / 2)
      guard reach > 1 else {
        straight(to: corner)
        continue
      }
      let enter = corner + (before - corner) * (reach / (before - corner).length)
      let leave = corner + (after - corner) * (reach / (after - corner).length)
      straight(to: enter)
      points += [enter + (corner - enter) * 0.6, leave + (corner - leave) * 0.6, leave]
    }
    straight(to: corners[last])
    self.init(points: points, startTip: twoWay ? start : nil, endTip: tip)
  }

  private static func base(of tip: Point, from point: Point) -> Point {
    let way = point - tip
    let length = way.length
    return length == 0 ? tip : tip + way * (min(arrowLength, length / 2) / length)
  }
}
