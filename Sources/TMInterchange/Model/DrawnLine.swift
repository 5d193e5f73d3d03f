// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A line of a diagram, as points joined by straight pieces.
struct DrawnLine {
  let points: [DiagramPoint]

  init(_ points: [DiagramPoint]) { self.points = points }

  /// A curve through a handle that lies on its middle, as the Threat Modeling Tool draws them.
  init(from start: DiagramPoint, over handle: DiagramPoint, to end: DiagramPoint) {
    let control = DiagramPoint(
      x: 2 * handle.x - (start.x + end.x) / 2, y: 2 * handle.y - (start.y + end.y) / 2)
    points = (0...16).map { step in
      let t = Double(step) / 16
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return DiagramPoint(
        x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y)
    }
  }

  /// How many pairs of pieces a comparison of two lines looks at.
  func work(with other: DrawnLine) -> Int { points.count * other.points.count }

  /// How often two lines cross.
  func crossings(_ other: DrawnLine) -> Int {
    var count = 0
    for (start, end) in zip(points, points.dropFirst()) {
      for (from, to) in zip(other.points, other.points.dropFirst()) {
        // Half open, so that a crossing in a joint counts once.
        let isAcross = (Self.side(start, end, from) > 0) != (Self.side(start, end, to) > 0)
        let isAlong = (Self.side(from, to, start) > 0) != (Self.side(from, to, end) > 0)
        if isAcross, isAlong { count += 1 }
      }
    }
    return count
  }

  /// Whether a point lies left of the chord of the line.
  func isLeft(_ point: DiagramPoint) -> Bool {
    guard let first = points.first, let last = points.last else { return false }
    return Self.side(first, last, point) > 0
  }

  private static func side(
    _ start: DiagramPoint, _ end: DiagramPoint, _ point: DiagramPoint
  ) -> Double {
    (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
  }
}
