// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiagram

/// A straight line between two stencils of a `.tm7` file, from side to side.
struct TM7Line {
  struct Point: Equatable {
    let x: Int
    let y: Int
  }

  let start: Point
  let end: Point
  let ports: (source: String, target: String)

  init(from source: SceneGeometry.Place?, to target: SceneGeometry.Place?) {
    guard let source, let target else {
      (start, end) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
      ports = ("None", "None")
      return
    }
    let across = Self.middle(target).x - Self.middle(source).x
    let down = Self.middle(target).y - Self.middle(source).y
    if source == target {
      ports = ("East", "South")
    } else if abs(across) >= abs(down) {
      ports = across >= 0 ? ("East", "West") : ("West", "East")
    } else {
      ports = down >= 0 ? ("South", "North") : ("North", "South")
    }
    start = Self.point(source, ports.source)
    end = Self.point(target, ports.target)
  }

  /// Where the line is drawn to: its middle, and beside it for further lines between the same two.
  func handle(number: Int) -> Point {
    let step = (number + 1) / 2 * 28 * (number.isMultiple(of: 2) ? 1 : -1)
    let isAcross = abs(end.x - start.x) >= abs(end.y - start.y)
    return Point(
      x: (start.x + end.x) / 2 + (isAcross ? 0 : step),
      y: (start.y + end.y) / 2 + (isAcross ? step : 0))
  }

  private static func middle(_ place: SceneGeometry.Place) -> Point {
    Point(x: place.left + place.width / 2, y: place.top + place.height / 2)
  }

  private static func point(_ place: SceneGeometry.Place, _ port: String) -> Point {
    let middle = middle(place)
    return switch port {
    case "East": Point(x: place.left + place.width, y: middle.y)
    case "West": Point(x: place.left, y: middle.y)
    case "South": Point(x: middle.x, y: place.top + place.height)
    default: Point(x: middle.x, y: place.top)
    }
  }
}
