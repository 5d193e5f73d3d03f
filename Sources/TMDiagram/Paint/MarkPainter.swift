// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The sign of a mark: a disc with a plus, a minus, an arrow, dots or a wave, so that nobody has to
/// tell colours apart.
enum MarkSign {
  /// In pixels.
  static let diameter = 17.0

  /// On the upper left corner of a shape, opposite the badge.
  static func centre(on kind: SceneNode.Kind, in box: Box) -> Point {
    switch kind {
    case .process, .collapsedProcess:
      // On the ellipse at 45 degrees.
      Point(x: box.centre.x - box.width / 2 * 0.76, y: box.centre.y - box.height / 2 * 0.72)
    case .external, .human, .store, .collapsedBoundary:
      Point(x: box.left + 1, y: box.top + 1)
    }
  }
}

extension SVGWriter {
  /// The sign around a point.
  mutating func markSign(_ mark: SceneMark, at centre: Point) {
    let extent = Extent(width: MarkSign.diameter, height: MarkSign.diameter)
    element("g", [("class", .text("sign \(mark.className)"))]) { svg in
      svg.ellipse("sign-disc", Box(centre: centre, extent: extent))
      svg.path("sign-glyph", mark.glyph(at: centre))
    }
  }

  /// A line through every line of a text.
  mutating func strike(_ block: TextBlock, x: Double, top: Double, anchor: Anchor) {
    for line in block.lines where line.width > 0 {
      let left =
        switch anchor {
        case .start: x
        case .middle: x - line.width / 2
        case .end: x - line.width
        }
      let height = top + line.baseline - line.style.size * 0.3
      path(
        "strike",
        .lines([Point(x: left - 2, y: height), Point(x: left + line.width + 2, y: height)]))
    }
  }
}

extension SceneMark {
  /// Lines of about 9 pixels around the point.
  fileprivate func glyph(at centre: Point) -> PathText {
    func point(_ x: Double, _ y: Double) -> Point { centre + Point(x: x, y: y) }
    var path: PathText
    switch self {
    case .added:
      path = .lines([point(-4, 0), point(4, 0)])
      path.move(to: point(0, -4))
      path.line(to: point(0, 4))
    case .removed:
      path = .lines([point(-4, 0), point(4, 0)])
    case .moved:
      path = .lines([point(-4.2, 0), point(4.2, 0)])
      path.move(to: point(1, -3.2))
      path.line(to: point(4.2, 0))
      path.line(to: point(1, 3.2))
    case .former:
      path = .lines([point(-3.6, 0), point(-3.5, 0)])
      path.move(to: point(-0.05, 0))
      path.line(to: point(0.05, 0))
      path.move(to: point(3.5, 0))
      path.line(to: point(3.6, 0))
    case .changed:
      path = PathText()
      path.move(to: point(-4.4, 1.2))
      path.curve([point(-2.4, -4), point(-0.8, -1.6), point(0, 0)])
      path.curve([point(0.8, 1.6), point(2.4, 4), point(4.4, -1.2)])
    }
    return path
  }
}
