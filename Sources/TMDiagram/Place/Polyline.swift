// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The way of a flow as short straight lines, from tip to tip.
struct Polyline: Hashable, Sendable {
  let points: [Point]
  /// The distance of each point from the first along the line, in pixels.
  let distances: [Double]

  var length: Double { distances.last ?? 0 }

  init(points: [Point]) {
    self.points = points
    var total = 0.0
    var distances = points.isEmpty ? [] : [0.0]
    for index in points.indices.dropFirst() {
      total += (points[index] - points[index - 1]).length
      distances.append(total)
    }
    self.distances = distances
  }

  /// Flattens the curves; a piece is about 12 pixels long, which no eye tells from the curve.
  init(_ route: Route) {
    var points: [Point] = route.startTip.map { [$0] } ?? []
    points.append(route.points[0])
    for first in stride(from: 0, to: route.points.count - 3, by: 3) {
      let control = Array(route.points[first...first + 3])
      let reach = zip(control, control.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
      let steps = max(2, min(40, Int(reach / 12)))
      for step in 1...steps {
        points.append(Polyline.point(on: control, at: Double(step) / Double(steps)))
      }
    }
    if let tip = route.endTip { points.append(tip) }
    self.init(points: points)
  }

  var segments: [Segment] {
    zip(points, points.dropFirst()).map { Segment(start: $0, end: $1) }
  }

  /// The point at a distance from the start along the line, in pixels.
  func point(at distance: Double) -> Point {
    guard let after = distances.firstIndex(where: { $0 >= distance }) else {
      return points[points.count - 1]
    }
    guard after > 0 else { return points[0] }
    let step = distances[after] - distances[after - 1]
    let share = step == 0 ? 0 : (distance - distances[after - 1]) / step
    return points[after - 1] + (points[after] - points[after - 1]) * share
  }

  /// Points along the line, at most the given distance apart, from its start to its end.
  func samples(every distance: Double) -> [Point] {
    var result: [Point] = []
    for segment in segments {
      let way = segment.end - segment.start
      let steps = max(1, Int((way.length / distance).rounded(.up)))
      for step in 0..<steps {
        result.append(segment.start + way * (Double(step) / Double(steps)))
      }
    }
    if let last = points.last { result.append(last) }
    return result
  }

  private static func point(on control: [Point], at time: Double) -> Point {
    let rest = 1 - time
    return control[0] * (rest * rest * rest) + control[1] * (3 * rest * rest * time)
      + control[2] * (3 * rest * time * time) + control[3] * (time * time * time)
  }
}
