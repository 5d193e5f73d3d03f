// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Leads flows through a picture whose elements and borders have their places.
///
/// A way that Graphviz found stays where it tells the truth and keeps its distance; every other flow is
/// led over a grid around elements, titles and foreign regions, away from flows that are there.
struct FlowRouter {
  private let scene: Scene
  private let nodes: [Box]
  private let regions: [Box]
  private let check: RouteCheck
  private let blocked: [Box]
  private let tolls: FlowTolls
  private var grid: RoutingGrid
  private var search: PathSearch
  /// The rims of the ports in use, by node.
  private var used: [[Point]]
  private var strokes: [Polyline?]

  /// Two flows that run nearer than this for long look like one, in pixels.
  private static let nearness = 4.5
  private static let longNearness = 36.0
  /// Between two marks on a border, in pixels.
  static let gateSpacing = 12.0
  private static let radii = [26.0, 12, 5, 0]

  /// `blocked` are titles and badges, which no flow may touch.
  init(
    scene: Scene, nodes: [Box], regions: [Box], blocked: [Box], tolls: FlowTolls = .usual
  ) {
    self.tolls = tolls
    self.scene = scene
    self.nodes = nodes
    self.regions = regions
    self.blocked = blocked
    check = RouteCheck(scene: scene, nodes: nodes, regions: regions)
    grid = RoutingGrid(scene: scene, nodes: nodes, regions: regions, blocked: blocked)
    search = PathSearch(grid, tolls)
    used = [[Point]](repeating: [], count: nodes.count)
    strokes = [Polyline?](repeating: nil, count: scene.edges.count)
  }

  /// A way for every flow, given those that are there already.
  mutating func lead(_ given: [Route?], _ deadline: Deadline) throws(WorkerError) -> [Route] {
    var routes = given
    let lengths = scene.edges.map {
      (nodes[$0.source].centre - nodes[$0.target].centre).length.rounded()
    }
    let order = scene.edges.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    var rest: [Int] = []
    for index in order {
      guard let route = routes[index] else {
        rest.append(index)
        continue
      }
      let line = Polyline(route)
      if isGood(line, ofEdge: index) { keep(line, index) } else { rest.append(index) }
    }
    for index in rest {
      try deadline.check()
      let route = found(index) ?? routes[index] ?? direct(index)
      routes[index] = route
      keep(Polyline(route), index)
    }
    // Once more, now that all others are there.
    for index in rest.reversed() {
      try deadline.check()
      takeAway(index)
      if let route = found(index) { routes[index] = route }
      if let route = routes[index] { keep(Polyline(route), index) }
    }
    return routes.enumerated().map { $1 ?? direct($0) }
  }

  // MARK: - What is there

  private func isGood(_ line: Polyline, ofEdge index: Int) -> Bool {
    let edge = scene.edges[index]
    if edge.source == edge.target { return true }
    guard check.isTrue(line, ofEdge: index) else { return false }
    guard isClear(line) else { return false }
    let own = gates(line, index)
    let ends = [(edge.source, line.points[0]), (edge.target, line.points[line.points.count - 1])]
    if ends.contains(where: { end in
      used[end.0].contains { ($0 - end.1).length < 9 }
    }) {
      return false
    }
    let bounds = Box(around: line.points).grown(by: 20)
    for (other, stroke) in strokes.enumerated() {
      guard let stroke, Box(around: stroke.points).overlaps(bounds) else { continue }
      if stroke.sharedLength(with: line, within: FlowRouter.nearness) > FlowRouter.longNearness {
        return false
      }
      if own.isEmpty { continue }
      let theirs = gates(stroke, other)
      if own.contains(where: { gate in
        theirs.contains { (gate - $0).length < FlowRouter.gateSpacing }
      }) {
        return false
      }
    }
    return true
  }

  /// Whether the line touches no title and no badge.
  private func isClear(_ line: Polyline) -> Bool {
    let bounds = Box(around: line.points).grown(by: 1)
    return !blocked.contains { box in
      box.overlaps(bounds) && line.segments.contains(where: box.grown(by: 1).meets)
    }
  }

  private func gates(_ line: Polyline, _ index: Int) -> [Point] {
    Gate.gates(ofEdge: index, in: scene, along: line, borders: regions).map(\.centre)
  }

  private mutating func keep(_ line: Polyline, _ index: Int) {
    strokes[index] = line
    grid.add(line, gates: gates(line, index))
    let edge = scene.edges[index]
    used[edge.source].append(line.points[0])
    used[edge.target].append(line.points[line.points.count - 1])
  }

  private mutating func takeAway(_ index: Int) {
    guard let line = strokes[index] else { return }
    strokes[index] = nil
    grid.add(line, gates: gates(line, index), sign: -1)
    let edge = scene.edges[index]
    for (node, rim) in [
      (edge.source, line.points[0]), (edge.target, line.points[line.points.count - 1]),
    ] {
      if let place = used[node].firstIndex(of: rim) { used[node].remove(at: place) }
    }
  }

  // MARK: - New ways

  private mutating func found(_ index: Int) -> Route? {
    let edge = scene.edges[index]
    guard edge.source != edge.target else { return nil }
    let chain = RegionChain(edge, in: scene)
    for licence in [PathSearch.Licence.strict, .bridges] {
      let starts = terminals(of: edge.source, towards: nodes[edge.target].centre)
      let ends = terminals(of: edge.target, towards: nodes[edge.source].centre)
      guard let path = search.path(from: starts, to: ends, chain, licence, on: grid) else {
        continue
      }
      let routes = PathPulling(grid: grid, chain: chain, tolls: tolls).lines(of: path).flatMap {
        corners in
        FlowRouter.radii.map { Route(corners: corners, radius: $0, twoWay: edge.twoWay) }
      }
      for distance in [RouteCheck.distance, 0.5] {
        // Nearer by, only lines without curves: those are looked at in pieces that cut their bends.
        for (place, route) in routes.enumerated()
        where distance == RouteCheck.distance
          || FlowRouter.radii[place % FlowRouter.radii.count] == 0
        {
          let line = Polyline(route)
          if isClear(line), check.isTrue(line, ofEdge: index, within: distance) { return route }
        }
      }
      if case .bridges = licence { return routes.last }
    }
    return nil
  }

  private func terminals(of node: Int, towards goal: Point) -> [PathSearch.Terminal] {
    let box = nodes[node]
    let ports = Port.ports(isRound: scene.nodes[node].kind.isRound, in: box)
    let region = Int32(scene.nodes[node].region ?? -1)
    return ports.compactMap { port in
      let cell = grid.index(port.outside)
      guard grid.region[cell] == region, !grid.isBlocked[cell] else { return nil }
      if blocked.contains(where: {
        $0.grown(by: 3).meets(Segment(start: port.rim, end: port.outside))
      }) {
        return nil
      }
      let nearest = used[node].map { ($0 - port.rim).length }.min() ?? .infinity
      // Arrowheads nearer than their width are one: a long way around is better.
      let crowd =
        (nearest < Port.spacing ? (Port.spacing - nearest) * 1.6 : 0)
        + (nearest < Port.least ? 400 : 0)
      return PathSearch.Terminal(cell: cell, cost: Float(port.offCentre * 1.2 + crowd), port: port)
    }
  }

  /// A straight line where there is no way at all.
  private func direct(_ index: Int) -> Route {
    let edge = scene.edges[index]
    let (source, target) = (nodes[edge.source], nodes[edge.target])
    let start = Port.ports(isRound: false, in: source).min {
      ($0.rim - target.centre).length < ($1.rim - target.centre).length
    }
    let end = Port.ports(isRound: false, in: target).min {
      ($0.rim - source.centre).length < ($1.rim - source.centre).length
    }
    return Route(
      corners: [start?.rim ?? source.centre, end?.rim ?? target.centre], radius: 0,
      twoWay: edge.twoWay)
  }
}

extension Polyline {
  /// How much of the other line runs within a distance of this one, in pixels.
  func sharedLength(with other: Polyline, within distance: Double) -> Double {
    let step = 4.0
    let mine = segments
    var length = 0.0
    for point in other.samples(every: step)
    where mine.contains(where: { $0.distance(to: point) < distance }) {
      length += step
    }
    return length
  }
}

extension Segment {
  /// From a point to the nearest point of the line.
  func distance(to point: Point) -> Double { (nearest(to: point) - point).length }

  /// The point of the line that is nearest to another.
  func nearest(to point: Point) -> Point {
    let way = end - start
    let square = way.x * way.x + way.y * way.y
    guard square > 0 else { return start }
    let offset = point - start
    return start + way * max(0, min(1, (offset.x * way.x + offset.y * way.y) / square))
  }
}
