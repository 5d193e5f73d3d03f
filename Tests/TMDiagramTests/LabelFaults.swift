// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

@testable import TMDiagram

/// What labels say wrongly or hide, looked at on the painted curves, pixel by pixel.
struct LabelFaults {
  /// Numbers on the line of another flow, or nearer to it than to their own.
  private(set) var numbersOnForeignLines: [String] = []
  /// Thin lines that do not lead from their label to their own flow.
  private(set) var strayLeaders: [String] = []
  /// Words and badges of flows over the border of a region.
  private(set) var wordsOnBorders: [String] = []
  /// Badges over the line of another flow, or over one another.
  private(set) var hiddenBadges: [String] = []
  /// How many labels there are.
  private(set) var count = 0

  /// - Parameter others: places to look at instead of those that the labels have.
  init(_ placed: PlacedScene, labels others: [PlacedLabel?]? = nil) {
    let lines = placed.routes.map(UntruthCheck.pixels)
    var badges = zip(placed.scene.nodes, placed.nodes).compactMap { node, box in
      NodeBadge.box(of: node, at: box).map { (name: "badge of node \(node.id)", box: $0, flow: -1) }
    }
    for (index, label) in (others ?? placed.labels).enumerated() {
      guard let label else { continue }
      count += 1
      let measure = placed.measure.labels[index]
      if measure.discWidth > 0 {
        let disc = label.discBox(measure)
        let own = LabelFaults.gap(disc, lines[index])
        for other in lines.indices where other != index {
          let gap = LabelFaults.gap(disc, lines[other])
          if gap < -1 || (gap < own - 0.5 && gap < 12) {
            numbersOnForeignLines.append("number \(index) at edge \(other)")
          }
        }
        if label.leader == nil, own > 0 {
          strayLeaders.append("number \(index) without a line to it")
        }
      }
      if let leader = label.leader {
        check(leader, of: label, measure, lines[index], "\(index)")
      }
      for word in label.words(measure) {
        for (region, border) in placed.regions.enumerated()
        where word.overlaps(border.grown(by: 0.5)) && !border.grown(by: -0.5).contains(word) {
          wordsOnBorders.append("words \(index) on region \(region)")
        }
      }
      if let badge = label.badgeBox(measure) {
        badges.append(("badge of edge \(index)", badge, index))
      }
    }
    for (place, badge) in badges.enumerated() {
      for (other, line) in lines.enumerated() where other != badge.flow {
        if line.contains(where: badge.box.grown(by: -1).contains) {
          hiddenBadges.append("\(badge.name) on edge \(other)")
        }
      }
      for second in badges.dropFirst(place + 1) where second.box.overlaps(badge.box) {
        hiddenBadges.append("\(badge.name) on \(second.name)")
      }
    }
  }

  private mutating func check(
    _ leader: Segment, of label: PlacedLabel, _ measure: LabelMeasure, _ line: [Point],
    _ name: String
  ) {
    let start =
      measure.discWidth > 0
      ? abs(LabelFaults.gap(label.discBox(measure), [leader.start]))
      : label.words(measure).map { $0.distance(to: leader.start) }.min() ?? 0
    if start > 1 { strayLeaders.append("line of label \(name) begins \(start) off it") }
    let end = line.map { ($0 - leader.end).length }.min() ?? .infinity
    if end > 2 { strayLeaders.append("line of label \(name) ends \(end) off its flow") }
  }

  /// From the rim of a disc to the nearest of some points; below zero inside.
  private static func gap(_ disc: Box, _ points: [Point]) -> Double {
    let radius = disc.height / 2
    return points.reduce(Double.infinity) { least, point in
      let middle = Point(
        x: min(max(point.x, disc.left + radius), disc.right - radius), y: disc.centre.y)
      return min(least, (point - middle).length - radius)
    }
  }
}

extension Box {
  fileprivate func distance(to point: Point) -> Double {
    let nearest = Point(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
    return (point - nearest).length
  }
}
