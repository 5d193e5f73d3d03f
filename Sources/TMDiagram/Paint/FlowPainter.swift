// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SVGWriter {
  /// The line of a flow with its arrows.
  mutating func flow(_ route: Route) {
    var path = PathText()
    path.move(to: route.points[0])
    for first in stride(from: 1, to: route.points.count - 2, by: 3) {
      path.curve(route.points[first..<first + 3])
    }
    self.path("line", path)
    if let tip = route.endTip { arrow(from: route.points[route.points.count - 1], to: tip) }
    if let tip = route.startTip { arrow(from: route.points[0], to: tip) }
  }

  private mutating func arrow(from base: Point, to tip: Point) {
    let reach = tip - base
    guard reach.length > 0 else { return }
    let across = Point(x: -reach.y, y: reach.x) * (3.8 / reach.length)
    let heel = base - reach * (1.5 / reach.length)
    path("arrow", .polygon([tip, heel + across, base, heel - across]))
  }

  /// The mark where a flow passes the border of a region: a diamond.
  mutating func gate(at centre: Point, classes: String) {
    let radius = Gate.radius
    path(
      classes,
      .polygon([
        centre + Point(x: 0, y: -radius), centre + Point(x: radius, y: 0),
        centre + Point(x: 0, y: radius), centre + Point(x: -radius, y: 0),
      ]))
  }

  /// The sign where a flow passes over a border that it does not cross: the rails of a bridge on either
  /// side of the line.
  mutating func bridge(at centre: Point, along direction: Point) {
    let across = Point(x: -direction.y, y: direction.x)
    for side in [-1.0, 1.0] {
      let rail = centre + across * (4.5 * side)
      let flare = across * (3.0 * side)
      path(
        "bridge",
        .lines([
          rail - direction * 9 + flare, rail - direction * 6, rail + direction * 6,
          rail + direction * 9 + flare,
        ]))
    }
  }

  /// The label of a flow: disc, text and badge.
  mutating func flowLabel(
    _ measure: LabelMeasure, badge: ThreatBadge?, mark: SceneMark?, at place: PlacedLabel
  ) {
    if let leader = place.leader { path("leader", .lines([leader.start, leader.end])) }
    if !measure.number.isEmpty { disc(measure.number, in: place.discBox(measure)) }
    let textBox = place.textBox(measure)
    let top = place.textTop(measure)
    switch place.textSide {
    case .right:
      block(measure.text, x: textBox.left, top: top, anchor: .start, classes: "halo")
      if mark == .removed { strike(measure.text, x: textBox.left, top: top, anchor: .start) }
    case .left:
      block(measure.text, x: textBox.right, top: top, anchor: .end, classes: "halo")
      if mark == .removed { strike(measure.text, x: textBox.right, top: top, anchor: .end) }
    }
    guard let badge, let box = place.badgeBox(measure) else { return }
    self.badge(badge, in: box)
  }

  /// The number of a flow, white on a disc.
  mutating func disc(_ number: String, in box: Box) {
    rectangle("disc", box, radius: box.height / 2)
    word(number, .flowNumber, in: box)
  }
}
