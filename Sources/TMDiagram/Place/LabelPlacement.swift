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
  /// The point of the flow that the label belongs to.
  var anchor: Point
  /// Whether the label stands so far off that a thin line leads to the flow.
  var isDetached: Bool
  /// Where the thin line begins, at the rim of the disc; nil for the nearest point of the label.
  var leaderStart: Point?
}

/// Places flow labels: over no node, title or other label, near their flow, and away from other lines.
///
/// A label sits with its disc on the line where it can, else beside, above or below the line, else
/// further off with a thin line to it; beyond the rim of the picture if need be.
struct LabelPlacement {
  private let lines: [Polyline]
  private let strokes: StrokeIndex
  private var fixed: SpatialGrid
  private var borders: SpatialGrid
  private var gates: SpatialGrid
  private let area: Box

  /// Between a label and what it must not touch, in pixels.
  private static let clearance = 3.0
  /// A label that costs more looks for a better place once all the others are known.
  private static let goodCost = 5.0
  /// A thin line from the disc is at most so long, in pixels.
  private static let tieLength = 34.0
  /// How often labels in poor places look again: one that moves makes room for others.
  private static let repairs = 3

  init(geometry: LayoutGeometry, lines: [Polyline], gates: [Gate], fixed boxes: [Box]) {
    self.lines = lines
    area = geometry.bounds
    strokes = StrokeIndex(area: area, lines: lines)
    fixed = SpatialGrid(area: area)
    for box in geometry.nodes + boxes { fixed.insert(box.grown(by: LabelPlacement.clearance)) }
    borders = SpatialGrid(area: area)
    for box in geometry.regions {
      for side in box.sides { borders.insert(side.grown(by: 2)) }
    }
    self.gates = SpatialGrid(area: area)
    for gate in gates { self.gates.insert(gate.box) }
  }

  /// One place for each label that is not empty, in the order of the flows.
  mutating func place(_ labels: [LabelMeasure]) -> [PlacedLabel?] {
    var result = [PlacedLabel?](repeating: nil, count: labels.count)
    // The shortest flows have the fewest places to choose from.
    let order = labels.indices.filter { !labels[$0].isEmpty }.sorted {
      (lines[$0].length, $0) < (lines[$1].length, $1)
    }
    var poorlyPlaced: [(index: Int, number: Int)] = []
    for index in order {
      let (label, cost) = best(for: labels[index], ofEdge: index)
      result[index] = label
      let number = fixed.insert(label.box.grown(by: LabelPlacement.clearance))
      if cost > LabelPlacement.goodCost { poorlyPlaced.append((index, number)) }
    }
    for _ in 0..<LabelPlacement.repairs {
      var stillPoor: [(index: Int, number: Int)] = []
      for (index, number) in poorlyPlaced {
        fixed.remove(number)
        let (label, cost) = best(for: labels[index], ofEdge: index)
        result[index] = label
        let number = fixed.insert(label.box.grown(by: LabelPlacement.clearance))
        if cost > LabelPlacement.goodCost { stillPoor.append((index, number)) }
      }
      poorlyPlaced = stillPoor
    }
    return result.enumerated().map { index, label in
      label.map { tied($0, labels[index], to: lines[index]) }
    }
  }

  /// The label with its thin line from the disc to the nearest point of the flow, where no word is in
  /// between: beside a line, what leads there from the middle of the words is a speck.
  private func tied(
    _ label: PlacedLabel, _ measure: LabelMeasure, to line: Polyline
  ) -> PlacedLabel {
    guard label.isDetached, measure.discWidth > 0 else { return label }
    let disc = label.discBox(measure).centre
    let near = line.segments.map { $0.nearest(to: disc) }.min {
      ($0 - disc).length < ($1 - disc).length
    }
    guard let near, (near - disc).length < LabelPlacement.tieLength else { return label }
    let way = near - disc
    let start = disc + way * min(1, LabelMeasure.discHeight / 2 / max(way.length, 1))
    let text = label.textBox(measure).grown(by: -1)
    guard text.width <= 0 || !text.meets(Segment(start: start, end: near)) else { return label }
    var result = label
    result.anchor = near
    result.leaderStart = start
    return result
  }

  private func best(
    for label: LabelMeasure, ofEdge index: Int
  ) -> (label: PlacedLabel, cost: Double) {
    let line = lines[index]
    var best: (label: PlacedLabel, cost: Double)?
    /// False where no later candidate of a list in the order of costs can be better.
    func consider(_ candidate: LabelCandidate) -> Bool {
      let limit = best?.cost ?? .infinity
      guard candidate.cost < limit else { return false }
      guard fixed.isFree(candidate.label.box) else { return true }
      let surroundings = surroundingCost(candidate.label, label, ofEdge: index) { cost in
        candidate.cost + cost < limit
      }
      if let surroundings { best = (candidate.label, candidate.cost + surroundings) }
      return true
    }
    for candidate in LabelCandidate.along(line, label) {
      if !consider(candidate) { break }
    }
    if let best, best.cost < LabelCandidate.detachedCost { return best }
    // Farther each time: there are finitely many things in the way, so a free place comes.
    var distance = 20.0
    while true {
      for candidate in LabelCandidate.around(line, label, distance: distance) {
        if !consider(candidate) { break }
      }
      if let best, distance > 80 { return best }
      distance *= 1.5
    }
  }

  /// What speaks against a place for what is around it; nil as soon as it is more than is accepted,
  /// as it is for most places. What is found fastest is looked at first.
  private func surroundingCost(
    _ place: PlacedLabel, _ label: LabelMeasure, ofEdge index: Int,
    isAccepted: (Double) -> Bool
  ) -> Double? {
    var cost = 0.0
    borders.visit(place.box) { _ in
      cost += 8
      return true
    }
    gates.visit(place.box.grown(by: 1)) { _ in
      cost += 12
      return true
    }
    guard isAccepted(cost) else { return nil }
    if place.isDetached {
      fixed.visit(place.leader.bounds.grown(by: 0.5)) { number in
        if fixed.boxes[number].meets(place.leader) { cost += 60 }
        return true
      }
      guard isAccepted(cost) else { return nil }
      let leader = place.leader.bounds.grown(by: 0.5)
      cost += Double(strokes.lineCount(in: leader, without: index)) * 3
    }
    cost += Double(strokes.lineCount(in: place.box.grown(by: 2), without: index)) * 16
    guard isAccepted(cost) else { return nil }
    let text = place.textBox(label).grown(by: -1)
    if text.width > 0, strokes.line(index, meets: text) { cost += 7 }
    return isAccepted(cost) ? cost : nil
  }
}

extension PlacedLabel {
  /// From the rim of the label to the flow.
  var leader: Segment {
    if let leaderStart { return Segment(start: leaderStart, end: anchor) }
    let start = Point(
      x: min(max(anchor.x, box.left), box.right), y: min(max(anchor.y, box.top), box.bottom))
    return Segment(start: start, end: anchor)
  }

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
}

extension Box {
  /// The four sides as boxes without depth.
  fileprivate var sides: [Box] {
    [
      Box(left: left, top: top, right: right, bottom: top),
      Box(left: left, top: bottom, right: right, bottom: bottom),
      Box(left: left, top: top, right: left, bottom: bottom),
      Box(left: right, top: top, right: right, bottom: bottom),
    ]
  }
}
