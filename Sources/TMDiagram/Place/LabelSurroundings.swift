// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is around a label, and what of it speaks against a place.
struct LabelSurroundings {
  /// What no label may touch.
  private(set) var fixed: SpatialGrid
  private let strokes: StrokeIndex
  private var borders: SpatialGrid
  private var gates: SpatialGrid
  /// The thin lines of labels that have their places, by flow.
  private var leaders: [Segment?]

  /// Between a label and what it must not touch, in pixels.
  static let clearance = 3.0

  /// In the unit of a fifth of the way from the middle of a flow to its end.
  private enum Cost {
    /// A number on the line of another flow says something false; words there are only hard to read.
    static let numberOnForeignLine = 60.0
    static let nearerToForeignLine = 24.0
    static let wordsOnForeignLine = 30.0
    static let wordsOnBorder = 22.0
    static let numberOnBorder = 8.0
    static let onGate = 14.0
    static let wordsOnOwnLine = 7.0
    static let leaderOverFixed = 60.0
    static let leaderOverWords = 30.0
    static let leaderOverLine = 20.0
    static let onLeader = 15.0
  }

  init(geometry: LayoutGeometry, lines: [Polyline], gates: [Gate], fixed boxes: [Box]) {
    let area = geometry.bounds
    strokes = StrokeIndex(area: area, lines: lines)
    fixed = SpatialGrid(area: area)
    for box in geometry.nodes + boxes { fixed.insert(box.grown(by: LabelSurroundings.clearance)) }
    borders = SpatialGrid(area: area)
    for box in geometry.regions {
      for side in box.sides { borders.insert(side.grown(by: 1.5)) }
    }
    self.gates = SpatialGrid(area: area)
    for gate in gates { self.gates.insert(gate.box) }
    leaders = [Segment?](repeating: nil, count: lines.count)
  }

  /// The thin line of a flow's label, or none any more.
  mutating func setLeader(_ leader: Segment?, ofEdge index: Int) { leaders[index] = leader }

  /// What speaks against a place; nil as soon as it is more than is accepted, as it is for most places. What
  /// is found fastest is looked at first.
  func cost(
    of place: PlacedLabel, _ measure: LabelMeasure, ofEdge index: Int,
    isAccepted: (Double) -> Bool
  ) -> Double? {
    var cost = 0.0
    let disc = place.discBox(measure)
    if disc.width > 0 {
      if !gates.isFree(disc.grown(by: 1)) { cost += Cost.onGate }
      if !borders.isFree(disc) { cost += Cost.numberOnBorder }
      cost +=
        Double(strokes.lineCount(in: disc.grown(by: 2.5), without: index))
        * Cost.numberOnForeignLine
    }
    guard isAccepted(cost) else { return nil }
    let text = place.textBox(measure)
    if text.width > 0 {
      cost +=
        Double(strokes.lineCount(in: text.grown(by: 2), without: index)) * Cost.wordsOnForeignLine
      guard isAccepted(cost) else { return nil }
      if !gates.isFree(text.grown(by: 1)) { cost += Cost.onGate }
      if strokes.line(index, meets: text.grown(by: -1)) { cost += Cost.wordsOnOwnLine }
      if !borders.isFree(text) {
        let covered = place.words(measure).count { !borders.isFree($0) }
        if covered > 0 { cost += Cost.wordsOnBorder + Double(covered) }
      }
      guard isAccepted(cost) else { return nil }
    }
    if let leader = place.leader {
      cost += self.cost(ofLeader: leader, place, measure, index)
      guard isAccepted(cost) else { return nil }
    }
    let parts = place.parts(measure).map { $0.grown(by: 1) }
    for (other, leader) in leaders.enumerated() where other != index {
      guard let leader else { continue }
      if parts.contains(where: { $0.meets(leader) }) || place.leader.map(leader.crosses) == true {
        cost += Cost.onLeader
      }
    }
    return isAccepted(cost) ? cost : nil
  }

  private func cost(
    ofLeader leader: Segment, _ place: PlacedLabel, _ measure: LabelMeasure, _ index: Int
  ) -> Double {
    var cost = 0.0
    fixed.visit(leader.bounds.grown(by: 0.5)) { number in
      if fixed.boxes[number].meets(leader) { cost += Cost.leaderOverFixed }
      return cost == 0
    }
    // Where it ends beside a crossing of lines, it could be that of either.
    let way = leader.end - leader.start
    let beyond = leader.end + way * (3 / max(leader.length, 1))
    cost +=
      Double(strokes.lineCount(crossing: Segment(start: leader.start, end: beyond), without: index))
      * Cost.leaderOverLine
    if measure.discWidth > 0 {
      let near = place.discBox(measure).grown(by: leader.length)
      cost += Double(strokes.lineCount(in: near, without: index)) * Cost.nearerToForeignLine
      let text = place.textBox(measure).grown(by: -1)
      if text.width > 0, text.meets(leader) { cost += Cost.leaderOverWords }
    }
    return cost
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

extension Segment {
  /// Whether the two meet; lines along one another do not.
  func crosses(_ other: Segment) -> Bool {
    func side(_ point: Point, of line: Segment) -> Double {
      let way = line.end - line.start
      return way.x * (point.y - line.start.y) - way.y * (point.x - line.start.x)
    }
    return side(other.start, of: self) * side(other.end, of: self) < 0
      && side(start, of: other) * side(end, of: other) < 0
  }
}
