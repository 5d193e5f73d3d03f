// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SVGWriter {
  /// The title of a region with its zone and badge, from the left of the box.
  mutating func regionTitle(
    _ measure: TitleMeasure, badge: ThreatBadge?, mark: SceneMark?, at box: Box
  ) {
    // Flows that run behind the title stop at its plate.
    rectangle("plate", box.grown(by: 2), radius: 3)
    let top = box.centre.y - measure.text.height / 2
    var left = box.left
    if let mark {
      let centre = Point(x: left + MarkSign.diameter / 2, y: box.centre.y)
      markSign(mark, at: centre)
      left += measure.signWidth + TitleMeasure.gap
    }
    block(measure.text, x: left, top: top, anchor: .start)
    if mark == .removed { strike(measure.text, x: left, top: top, anchor: .start) }
    left += measure.text.width + TitleMeasure.gap
    if let zone = measure.zone.lines.first {
      let frame = Box(
        left: left, top: box.centre.y - TitleMeasure.zoneHeight / 2,
        extent: Extent(width: measure.zoneWidth, height: TitleMeasure.zoneHeight))
      rectangle("zone-box", frame, radius: TitleMeasure.zoneHeight / 2)
      word(zone.text, .regionZone, in: frame)
      left = frame.right + TitleMeasure.gap
    }
    guard let badge else { return }
    let frame = Box(
      left: left, top: box.centre.y - BadgeMeasure.height / 2,
      extent: Extent(width: measure.badgeWidth, height: BadgeMeasure.height))
    self.badge(badge, in: frame)
  }
}

extension SceneRegion {
  /// The classes of the area; the tint grows stronger three levels deep.
  func classes(depth: Int) -> String {
    switch kind {
    case .boundary: "region boundary depth-\(min(depth, 3))"
    case .process: "region decomposed depth-\(min(depth, 3))"
    }
  }

  /// The class of what stands on the area, for the ground behind its text.
  func groundClass(depth: Int) -> String {
    switch kind {
    case .boundary: "on-depth-\(min(depth, 3))"
    case .process: "on-decomposed"
    }
  }
}
