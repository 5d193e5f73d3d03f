// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A picture at the level that can be read on its page.
package struct FittedPicture {
  package let builder: SceneBuilder
  package let placed: PlacedScene
  /// On the page, in points; nil where no page is asked for.
  package let smallestText: Double?

  /// What can be read on paper, in points.
  package static let readableText = 6.0

  /// Takes the level of the builder, or as many levels fewer as a page needs.
  ///
  /// - Parameters:
  ///   - isFixed: whether the level was asked for and stays as it is.
  ///   - builder: makes the picture of another level.
  package init(
    _ first: SceneBuilder, words: FlowWords, shape: SheetShape, isFixed: Bool,
    worker: WorkerCommand, at level: (Int) -> SceneBuilder
  ) throws(WorkerError) {
    var builder = first
    var placed = try PlacedScene(builder.scene(), words: words, shape: shape, worker: worker)
    var points = shape.smallestText(on: SheetLayout(placed).extent)
    if shape != .free, !isFixed {
      var depth = builder.depth
      while points < FittedPicture.readableText, depth > 0 {
        depth -= 1
        let other = level(depth)
        guard !other.isEmpty else { break }
        let smaller = try PlacedScene(other.scene(), words: words, shape: shape, worker: worker)
        let text = shape.smallestText(on: SheetLayout(smaller).extent)
        if text > points { (builder, placed, points) = (other, smaller, text) }
      }
    }
    self.builder = builder
    self.placed = placed
    smallestText = shape == .free ? nil : points
  }

  /// With one digit behind the point.
  package static func words(_ points: Double) -> String {
    TextBuffer.decimal(thousandths: Int((points * 10).rounded(.down)) * 100)
  }
}
