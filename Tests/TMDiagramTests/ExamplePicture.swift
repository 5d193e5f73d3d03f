// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport

@testable import TMDiagram

/// A picture that stands beside an example: of the whole system, or of one of its views.
struct ExamplePicture: Sendable, CustomStringConvertible {
  let example: String
  /// The id of the view; nil for the whole system.
  let viewName: String?

  var path: String { "examples/\(example)/\(viewName ?? "diagram").svg" }
  var description: String { path }

  /// The pictures of all examples.
  static let all: [ExamplePicture] = CompiledSample.examples.flatMap { example in
    let sample = try? CompiledSample(example: example)
    let views = sample.map { sample in sample.model.shownViews.map { sample.model.name($0) } } ?? []
    return [ExamplePicture(example: example, viewName: nil)]
      + views.map { ExamplePicture(example: example, viewName: $0) }
  }

  /// A view that the example does not declare.
  struct NoSuchView: Error {
    let path: String
  }

  func view(in model: Model) throws -> EntityID? {
    guard let viewName else { return nil }
    guard let view = model.all(.view).first(where: { model.name($0) == viewName }) else {
      throw NoSuchView(path: path)
    }
    return view
  }

  /// What `tm render` writes now.
  func svg() throws -> String {
    let sample = try CompiledSample(example: example)
    let request = DiagramRequest(view: try view(in: sample.model))
    let scene = SceneBuilder(sample.model, sample.register, request).scene()
    let placed = try PlacedScene(scene, worker: ProgramUnderTest.worker)
    return String(decoding: SVGPainter.paint(placed), as: UTF8.self)
  }
}
