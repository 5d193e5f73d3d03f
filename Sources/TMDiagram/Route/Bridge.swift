// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where a flow passes over a border that it does not cross, for want of another way.
struct Bridge: Hashable, Sendable {
  let edge: Int
  let region: Int
  let centre: Point
  /// The way of the flow there, one pixel long.
  let direction: Point

  static func bridges(ofEdge index: Int, along line: Polyline, _ check: RouteCheck) -> [Bridge] {
    // Finer than the check of a way: a line that only grazes a border is marked too.
    let points = line.samples(every: 0.25)
    return check.foreignPassages(of: points, ofEdge: index).map { region, place in
      let before = points[max(0, place - 4)]
      let after = points[min(points.count - 1, place + 4)]
      let way = after - before
      return Bridge(
        edge: index, region: region, centre: points[place],
        direction: way.length == 0 ? Point(x: 1, y: 0) : way * (1 / way.length))
    }
  }
}
