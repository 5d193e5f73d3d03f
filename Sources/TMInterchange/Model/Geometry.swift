// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A point of a diagram, in its own units.
struct DiagramPoint: Equatable {
  var x: Double
  var y: Double
}

/// A box of a diagram; y grows downwards.
struct DiagramBox: Equatable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var centre: DiagramPoint { DiagramPoint(x: left + width / 2, y: top + height / 2) }
  var area: Double { width * height }

  func holds(_ point: DiagramPoint, margin: Double = 0) -> Bool {
    point.x >= left - margin && point.x <= left + width + margin && point.y >= top - margin
      && point.y <= top + height + margin
  }

  /// Whether another box lies inside, with two pixels of tolerance.
  func encloses(_ other: DiagramBox) -> Bool {
    holds(DiagramPoint(x: other.left, y: other.top), margin: 2)
      && holds(DiagramPoint(x: other.left + other.width, y: other.top + other.height), margin: 2)
  }

  func common(_ other: DiagramBox) -> Double {
    let across = min(left + width, other.left + other.width) - max(left, other.left)
    let down = min(top + height, other.top + other.height) - max(top, other.top)
    return max(0, across) * max(0, down)
  }
}

/// Finds which boxes of a diagram lie in which.
struct BoxNesting {
  /// Positions of the boxes, those of boundaries.
  let boundaries: [DiagramBox]

  /// The smallest boundary around a boundary.
  func parent(ofBoundary index: Int) -> Int? {
    let box = boundaries[index]
    return boundaries.indices.filter { other in
      guard other != index, boundaries[other].encloses(box) else { return false }
      // Of two equal boxes the earlier one is the outer one.
      return boundaries[other].area > box.area
        || boundaries[other].area == box.area && other < index
    }.min { (boundaries[$0].area, $1) < (boundaries[$1].area, $0) }
  }

  /// The smallest boundary that holds the centre of an element.
  func parent(ofElement box: DiagramBox) -> Int? {
    boundaries.indices.filter { boundaries[$0].holds(box.centre) }
      .min { (boundaries[$0].area, $0) < (boundaries[$1].area, $1) }
  }

  /// Whether an element lies partly in a boundary and partly outside.
  func isStraddling(_ box: DiagramBox) -> Int? {
    boundaries.indices.first { index in
      let common = boundaries[index].common(box)
      return common > 0.02 * box.area && common < 0.98 * box.area
    }
  }
}
