// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SVGWriter {
  /// The shape of an element with its texts, in the given box.
  mutating func node(
    _ kind: SceneNode.Kind, _ text: TextBlock, _ mark: SceneMark?, in box: Box
  ) {
    shape(kind, box)
    let inner = kind.textArea(of: box)
    let top = inner.centre.y - text.height / 2
    for line in text.lines {
      self.line(line, x: inner.centre.x, baseline: top + line.baseline, anchor: .middle)
      if line.style == .nodePort { port(before: line, centre: inner.centre.x, top: top) }
    }
    guard let mark else { return }
    if mark == .removed { strike(text, x: inner.centre.x, top: top, anchor: .middle) }
    markSign(mark, at: MarkSign.centre(on: kind, in: box))
  }

  // A small square, as on the rim of a component.
  private mutating func port(before line: TextBlock.Line, centre: Double, top: Double) {
    let middle = Point(x: centre - line.width / 2 - 6, y: top + line.baseline - 3.4)
    rectangle("port", Box(centre: middle, extent: Extent(width: 4.5, height: 4.5)))
  }

  /// The shape alone; the legend uses it too.
  mutating func shape(_ kind: SceneNode.Kind, _ box: Box) {
    switch kind {
    case .external:
      rectangle("shape", box, radius: 2)
    case .human:
      rectangle("shape", box, radius: 2)
      person(at: Point(x: box.left + NodeMeasure.personWidth * 0.75, y: box.centre.y))
    case .process:
      ellipse("shape", box)
    case .collapsedProcess:
      ellipse("shape", box)
      ellipse("shape hollow", box.grown(by: -NodeMeasure.doubleLine))
    case .store:
      rectangle("shape", box)
      path("rail", .lines([Point(x: box.left, y: box.top), Point(x: box.right, y: box.top)]))
      path(
        "rail", .lines([Point(x: box.left, y: box.bottom), Point(x: box.right, y: box.bottom)]))
    case .collapsedBoundary:
      let step = NodeMeasure.stackStep
      let back = Box(
        left: box.left + step, top: box.top, right: box.right, bottom: box.bottom - step)
      let front = back.moved(by: Point(x: -step, y: step))
      rectangle("shape", back, radius: 8)
      rectangle("shape", front, radius: 8)
    }
  }

  private mutating func person(at centre: Point) {
    let head = Box(
      centre: centre + Point(x: 0, y: -5), extent: Extent(width: 7.5, height: 7.5))
    ellipse("person", head)
    var body = PathText()
    body.move(to: centre + Point(x: -7, y: 9))
    body.curve([
      centre + Point(x: -7, y: -1.5), centre + Point(x: 7, y: -1.5), centre + Point(x: 7, y: 9),
    ])
    body.close()
    path("person", body)
  }
}

extension SceneNode.Kind {
  /// The part of the shape in whose middle the text stands.
  fileprivate func textArea(of box: Box) -> Box {
    var result = box
    switch self {
    case .external, .process, .store, .collapsedProcess: break
    case .human: result.left += NodeMeasure.personWidth
    case .collapsedBoundary:
      result.right -= NodeMeasure.stackStep
      result.top += NodeMeasure.stackStep
    }
    return result
  }
}
