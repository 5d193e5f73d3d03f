// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A scene with a place for everything that is painted.
package struct PlacedScene: Sendable {
  let scene: Scene
  let measure: SceneMeasure
  let nodes: [Box]
  let regions: [Box]
  let routes: [Route]
  let gates: [Gate]
  let titles: [Box]
  /// In the order of the edges; nil for an edge without anything to say.
  let labels: [PlacedLabel?]
  /// Where flows pass over borders that they do not cross.
  let bridges: [Bridge]
  /// Encloses everything above.
  let bounds: Box
  /// What the sheet is to fit.
  let shape: SheetShape

  /// Lays the scene out and leads its flows through it.
  ///
  /// Several ways are tried. Where none of them shows every flow truly, Graphviz lays the scene out too,
  /// in child processes at once.
  ///
  /// Words that are to stand where they find room stand in a table if too many of them would lie over
  /// lines of other flows.
  package init(
    _ scene: Scene, words: FlowWords = .auto, shape: SheetShape = .free, worker: WorkerCommand
  ) throws(WorkerError) {
    let deadline = Deadline(seconds: worker.timeLimit)
    let measure = SceneMeasure(scene, words: words)
    var placed = try PlacedScene(scene, measure, shape, worker, deadline)
    if words == .auto, scene.purpose == .system, !measure.hasTable,
      placed.coveringLabels > FlowWords.bearableOverlaps
    {
      let numbered = SceneMeasure(scene, words: .numbers)
      placed = try PlacedScene(scene, numbered, shape, worker, deadline)
    }
    self = placed
  }

  /// The best of several ways.
  private init(
    _ scene: Scene, _ measure: SceneMeasure, _ shape: SheetShape, _ worker: WorkerCommand,
    _ deadline: Deadline
  ) throws(WorkerError) {
    let ways = LayoutCandidate.all(hasWords: !measure.hasTable, for: shape).map {
      candidate, handicap in
      let geometry = BoxLayout.layOut(scene, measured: measure, as: candidate)
      return (geometry, geometry.cost(for: shape) * handicap)
    }
    let order = ways.indices.sorted { (ways[$0].1, $0) < (ways[$1].1, $1) }
    var best = try PlacedScene(scene, measure, ways[order[0]].0, shape, deadline)
    if best.untruths > 0 {
      // First other ways of the flows: a reader knows a picture by the places of its elements.
      let direct = try PlacedScene(
        scene, measure, ways[order[0]].0, shape, deadline, tolls: .direct)
      if direct.untruths < best.untruths { best = direct }
    }
    if best.untruths > 0 {
      // The others are worth their time only now.
      var others = order.dropFirst().map { ways[$0].0 }
      // A picture with a bridge is better than none: where Graphviz fails, ours stays.
      others +=
        (try? LayoutClient(worker: worker).layOut(
          scene, measured: measure, timeLimit: min(5, deadline.seconds))) ?? []
      for geometry in others where best.untruths > 0 {
        let other = try PlacedScene(scene, measure, geometry, shape, deadline)
        if other.untruths < best.untruths { best = other }
      }
    }
    self = best
  }

  init(
    _ scene: Scene, _ measure: SceneMeasure, _ geometry: LayoutGeometry,
    _ shape: SheetShape = .free, _ deadline: Deadline = Deadline(seconds: 3600),
    tolls: FlowTolls = .usual
  ) throws(WorkerError) {
    let badges = zip(scene.nodes, geometry.nodes).compactMap(NodeBadge.box)
    let check = RouteCheck(scene: scene, nodes: geometry.nodes, regions: geometry.regions)
    // What Graphviz drew stays where it is true; titles make way for it, all else for the titles.
    let sound = scene.edges.indices.compactMap { index in
      geometry.edges[index].map(Polyline.init).flatMap {
        check.isTrue($0, ofEdge: index) ? (index, $0) : nil
      }
    }
    let soundGates = sound.flatMap { index, line in
      Gate.gates(ofEdge: index, in: scene, along: line, borders: geometry.regions)
    }
    let titles = TitlePlacement(
      geometry, lines: sound.map(\.1), gates: soundGates, badges: badges
    ).place(measure.titles)
    var router = FlowRouter(
      scene: scene, nodes: geometry.nodes, regions: geometry.regions,
      blocked: titles.map { $0.grown(by: 2) } + badges, tolls: tolls)
    let routes = try router.lead(geometry.edges, deadline)
    let lines = routes.map(Polyline.init)
    let gates = scene.edges.indices.flatMap {
      Gate.gates(ofEdge: $0, in: scene, along: lines[$0], borders: geometry.regions)
    }
    let tips = routes.flatMap { [$0.endTip, $0.startTip].compactMap { $0 } }.map {
      Box(centre: $0, extent: Extent(width: 12, height: 12))
    }
    var placement = LabelPlacement(
      measure, geometry: geometry, lines: lines, gates: gates, fixed: badges + titles + tips)
    let (labels, measures) = placement.place()
    self.scene = scene
    self.measure = measure.with(labels: measures)
    self.shape = shape
    self.nodes = geometry.nodes
    self.regions = geometry.regions
    self.routes = routes
    self.gates = gates
    self.titles = titles
    self.labels = labels
    bridges = scene.edges.indices.flatMap { Bridge.bridges(ofEdge: $0, along: lines[$0], check) }
    let boxes =
      geometry.nodes + geometry.regions + titles + badges + labels.compactMap { $0?.box }
      + lines.flatMap { $0.segments.map(\.bounds) }
    bounds = boxes.dropFirst().reduce(boxes.first ?? geometry.bounds) { $0.union($1) }
  }

  /// The labels whose words lie over the line of another flow.
  var coveringLabels: Int {
    let strokes = StrokeIndex(area: bounds, lines: routes.map(Polyline.init))
    return labels.indices.count { index in
      guard let label = labels[index] else { return false }
      let text = label.textBox(measure.labels[index])
      return text.width > 0 && strokes.lineCount(in: text, without: index) > 0
    }
  }

  /// How often a reader could be misled: flows under elements, and over borders that they do not cross.
  var untruths: Int {
    let check = RouteCheck(scene: scene, nodes: nodes, regions: regions)
    return bridges.count
      + scene.edges.indices.reduce(0) { sum, index in
        let points = Polyline(routes[index]).samples(every: RouteCheck.step)
        return sum + check.nodesPassed(by: points, ofEdge: index).count
      }
  }
}

/// The place of the threat badge of a node: over its upper right corner.
enum NodeBadge {
  /// Nil where the node has none.
  static func box(of node: SceneNode, at box: Box) -> Box? {
    guard let badge = node.badge else { return nil }
    let extent = Extent(width: BadgeMeasure.width(badge), height: BadgeMeasure.height)
    switch node.kind {
    case .process, .collapsedProcess:
      // On the ellipse at 45 degrees.
      let centre = Point(
        x: box.centre.x + box.width / 2 * 0.78 + 4, y: box.centre.y - box.height / 2 * 0.78 - 4)
      return Box(centre: centre, extent: extent)
    case .external, .human, .store, .collapsedBoundary:
      let centre = Point(x: box.right - extent.width * 0.25, y: box.top - 3)
      return Box(centre: centre, extent: extent)
    }
  }
}
