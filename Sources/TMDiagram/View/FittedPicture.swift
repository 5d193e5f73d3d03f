// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A picture at the level that can be read on its page.
package struct FittedPicture {
  package private(set) var builder: SceneBuilder
  package private(set) var scene: Scene
  package private(set) var placed: PlacedScene
  /// On the page, in points; nil where no page is asked for.
  package private(set) var smallestText: Double?

  /// What can be read on paper, in points.
  package static let readableText = 6.0

  /// Takes the level of the builder, or as many levels fewer as a page needs. Before a level goes, the words of
  /// the flows move into the table, where nobody asked for them on the lines.
  ///
  /// - Parameters:
  ///   - isFixed: whether the level was asked for and stays; the words of the flows still move.
  ///   - builder: makes the picture of another level.
  package init(
    _ first: SceneBuilder, words: FlowWords, shape: SheetShape, isFixed: Bool,
    worker: WorkerCommand,
    at level: (Int) -> SceneBuilder
  ) throws(WorkerError) {
    try self.init(first, words, shape, worker)
    guard shape != .free else { return }
    let least = FittedPicture.readableText
    var next: SceneBuilder? = first
    while (smallestText ?? 0) < least, let builder = next, !builder.isEmpty {
      if builder.depth < first.depth {
        try take(FittedPicture(builder, words, shape, worker))
      }
      if (smallestText ?? 0) < least, words == .auto {
        try take(FittedPicture(builder, .numbers, shape, worker))
      }
      if isFixed { return }
      let other = builder.depth > 0 ? level(builder.depth - 1) : nil
      next = other.flatMap { $0.depth < builder.depth ? $0 : nil }
    }
  }

  private init(
    _ builder: SceneBuilder, _ words: FlowWords, _ shape: SheetShape, _ worker: WorkerCommand
  ) throws(WorkerError) {
    self.builder = builder
    scene = builder.scene()
    placed = try PlacedScene(scene, words: words, shape: shape, worker: worker)
    smallestText = shape == .free ? nil : shape.smallestText(on: SheetLayout(placed).extent)
  }

  private mutating func take(_ other: FittedPicture) {
    if (other.smallestText ?? 0) > (smallestText ?? 0) { self = other }
  }

  /// With one digit behind the point.
  package static func words(_ points: Double) -> String {
    TextBuffer.decimal(thousandths: Int((points * 10).rounded(.down)) * 100)
  }
}
