// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where a flow passes the border of a region.
struct Gate: Hashable, Sendable {
  let edge: Int
  let region: Int
  let centre: Point

  /// Half the width of the mark, in pixels.
  static let radius = 5.5

  var box: Box {
    Box(centre: centre, extent: Extent(width: 2 * Gate.radius, height: 2 * Gate.radius))
  }

  /// The gates of an edge in the order of its `crossed` list; a border that the line never meets
  /// has none.
  static func gates(ofEdge index: Int, in scene: Scene, along line: Polyline, borders: [Box])
    -> [Gate]
  {
    let edge = scene.edges[index]
    var result: [Gate] = []
    for region in edge.crossed where !result.contains(where: { $0.region == region }) {
      let meetings = line.meetings(with: borders[region])
      // A line may touch a border more often than it passes it: the passage is next to the end inside.
      let centre =
        scene.region(region, encloses: edge.source) ? meetings.first : meetings.last
      if let centre { result.append(Gate(edge: index, region: region, centre: centre)) }
    }
    return result
  }
}

extension Polyline {
  /// The points where the line goes into or out of the box, in the order of the line.
  func meetings(with box: Box) -> [Point] {
    segments.compactMap { segment in
      let startsInside = box.contains(segment.start)
      guard startsInside != box.contains(segment.end) else { return nil }
      var inside = startsInside ? segment.start : segment.end
      var outside = startsInside ? segment.end : segment.start
      // Twelve halvings of a piece of 12 pixels are finer than the numbers in the output.
      for _ in 0..<12 {
        let middle = (inside + outside) * 0.5
        if box.contains(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
  }
}
