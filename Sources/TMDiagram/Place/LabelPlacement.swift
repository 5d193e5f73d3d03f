// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Places flow labels: over no node, title or other label, near their flow, and away from other lines.
///
/// A label sits with its disc on the line where it can, else beside, above or below the line, else
/// further off with a thin line to it; beyond the rim of the picture if need be.
struct LabelPlacement {
  private let lines: [Polyline]
  private let labels: [LabelMeasure]
  private let narrowLabels: [LabelMeasure]
  private var surroundings: LabelSurroundings
  /// The labels that have their places, and the flow of each.
  private var taken: SpatialGrid
  private var owners: [Int] = []
  private var numbers: [[Int]]
  private var places: [Choice?]

  /// A place with all that speaks against it.
  private typealias Choice = (label: PlacedLabel, measure: LabelMeasure, cost: Double)

  /// A label that costs more looks for a better place once all the others are known.
  private static let goodCost = 5.0
  /// A label that costs more tries to do with less width, which costs something too.
  private static let narrowCost = (from: 12.0, itself: 3.0)
  /// How often labels in poor places look again: one that moves makes room for others.
  private static let repairs = 3
  /// What a place costs from which another label must go.
  private static let displacement = 3.0

  init(
    _ measure: SceneMeasure, geometry: LayoutGeometry, lines: [Polyline], gates: [Gate],
    fixed boxes: [Box]
  ) {
    self.lines = lines
    labels = measure.labels
    narrowLabels = measure.narrowLabels
    surroundings = LabelSurroundings(
      geometry: geometry, lines: lines, gates: gates, fixed: boxes)
    taken = SpatialGrid(area: geometry.bounds)
    numbers = [[Int]](repeating: [], count: labels.count)
    places = [Choice?](repeating: nil, count: labels.count)
  }

  /// One place for each label that is not empty, in the order of the flows, and the labels as they are there.
  mutating func place() -> (places: [PlacedLabel?], labels: [LabelMeasure]) {
    // The shortest flows have the fewest places to choose from.
    let order = labels.indices.filter { !labels[$0].isEmpty }.sorted {
      (lines[$0].length, $0) < (lines[$1].length, $1)
    }
    for index in order { keep(best(for: index, among: .free), index) }
    for round in 0..<LabelPlacement.repairs {
      for index in order where cost(index) > LabelPlacement.goodCost {
        takeAway(index)
        keep(best(for: index, among: .free), index)
        if round > 0, cost(index) > LabelPlacement.goodCost { displace(for: index) }
      }
    }
    return (places.map { $0?.label }, labels.indices.map { places[$0]?.measure ?? labels[$0] })
  }

  // MARK: - What is there

  private func cost(_ index: Int) -> Double { places[index]?.cost ?? 0 }

  private mutating func keep(_ choice: Choice, _ index: Int) {
    places[index] = choice
    surroundings.setLeader(choice.label.leader, ofEdge: index)
    for part in choice.label.parts(choice.measure) {
      numbers[index].append(taken.insert(part.grown(by: LabelSurroundings.clearance)))
      owners.append(index)
    }
  }

  private mutating func takeAway(_ index: Int) {
    for number in numbers[index] { taken.remove(number) }
    numbers[index] = []
    surroundings.setLeader(nil, ofEdge: index)
  }

  /// The flows whose labels lie at a place.
  private func occupants(of parts: [Box]) -> [Int] {
    var result: [Int] = []
    for part in parts {
      taken.visit(part) { number in
        if !result.contains(owners[number]) { result.append(owners[number]) }
        return true
      }
    }
    return result
  }

  /// Takes the place of others for a label in a poor one, where that makes all of them together better.
  private mutating func displace(for index: Int) {
    guard let former = places[index] else { return }
    takeAway(index)
    let choice = best(for: index, among: .taken)
    let others = occupants(of: choice.label.parts(choice.measure))
    let before = others.map { places[$0] }
    let sum = former.cost + others.reduce(0) { $0 + cost($1) }
    for other in others { takeAway(other) }
    // Now without what the others took away from it.
    let own = choice.cost - Double(others.count) * LabelPlacement.displacement
    keep((choice.label, choice.measure, own), index)
    var total = own
    for other in others {
      let next = best(for: other, among: .free)
      keep(next, other)
      total += next.cost
    }
    guard total > sum - 1 else { return }
    for other in [index] + others { takeAway(other) }
    keep(former, index)
    for (other, choice) in zip(others, before) {
      if let choice { keep(choice, other) }
    }
  }

  // MARK: - Choosing

  /// The places that a label may take.
  private enum Reach {
    case free
    /// Those of other labels too.
    case taken
  }

  private func best(for index: Int, among reach: Reach) -> Choice {
    let (measure, narrow) = (labels[index], narrowLabels[index])
    let usual = best(measure, index, reach)
    guard usual.cost > LabelPlacement.narrowCost.from,
      narrow.extent.width < measure.extent.width - 8
    else { return usual }
    var other = best(narrow, index, reach)
    other.cost += LabelPlacement.narrowCost.itself
    return other.cost < usual.cost ? other : usual
  }

  private func best(_ measure: LabelMeasure, _ index: Int, _ reach: Reach) -> Choice {
    let line = lines[index]
    var best: Choice?
    /// Looks at candidates in the order of their costs, until none can be better.
    func consider(_ candidates: [LabelCandidate]) {
      for candidate in candidates {
        let limit = best?.cost ?? .infinity
        guard candidate.cost < limit else { return }
        let parts = candidate.label.parts(measure)
        guard parts.allSatisfy(surroundings.fixed.isFree) else { continue }
        var cost = candidate.cost
        switch reach {
        case .free: guard parts.allSatisfy(taken.isFree) else { continue }
        case .taken:
          cost += Double(occupants(of: parts).count) * LabelPlacement.displacement
        }
        let around = surroundings.cost(of: candidate.label, measure, ofEdge: index) {
          cost + $0 < limit
        }
        if let around { best = (candidate.label, measure, cost + around) }
      }
    }
    consider(LabelCandidate.along(line, measure))
    var ring = 0
    // Farther each time: there are finitely many things in the way, so a free place comes.
    while true {
      let distance = LabelCandidate.distance(ofRing: ring)
      if let best, best.cost <= LabelCandidate.leastCost(at: distance) { return best }
      consider(LabelCandidate.around(line, measure, distance: distance))
      ring += 1
    }
  }
}
