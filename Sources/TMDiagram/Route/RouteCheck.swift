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
      let box =
        holdsSource != holdsTarget
        ? regions[region] : regions[region].grown(by: holdsSource ? -distance : distance)
      var passages: [Int] = []
      var isInside = points.first.map(box.contains) ?? false
      for (place, point) in points.enumerated() where box.contains(point) != isInside {
        isInside.toggle()
        passages.append(place)
      }
      if holdsSource != holdsTarget, !passages.isEmpty {
        // The passage next to the end inside is the flow's own.
        passages.remove(at: holdsSource ? 0 : passages.count - 1)
      }
      result += passages.map { (region, $0) }
    }
    return result
  }

  /// What a line keeps from what it must not touch, in pixels.
  static let distance = 2.0

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
