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
    let points = line.samples(every: RouteCheck.step)
    return check.foreignPassages(of: points, ofEdge: index).map { region, place in
      let before = points[max(0, place - 1)]
      let after = points[min(points.count - 1, place + 1)]
      let way = after - before
      return Bridge(
        edge: index, region: region, centre: (before + after) * 0.5,
        direction: way.length == 0 ? Point(x: 1, y: 0) : way * (1 / way.length))
    }
  }
}
