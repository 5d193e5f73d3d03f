// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One place a label could take, with what speaks against it before its surroundings are looked at.
struct LabelCandidate {
  let label: PlacedLabel
  let cost: Double

  /// From the line to a label beside it, in pixels.
  private static let offset = 5.0
  /// A number off its line keeps at least so far from it, in pixels.
  private static let nearness = 1.5
  /// What a thin line costs, and each pixel of it.
  private static let leaderCost = (fixed: 4.0, pixel: 0.3)

  /// What a place so far from the line costs at least.
  static func leastCost(at distance: Double) -> Double {
    leaderCost.fixed + leaderCost.pixel * distance
  }

  /// Places with the number on the line, or with the words beside it where there is no number; those that cost
  /// little first.
  static func along(_ line: Polyline, _ measure: LabelMeasure) -> [LabelCandidate] {
    let hasWords = measure.extent.width > measure.discWidth
    let length = line.length
    let margin = min(hasWords ? 22 : 16, length * 0.25)
    let steps = max(1, min(hasWords ? 64 : 96, Int((length - 2 * margin) / (hasWords ? 8 : 6))))
    var result: [LabelCandidate] = []
    for step in 0...steps {
      let distance = margin + (length - 2 * margin) * Double(step) / Double(steps)
      let fromMiddle = abs(distance / max(length, 1) - 0.5) * 5
      let anchor = line.point(at: distance)
      for (corner, side, cost) in corners(at: anchor, measure) {
        let box = Box(left: corner.x, top: corner.y, extent: measure.extent)
        result.append(
          LabelCandidate(label: PlacedLabel(box: box, textSide: side), cost: cost + fromMiddle))
      }
    }
    // Equal costs stay in their order along the line, whatever the sorting does.
    return result.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  private static func corners(
    at anchor: Point, _ measure: LabelMeasure
  ) -> [(Point, PlacedLabel.TextSide, Double)] {
    let (width, height) = (measure.extent.width, measure.extent.height)
    let middle = anchor.y - height / 2
    if measure.discWidth > 0 {
      let half = measure.discWidth / 2
      let right = (Point(x: anchor.x - half, y: middle), PlacedLabel.TextSide.right, 0.0)
      guard width > measure.discWidth else { return [right] }
      return [right, (Point(x: anchor.x + half - width, y: middle), .left, 0.5)]
    }
    let (right, left) = (anchor.x + offset, anchor.x - offset - width)
    let (below, above) = (anchor.y + offset, anchor.y - offset - height)
    return [
      (Point(x: right, y: middle), .right, 2), (Point(x: left, y: middle), .left, 2.5),
      (Point(x: anchor.x - width / 2, y: above), .right, 2),
      (Point(x: anchor.x - width / 2, y: below), .right, 2.5),
      (Point(x: right - offset, y: above), .right, 2.2),
      (Point(x: left + offset, y: above), .left, 2.4),
      (Point(x: right - offset, y: below), .right, 2.4),
      (Point(x: left + offset, y: below), .left, 2.6),
    ]
  }

  /// Between the flow and a label with a thin line to it, in pixels: farther each time.
  static func distance(ofRing ring: Int) -> Double {
    let near = [offset, 11, 18, 27, 40, 58, 82]
    var distance = near[min(ring, near.count - 1)]
    for _ in near.count..<max(near.count, ring + 1) { distance *= 1.4 }
    return distance
  }

  /// Places around the line at a distance from it, with a thin line to it.
  static func around(
    _ line: Polyline, _ measure: LabelMeasure, distance: Double
  ) -> [LabelCandidate] {
    let length = line.length
    let margin = min(16, length * 0.2)
    let steps = max(2, min(16, Int((length - 2 * margin) / 22)))
    var result: [LabelCandidate] = []
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let anchor = line.point(at: margin + (length - 2 * margin) * share)
      let cost = abs(share - 0.5) * 2
      for direction in directions {
        for label in places(at: anchor, direction, distance, measure) {
          var label = label
          let leader = label.shortestLeader(measure, to: line)
          if measure.discWidth > 0 {
            // Off its line, but so near that the thin line would be a speck: it belongs on it.
            guard leader.length >= nearness else { continue }
            label.leader = leader
          } else if leader.length > offset + 2 {
            // Nearer by, words without a number say by their place whose they are.
            label.leader = leader
          }
          result.append(
            LabelCandidate(
              label: label, cost: cost + leastCost(at: distance)))
        }
      }
    }
    return result.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  private static let directions = [
    Point(x: 1, y: 0), Point(x: -1, y: 0), Point(x: 0, y: 1), Point(x: 0, y: -1),
    Point(x: 0.7, y: 0.7), Point(x: -0.7, y: 0.7), Point(x: 0.7, y: -0.7),
    Point(x: -0.7, y: -0.7),
  ]

  /// The number towards the flow, the words away from it.
  private static func places(
    at anchor: Point, _ direction: Point, _ distance: Double, _ measure: LabelMeasure
  ) -> [PlacedLabel] {
    let (width, height) = (measure.extent.width, measure.extent.height)
    guard measure.discWidth > 0 else {
      let centre = Point(
        x: anchor.x + direction.x * (distance + width / 2),
        y: anchor.y + direction.y * (distance + height / 2))
      let box = Box(centre: centre, extent: measure.extent)
      return [PlacedLabel(box: box, textSide: direction.x < 0 ? .left : .right)]
    }
    let half = measure.discWidth / 2
    let disc = Point(
      x: anchor.x + direction.x * (distance + half),
      y: anchor.y + direction.y
        * (distance + (direction.x == 0 ? height : LabelMeasure.discHeight) / 2))
    let top = disc.y - height / 2
    let right = PlacedLabel(
      box: Box(left: disc.x - half, top: top, extent: measure.extent), textSide: .right)
    guard width > measure.discWidth else { return [right] }
    let left = PlacedLabel(
      box: Box(left: disc.x + half - width, top: top, extent: measure.extent), textSide: .left)
    return direction.x > 0 ? [right] : direction.x < 0 ? [left] : [right, left]
  }
}
