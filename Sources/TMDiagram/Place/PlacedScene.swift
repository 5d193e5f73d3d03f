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
  /// Encloses everything above.
  let bounds: Box

  /// Lays the scene out in a child process and places titles and labels.
  package init(_ scene: Scene, worker: WorkerCommand) throws(WorkerError) {
    let measure = SceneMeasure(scene)
    let geometry = try LayoutClient(worker: worker).layOut(scene, measured: measure)
    self.init(scene, measure, geometry)
  }

  init(_ scene: Scene, _ measure: SceneMeasure, _ geometry: LayoutGeometry) {
    let lines = geometry.edges.map(Polyline.init)
    let gates = scene.edges.indices.flatMap {
      Gate.gates(ofEdge: $0, in: scene, along: lines[$0], borders: geometry.regions)
    }
    let badges = zip(scene.nodes, geometry.nodes).compactMap(NodeBadge.box)
    let titles = TitlePlacement(geometry, lines: lines, gates: gates, badges: badges)
      .place(measure.titles)
    var placement = LabelPlacement(
      geometry: geometry, lines: lines, gates: gates, fixed: badges + titles)
    let labels = placement.place(measure.labels)
    self.scene = scene
    self.measure = measure
    self.nodes = geometry.nodes
    self.regions = geometry.regions
    self.routes = geometry.edges
    self.gates = gates
    self.titles = titles
    self.labels = labels
    let boxes =
      geometry.nodes + geometry.regions + titles + badges + labels.compactMap { $0?.box }
      + lines.flatMap { $0.segments.map(\.bounds) }
    bounds = boxes.dropFirst().reduce(boxes.first ?? geometry.bounds) { $0.union($1) }
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
