// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A place in the picture, in pixels; y grows downwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }
  static func - (left: Point, right: Point) -> Point {
    Point(x: left.x - right.x, y: left.y - right.y)
  }
  static func * (point: Point, factor: Double) -> Point {
    Point(x: point.x * factor, y: point.y * factor)
  }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }
}

/// A width and a height in pixels.
struct Extent: Hashable, Sendable {
  var width: Double
  var height: Double

  /// In whole pixels.
  var roundedUp: Extent { Extent(width: width.rounded(.up), height: height.rounded(.up)) }
}

/// An upright rectangle in pixels.
struct Box: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centre: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(left: Double, top: Double, extent: Extent) {
    self.init(left: left, top: top, right: left + extent.width, bottom: top + extent.height)
  }

  init(centre: Point, extent: Extent) {
    self.init(
      left: centre.x - extent.width / 2, top: centre.y - extent.height / 2, extent: extent)
  }

  /// Whether the two share an area; boxes that only touch do not.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ point: Point) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }

  /// The box with every side moved outwards.
  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func moved(by offset: Point) -> Box {
    Box(
      left: left + offset.x, top: top + offset.y, right: right + offset.x,
      bottom: bottom + offset.y)
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether a straight line meets the box.
  func meets(_ segment: Segment) -> Bool {
    var enter = 0.0
    var leave = 1.0
    let direction = segment.end - segment.start
    for (offset, step, low, high) in [
      (segment.start.x, direction.x, left, right), (segment.start.y, direction.y, top, bottom),
    ] {
      if step == 0 {
        if offset < low || offset > high { return false }
        continue
      }
      let first = (low - offset) / step
      let second = (high - offset) / step
      enter = max(enter, min(first, second))
      leave = min(leave, max(first, second))
      if enter > leave { return false }
    }
    return true
  }
}

/// A straight line between two points.
struct Segment: Hashable, Sendable {
  let start: Point
  let end: Point

  /// The smallest upright box around it.
  var bounds: Box {
    Box(
      left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x),
      bottom: max(start.y, end.y))
  }
}
