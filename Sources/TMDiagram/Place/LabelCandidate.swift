// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One place a label could take, with what speaks against it before its surroundings are looked at.
struct LabelCandidate {
  let label: PlacedLabel
  let cost: Double

  /// From the line to a label beside it, in pixels.
  private static let offset = 5.0

  /// Up to so far from the line, the middle of a disc needs no line of its own, in pixels.
  private static let nearness = 11.0

  /// What a place away from the line costs at least.
  static let detachedCost = 17.0

  /// Places on and beside the line, every dozen pixels of it, the cheapest first.
  static func along(_ line: Polyline, _ measure: LabelMeasure) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    let length = line.length
    let margin = min(22, length * 0.25)
    let steps = max(1, min(48, Int((length - 2 * margin) / 11)))
    for step in 0...steps {
      let distance = margin + (length - 2 * margin) * Double(step) / Double(steps)
      let fromMiddle = abs(distance / max(length, 1) - 0.5) * 5
      let anchor = line.point(at: distance)
      for (label, penalty) in places(at: anchor, measure) {
        result.append(LabelCandidate(label: label, cost: penalty + fromMiddle))
      }
    }
    // Equal costs stay in their order along the line, whatever the sorting does.
    return result.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  private static func places(
    at anchor: Point, _ measure: LabelMeasure
  ) -> [(PlacedLabel, Double)] {
    let width = measure.extent.width
    let height = measure.extent.height
    let middle = anchor.y - height / 2
    let (right, left) = (anchor.x + offset, anchor.x - offset - width)
    let (below, above) = (anchor.y + offset, anchor.y - offset - height)
    var corners: [(x: Double, y: Double, side: PlacedLabel.TextSide, cost: Double)] = [
      (right, middle, .right, 2), (left, middle, .left, 2.5),
      (anchor.x - width / 2, above, .right, 2), (anchor.x - width / 2, below, .right, 2.5),
      (right - offset, above, .right, 2.2), (left + offset, above, .left, 2.4),
      (right - offset, below, .right, 2.4), (left + offset, below, .left, 2.6),
    ]
    if measure.discWidth > 0 {
      let half = measure.discWidth / 2
      corners.append((anchor.x - half, middle, .right, 0))
      corners.append((anchor.x + half - width, middle, .left, 0.5))
    }
    return corners.map { corner in
      let box = Box(left: corner.x, top: corner.y, extent: measure.extent)
      var label = PlacedLabel(
        box: box, textSide: corner.side, anchor: anchor, isDetached: false)
      // A number that is not on its line needs a thin line to it.
      if measure.discWidth > 0,
        (label.discBox(measure).centre - anchor).length > LabelCandidate.nearness
      {
        label.isDetached = true
        return (label, corner.cost + 3)
      }
      return (label, corner.cost)
    }
  }

  /// Places around the line at a distance from it, with a thin line to it.
  static func around(
    _ line: Polyline, _ measure: LabelMeasure, distance: Double
  ) -> [LabelCandidate] {
    let directions = [
      Point(x: 1, y: 0), Point(x: -1, y: 0), Point(x: 0, y: 1), Point(x: 0, y: -1),
      Point(x: 0.7, y: 0.7), Point(x: -0.7, y: 0.7), Point(x: 0.7, y: -0.7),
      Point(x: -0.7, y: -0.7),
    ]
    var result: [LabelCandidate] = []
    for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88] {
      let anchor = line.point(at: line.length * share)
      for direction in directions {
        let centre = Point(
          x: anchor.x + direction.x * (distance + measure.extent.width / 2),
          y: anchor.y + direction.y * (distance + measure.extent.height / 2))
        let label = PlacedLabel(
          box: Box(centre: centre, extent: measure.extent),
          textSide: direction.x < 0 ? .left : .right, anchor: anchor, isDetached: true)
        result.append(LabelCandidate(label: label, cost: detachedCost + distance / 4))
      }
    }
    return result
  }
}
