// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds a place for the title of each region in the band below its upper border.
///
/// The layout keeps the band free of nodes over its whole width, so a title may move sideways out of
/// the way of flows.
struct TitlePlacement {
  private let regions: [Box]
  private var fixed: SpatialGrid
  private let strokes: StrokeIndex

  /// From the upper and left border of the region, in pixels.
  private static let inset = Point(x: 13, y: 9)

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

  private func best(for extent: Extent, in region: Box) -> Box {
    let start = Box(
      left: region.left + TitlePlacement.inset.x, top: region.top + TitlePlacement.inset.y,
      extent: extent)
    var best = start
    var bestCost = Double.infinity
    let room = max(0, region.right - TitlePlacement.inset.x - start.right)
    for step in 0...Int(room / 5) {
      let box = start.moved(by: Point(x: Double(step) * 5, y: 0))
      let isFree = fixed.isFree(box)
      let cost =
        Double(step) * 0.05 + Double(strokes.lineCount(in: box.grown(by: 3), without: nil)) * 10
        + (isFree ? 0 : 1000)
      if cost < bestCost {
        best = box
        bestCost = cost
      }
      if bestCost < Double(step) * 0.05 { break }
    }
    return best
  }
}
