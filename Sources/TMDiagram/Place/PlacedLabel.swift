// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The place of a flow's label.
struct PlacedLabel: Hashable, Sendable {
  /// The side of the disc on which the text stands.
  enum TextSide: Hashable, Sendable {
    case left, right
  }

  let box: Box
  let textSide: TextSide
  /// The thin line from the label to its flow, where it stands off it.
  var leader: Segment?
}

extension PlacedLabel {
  /// The label without its disc.
  func textBox(_ measure: LabelMeasure) -> Box {
    let room = measure.discWidth == 0 ? 0 : min(measure.discWidth + LabelMeasure.gap, box.width)
    var result = box
    switch textSide {
    case .right: result.left += room
    case .left: result.right -= room
    }
    return result
  }

  /// The box of the disc; it has no width where the flow has no number.
  func discBox(_ measure: LabelMeasure) -> Box {
    let left: Double =
      switch textSide {
      case .right: box.left
      case .left: box.right - measure.discWidth
      }
    let top = box.centre.y - LabelMeasure.discHeight / 2
    return Box(
      left: left, top: top,
      extent: Extent(width: measure.discWidth, height: LabelMeasure.discHeight))
  }

  /// The disc and the words: beside three lines of text, a disc leaves room above and below.
  func parts(_ measure: LabelMeasure) -> [Box] {
    [discBox(measure), textBox(measure)].filter { $0.width > 0 }
  }

  /// The height at which the text begins.
  func textTop(_ measure: LabelMeasure) -> Double { box.centre.y - measure.text.height / 2 }

  /// The box of the badge behind the text; nil where there is none.
  func badgeBox(_ measure: LabelMeasure) -> Box? {
    guard measure.badge != nil else { return nil }
    let text = textBox(measure)
    let left: Double =
      switch textSide {
      case .right: text.left + measure.badgeOffset
      case .left: text.right - measure.badgeOffset - measure.badgeWidth
      }
    return Box(
      left: left, top: textTop(measure) + measure.badgeMiddle - BadgeMeasure.height / 2,
      extent: Extent(width: measure.badgeWidth, height: BadgeMeasure.height))
  }

  /// What is painted beside the disc: each line of the text and the badge. Beside a short line the box of the
  /// text is empty.
  func words(_ measure: LabelMeasure) -> [Box] {
    let text = textBox(measure)
    let top = textTop(measure)
    let lines = measure.text.lines.map { line in
      let left: Double =
        switch textSide {
        case .right: text.left
        case .left: text.right - line.width
        }
      return Box(
        left: left, top: top + line.baseline - line.style.size * 0.75,
        extent: Extent(width: line.width, height: line.style.size))
    }
    return lines + [badgeBox(measure)].compactMap { $0 }
  }

  /// The shortest line from the rim of the disc to the flow, or from the nearest word where there is no number.
  func shortestLeader(_ measure: LabelMeasure, to line: Polyline) -> Segment {
    if measure.discWidth > 0 { return PlacedLabel.leader(fromDisc: discBox(measure), to: line) }
    var best: Segment?
    for word in words(measure) {
      let near = line.nearest(to: word.centre)
      let start = Point(
        x: min(max(near.x, word.left), word.right), y: min(max(near.y, word.top), word.bottom))
      let found = Segment(start: start, end: line.nearest(to: start))
      if found.length < best?.length ?? .infinity { best = found }
    }
    return best ?? Segment(start: box.centre, end: line.nearest(to: box.centre))
  }

  /// A disc is a line with a round brush: the way begins on the line, as near to the flow as can be.
  private static func leader(fromDisc disc: Box, to line: Polyline) -> Segment {
    let radius = min(disc.height, disc.width) / 2
    let (low, high) = (disc.left + radius, disc.right - radius)
    var middle = disc.centre
    var near = line.nearest(to: middle)
    for _ in 0..<2 {
      middle.x = min(max(near.x, low), high)
      near = line.nearest(to: middle)
    }
    let way = near - middle
    let start = middle + way * (min(radius, way.length) / max(way.length, 0.001))
    return Segment(start: start, end: near)
  }
}

extension Segment {
  var length: Double { (end - start).length }
}

extension Polyline {
  /// The point of the line that is nearest to another.
  func nearest(to point: Point) -> Point {
    var best = points.first ?? point
    var distance = (best - point).length
    for (start, end) in zip(points, points.dropFirst()) {
      let near = Segment(start: start, end: end).nearest(to: point)
      let length = (near - point).length
      if length < distance { (best, distance) = (near, length) }
    }
    return best
  }
}
