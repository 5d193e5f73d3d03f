// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where the elements and boundaries of a scene lie, without the ways of its flows: for other programs that
/// draw the lines themselves.
package struct SceneGeometry: Sendable {
  /// An upright rectangle in whole pixels; y grows downwards.
  package struct Place: Hashable, Sendable {
    package let left: Int
    package let top: Int
    package let width: Int
    package let height: Int

    init(_ box: Box) {
      left = Int(box.left.rounded())
      top = Int(box.top.rounded())
      width = Int(box.right.rounded()) - left
      height = Int(box.bottom.rounded()) - top
    }
  }

  /// In the order of the nodes of the scene.
  package let nodes: [Place]
  /// In the order of the regions of the scene; each encloses what is in it.
  package let regions: [Place]

  /// Lays a scene out as the first picture of it would be.
  package init(_ scene: Scene) {
    let measure = SceneMeasure(scene, words: .auto)
    let ways = LayoutCandidate.all(hasWords: !measure.hasTable, for: .free).map {
      candidate, handicap in
      let geometry = BoxLayout.layOut(scene, measured: measure, as: candidate)
      return (geometry: geometry, cost: geometry.cost(for: .free) * handicap)
    }
    let best = ways.indices.min { (ways[$0].cost, $0) < (ways[$1].cost, $1) }
    nodes = best.map { ways[$0].geometry.nodes.map(Place.init) } ?? []
    regions = best.map { ways[$0].geometry.regions.map(Place.init) } ?? []
  }
}
