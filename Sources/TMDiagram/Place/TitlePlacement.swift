// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds a place for the title of each region on its border, like a tab.
///
/// The layout keeps a band around the border free of nodes, so a title may move along it out of the way
/// of flows.
struct TitlePlacement {
  private let regions: [Box]
  private var fixed: SpatialGrid
  private let strokes: StrokeIndex

  /// From the corners of the region, in pixels.
  private static let inset = 14.0

  init(_ geometry: LayoutGeometry, lines: [Polyline], gates: [Gate], badges: [Box]) {
    regions = geometry.regions
    fixed = SpatialGrid(area: geometry.bounds)
    for box in geometry.nodes + badges { fixed.insert(box) }
    for gate in gates { fixed.insert(gate.box.grown(by: 1)) }
    strokes = StrokeIndex(area: geometry.bounds, lines: lines)
  }

  /// One box for each region, in their order.
  func place(_ titles: [TitleMeasure]) -> [Box] {
    var search = self
    var result: [Box] = []
    for (region, title) in zip(regions, titles) {
      let box = search.best(for: title.extent, in: region)
      search.fixed.insert(box)
      result.append(box)
    }
    return result
  }

  // The upper border, from its left end to the right; the lower one where that is full of flows.
  private func best(for extent: Extent, in region: Box) -> Box {
    var best = (box: place(extent, region, at: region.top), cost: Double.infinity)
    let room = max(0, region.width - 2 * TitlePlacement.inset - extent.width)
    for (height, penalty) in [(region.top, 0.0), (region.bottom, 8.0)] {
      for step in 0...Int(room / 5) {
        let box = place(extent, region, at: height).moved(by: Point(x: Double(step) * 5, y: 0))
        let cost =
          penalty + Double(step) * 0.05
          + Double(strokes.lineCount(in: box.grown(by: 6), without: nil)) * 10
          + (fixed.isFree(box) ? 0 : 1000)
        if cost < best.cost { best = (box, cost) }
      }
    }
    return best.box
  }

  private func place(_ extent: Extent, _ region: Box, at height: Double) -> Box {
    Box(left: region.left + TitlePlacement.inset, top: height - extent.height / 2, extent: extent)
  }
}
