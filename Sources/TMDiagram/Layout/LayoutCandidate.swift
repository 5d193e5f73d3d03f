// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One way to lay out a scene.
struct LayoutCandidate: Hashable, Sendable {
  /// Which way ranks follow one another.
  enum Direction: String, Sendable {
    case down = "TB"
    case right = "LR"
  }

  /// How lines run between ranks.
  enum Lines: String, Sendable {
    case curved = "spline"
    case straight = "polyline"
  }

  /// Of what stands on the paper.
  var direction = Direction.down
  /// Of what stands inside regions.
  var inner = Direction.down
  var lines = Lines.curved
  /// Whether words stand on the lines, which takes room between the ranks.
  var hasWords = true

  /// Between two ranks, in inches.
  func rankSeparation(_ direction: Direction) -> Double {
    switch direction {
    case .down: hasWords ? 0.95 : 0.75
    case .right: hasWords ? 1.9 : 0.85
    }
  }

  /// Ways to lay out a scene, with what speaks against each before it is tried.
  ///
  /// The usual one leads from left to right between the boundaries and down inside them, as a screen is
  /// wider than high. Another must be far better, since a reader knows a picture by its shape; on a page
  /// of a given size what counts is that it can be read.
  static func all(
    hasWords: Bool, for shape: SheetShape
  ) -> [(candidate: LayoutCandidate, handicap: Double)] {
    let ways: [(Direction, Direction, Double)] = [
      (.right, .down, 1), (.down, .down, 2), (.down, .right, 2.2), (.right, .right, 2.4),
    ]
    return ways.map { outer, inner, handicap in
      (
        LayoutCandidate(direction: outer, inner: inner, hasWords: hasWords),
        shape == .free ? handicap : 1
      )
    }
  }
}
