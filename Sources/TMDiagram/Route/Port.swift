// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A place on the rim of an element where a flow may begin or end.
struct Port: Hashable, Sendable {
  /// On the rim.
  let rim: Point
  /// Outside, straight ahead of the rim.
  let outside: Point
  /// How far it is from the middle of its side, as a share of half the side.
  let offCentre: Double

  /// From the rim to the point outside, in pixels.
  static let reach = 13.0
  /// Between two ports that are in use, in pixels.
  static let spacing = 14.0
  /// Nearer than that two arrowheads cannot be told apart, in pixels.
  static let least = 8.0

  /// All ports of a shape, clockwise from the upper left.
  static func ports(isRound: Bool, in box: Box) -> [Port] {
    isRound ? round(box) : straight(box)
  }

  private static func round(_ box: Box) -> [Port] {
    let (a, b) = (box.width / 2, box.height / 2)
    let count = max(16, min(160, Int((a + b) * 3 / 12)))
    return (0..<count).map { step in
      let (sine, cosine) = sineAndCosine(turn: Double(step) / Double(count))
      let rim = Point(x: box.centre.x + a * cosine, y: box.centre.y + b * sine)
      let normal = Point(x: cosine / a, y: sine / b)
      let unit = normal * (1 / normal.length)
      let side = min(abs(cosine), abs(sine))
      return Port(rim: rim, outside: rim + unit * reach, offCentre: side)
    }
  }

  private static func straight(_ box: Box) -> [Port] {
    var result: [Port] = []
    for (share, x) in stations(from: box.left, to: box.right) {
      for (y, sign) in [(box.top, -1.0), (box.bottom, 1.0)] {
        result.append(
          Port(
            rim: Point(x: x, y: y), outside: Point(x: x, y: y + sign * reach), offCentre: share))
      }
    }
    for (share, y) in stations(from: box.top, to: box.bottom) {
      for (x, sign) in [(box.left, -1.0), (box.right, 1.0)] {
        result.append(
          Port(
            rim: Point(x: x, y: y), outside: Point(x: x + sign * reach, y: y), offCentre: share))
      }
    }
    return result
  }

  private static func stations(from low: Double, to high: Double) -> [(Double, Double)] {
    let half = (high - low) / 2 - 7
    let count = max(0, Int(half / 9))
    return (-count...count).map { step in
      let share = count == 0 ? 0 : Double(step) / Double(count)
      return (abs(share), (low + high) / 2 + half * share)
    }
  }

  /// By power series, since the core has no mathematics of the system; good to nine digits.
  private static func sineAndCosine(turn: Double) -> (Double, Double) {
    let quarter = Int(turn * 4)
    let angle = (turn * 4 - Double(quarter)) * (Double.pi / 2)
    var (sine, cosine) = (0.0, 0.0)
    var term = 1.0
    for power in 0..<16 {
      switch power % 4 {
      case 0: cosine += term
      case 1: sine += term
      case 2: cosine -= term
      default: sine -= term
      }
      term *= angle / Double(power + 1)
    }
    switch quarter % 4 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }
}
