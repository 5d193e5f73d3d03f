// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SVGWriter {
  /// Where a line of text stands against its position.
  enum Anchor: String {
    case start, middle, end
  }

  /// One line on its base line; `textLength` holds any font to the measured width.
  mutating func line(
    _ line: TextBlock.Line, x: Double, baseline: Double, anchor: Anchor, classes: String = ""
  ) {
    let names = classes.isEmpty ? line.style.rawValue : "\(line.style.rawValue) \(classes)"
    var attributes: [Attribute] = [
      ("class", .text(names)), ("x", .number(x)), ("y", .number(baseline)),
    ]
    if anchor != .start { attributes.append(("text-anchor", .text(anchor.rawValue))) }
    if line.width > 0 {
      attributes.append(("textLength", .number(line.width)))
      attributes.append(("lengthAdjust", .text("spacingAndGlyphs")))
    }
    text("text", attributes, line.text)
  }

  /// All lines of a block whose upper edge is at `top`.
  mutating func block(
    _ block: TextBlock, x: Double, top: Double, anchor: Anchor, classes: String = ""
  ) {
    for line in block.lines {
      self.line(line, x: x, baseline: top + line.baseline, anchor: anchor, classes: classes)
    }
  }

  /// A single word or number in the middle of a box.
  mutating func word(_ text: String, _ style: TextStyle, in box: Box) {
    let line = TextBlock.Line(
      text: text, style: style, width: style.width(of: text), baseline: 0)
    self.line(
      line, x: box.centre.x, baseline: box.centre.y + style.size * 0.36, anchor: .middle)
  }

  /// A rectangle; `radius` rounds its corners.
  mutating func rectangle(_ classes: String, _ box: Box, radius: Double = 0) {
    var attributes: [Attribute] = [
      ("class", .text(classes)), ("x", .number(box.left)), ("y", .number(box.top)),
      ("width", .number(box.width)), ("height", .number(box.height)),
    ]
    if radius > 0 { attributes.append(("rx", .number(radius))) }
    element("rect", attributes)
  }

  /// An ellipse that fills a box.
  mutating func ellipse(_ classes: String, _ box: Box) {
    element(
      "ellipse",
      [
        ("class", .text(classes)), ("cx", .number(box.centre.x)), ("cy", .number(box.centre.y)),
        ("rx", .number(box.width / 2)), ("ry", .number(box.height / 2)),
      ])
  }

  /// Straight lines between points; a closed one where the path is to be filled.
  mutating func path(_ classes: String, _ commands: PathText) {
    element("path", [("class", .text(classes)), ("d", .text(commands.text))])
  }
}

/// The `d` attribute of a path.
struct PathText {
  private var out = TextBuffer()

  var text: String { String(decoding: out.bytes, as: UTF8.self) }

  /// Starts a new line at a point.
  mutating func move(to point: Point) { add("M", [point]) }

  /// A straight line to a point.
  mutating func line(to point: Point) { add("L", [point]) }

  /// A cubic curve over two control points to a third.
  mutating func curve(_ points: ArraySlice<Point>) { add("C", points) }

  /// A line back to the start.
  mutating func close() { out.add("Z") }

  /// Straight lines through all points.
  static func lines(_ points: [Point]) -> PathText {
    var path = PathText()
    for (index, point) in points.enumerated() {
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    return path
  }

  /// A closed shape with the given corners.
  static func polygon(_ points: [Point]) -> PathText {
    var path = lines(points)
    path.close()
    return path
  }

  private mutating func add(_ command: String, _ points: some Sequence<Point>) {
    out.add(command)
    for (index, point) in points.enumerated() {
      if index > 0 { out.add(" ") }
      out.add(point.x)
      out.add(" ")
      out.add(point.y)
    }
  }
}
