// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where Graphviz put the parts of a scene, in the order of the scene; y grows downwards.
struct LayoutGeometry: Hashable, Sendable {
  let bounds: Box
  let nodes: [Box]
  let regions: [Box]
  let edges: [Route]
}

/// The way of an edge.
struct Route: Hashable, Sendable {
  /// Cubic Bézier curves end to end: the first point, then three for each curve.
  let points: [Point]
  /// The tip of the arrow at the source, where the flow goes both ways.
  let startTip: Point?
  /// The tip of the arrow at the target.
  let endTip: Point?
  /// The centre of the space kept for the label.
  let labelCentre: Point?
}
