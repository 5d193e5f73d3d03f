// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The regions that a flow passes on its way, each once and in this order: out of those around its
/// source, into those around its target.
struct RegionChain {
  /// The place of each region in the order, at its number plus one; -1 for one that is not passed.
  private let places: [Int]

  init(_ edge: SceneEdge, in scene: Scene) {
    let out = scene.enclosing(edge.source) + [-1]
    let back = scene.enclosing(edge.target) + [-1]
    let shared = out.first(where: back.contains) ?? -1
    let order =
      out.prefix { $0 != shared } + [shared] + back.prefix { $0 != shared }.reversed()
    var places = [Int](repeating: -1, count: scene.regions.count + 1)
    for (place, region) in order.enumerated() { places[region + 1] = place }
    self.places = places
  }

  /// -1 for a region that the flow has no business in.
  func place(of region: Int32) -> Int { places[Int(region) + 1] }

  /// Whether the flow may go on from one region to the next.
  func allows(_ region: Int32, _ next: Int32) -> Bool {
    if region == next { return place(of: next) >= 0 }
    let (here, there) = (place(of: region), place(of: next))
    return here >= 0 && there == here + 1
  }
}
