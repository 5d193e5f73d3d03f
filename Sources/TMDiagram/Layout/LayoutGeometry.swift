// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where Graphviz put the parts of a scene, in the order of the scene; y grows downwards.
struct LayoutGeometry: Hashable, Sendable {
  let bounds: Box
  let nodes: [Box]
  let regions: [Box]
  /// Nil for an edge that was not part of the layout.
  let edges: [Route?]

  /// What Graphviz keeps free inside the border of a region, in pixels.
  static let regionMargin = 26
  /// What is kept free between the title of a region and what is in it, in pixels: there the labels of
  /// the flows into the region find a place.
  static let roomBelowTitle = 14.0
  /// By how much each border moves inwards afterwards, in pixels: Graphviz puts neighbouring regions so
  /// close that two marks of one flow would lie on each other.
  static let regionInset = 8.0
}

extension LayoutGeometry {
  /// How high a page of the shape must be to hold all, in pixels. Flows have no say, so that none of them
  /// can turn the picture around.
  func cost(for shape: SheetShape) -> Double {
    shape.height(for: Extent(width: bounds.width, height: bounds.height))
  }
}

/// The way of an edge.
struct Route: Hashable, Sendable {
  /// Cubic Bézier curves end to end: the first point, then three for each curve.
  let points: [Point]
  /// The tip of the arrow at the source, where the flow goes both ways.
  let startTip: Point?
  /// The tip of the arrow at the target.
  let endTip: Point?
}
