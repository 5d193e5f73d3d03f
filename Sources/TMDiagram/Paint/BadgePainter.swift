// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Paints how many threats there are and how the worst stands: the frame, a sign and the colour all say it.
extension SVGWriter {
  /// The badge fills the box, which has the size of `BadgeMeasure`.
  mutating func badge(_ badge: ThreatBadge, in box: Box) {
    element("g", [("class", .text("badge \(badge.worst.rawValue)"))]) { svg in
      svg.text("title", [], badge.words)
      svg.badgeFrame(badge.worst, box)
      let sign = Point(x: box.left + 10, y: box.centre.y)
      svg.path("sign", badge.worst.sign(at: sign))
      guard !badge.text.isEmpty else { return }
      let width = TextStyle.badgeCount.width(of: badge.text)
      let count = Box(
        left: box.left + 17, top: box.top, extent: Extent(width: width, height: box.height))
      svg.word(badge.text, .badgeCount, in: count)
    }
  }

  private mutating func badgeFrame(_ status: ThreatBadge.Status, _ box: Box) {
    switch status {
    case .open:
      // The only frame with points at its sides.
      let inset = 5.0
      path(
        "frame",
        .polygon([
          Point(x: box.left - 1, y: box.centre.y), Point(x: box.left + inset, y: box.top),
          Point(x: box.right - inset, y: box.top), Point(x: box.right + 1, y: box.centre.y),
          Point(x: box.right - inset, y: box.bottom), Point(x: box.left + inset, y: box.bottom),
        ]))
    case .accepted: rectangle("frame", box, radius: 2)
    case .transferred, .mitigated, .avoided, .notApplicable:
      rectangle("frame", box, radius: box.height / 2)
    }
  }
}

extension ThreatBadge.Status {
  /// A sign of about 8 pixels around the point.
  fileprivate func sign(at centre: Point) -> PathText {
    func point(_ x: Double, _ y: Double) -> Point { centre + Point(x: x, y: y) }
    var path: PathText
    switch self {
    case .open:
      // Exclamation mark.
      path = .lines([point(0, -3.8), point(0, 0.8)])
      path.move(to: point(0, 3.4))
      path.line(to: point(0, 3.6))
    case .accepted:
      // The letter A.
      path = .lines([point(-3, 3.6), point(0, -3.6), point(3, 3.6)])
      path.move(to: point(-1.8, 1.2))
      path.line(to: point(1.8, 1.2))
    case .transferred:
      // An arrow to the right.
      path = .lines([point(-3.6, 0), point(3.6, 0)])
      path.move(to: point(0.8, -2.8))
      path.line(to: point(3.6, 0))
      path.line(to: point(0.8, 2.8))
    case .mitigated:
      // A tick.
      path = .lines([point(-3.4, 0.4), point(-1, 3), point(3.6, -3)])
    case .avoided:
      // A cross.
      path = .lines([point(-2.8, -2.8), point(2.8, 2.8)])
      path.move(to: point(2.8, -2.8))
      path.line(to: point(-2.8, 2.8))
    case .notApplicable:
      // A dash.
      path = .lines([point(-3.2, 0), point(3.2, 0)])
    }
    return path
  }
}
