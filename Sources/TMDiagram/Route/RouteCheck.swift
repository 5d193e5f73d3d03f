// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Says of a line whether a reader could believe something false of it.
struct RouteCheck {
  let scene: Scene
  let nodes: [Box]
  let regions: [Box]

  /// Between two points that are looked at, in pixels.
  static let step = 2.0

  /// The nodes that the line runs under without ending there, or nearer by than the distance.
  func nodesPassed(
    by points: [Point], ofEdge index: Int, within distance: Double = 0
  ) -> [Int] {
    let edge = scene.edges[index]
    let bounds = Box(around: points)
    return nodes.indices.filter { node in
      let box = nodes[node].grown(by: distance)
      guard node != edge.source, node != edge.target, box.overlaps(bounds) else { return false }
      let isRound = scene.nodes[node].kind.isRound
      return points.contains { box.contains($0) && (!isRound || box.hasOval($0)) }
    }
  }

  /// Where the line passes a border that the flow does not cross, or passes it once too often; the
  /// passages that belong to the flow are not among them. A border counts as passed from the distance on.
  func foreignPassages(
    of points: [Point], ofEdge index: Int, within distance: Double = 0
  ) -> [(region: Int, at: Int)] {
    let edge = scene.edges[index]
    let bounds = Box(around: points)
    var result: [(region: Int, at: Int)] = []
    for region in regions.indices
    where regions[region].grown(by: distance).overlaps(bounds) {
      let holdsSource = scene.region(region, encloses: edge.source)
      let holdsTarget = scene.region(region, encloses: edge.target)
      let isCrossed = holdsSource != holdsTarget
      // A line that cuts a corner of a border that it crosses passes it once too often, a hair further in or out.
      let boxes =
        isCrossed
        ? (distance > 0 ? [-1, 0, 1] : [0]).map { regions[region].grown(by: $0) }
        : [regions[region].grown(by: holdsSource ? -distance : distance)]
      var passages: [Int] = []
      for box in boxes where passages.isEmpty {
        var isInside = points.first.map(box.contains) ?? false
        for (place, point) in points.enumerated() where box.contains(point) != isInside {
          isInside.toggle()
          passages.append(place)
        }
        if isCrossed, !passages.isEmpty {
          // The passage next to the end inside is the flow's own. In a corner it could be one or three.
          let own = passages.remove(at: holdsSource ? 0 : passages.count - 1)
          if distance >= RouteCheck.distance, box.hasCorner(near: points[own]) {
            passages.append(own)
          }
        }
      }
      result += passages.map { (region, $0) }
    }
    return result
  }

  /// What a line keeps from what it must not touch, in pixels.
  static let distance = 2.0

  /// How far a passage keeps from the corners of a border if it can, in pixels.
  static let corner = 9.0

  /// Whether nothing false can be read from the line, which keeps its distance if it can.
  func isTrue(
    _ line: Polyline, ofEdge index: Int, within distance: Double = RouteCheck.distance
  ) -> Bool {
    let points = line.samples(every: RouteCheck.step)
    return nodesPassed(by: points, ofEdge: index, within: distance).isEmpty
      && foreignPassages(of: points, ofEdge: index, within: distance).isEmpty
  }
}

extension Box {
  /// Whether a point of the border lies in the rounding of a corner.
  fileprivate func hasCorner(near point: Point) -> Bool {
    min(abs(point.x - left), abs(point.x - right)) < RouteCheck.corner
      && min(abs(point.y - top), abs(point.y - bottom)) < RouteCheck.corner
  }

  /// The smallest box around some points.
  init(around points: [Point]) {
    let first = points.first ?? Point(x: 0, y: 0)
    self.init(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for point in points {
      left = min(left, point.x)
      right = max(right, point.x)
      top = min(top, point.y)
      bottom = max(bottom, point.y)
    }
  }
}
