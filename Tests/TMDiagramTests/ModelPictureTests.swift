// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@testable import TMDiagram

@Suite("From the model to the picture")
struct ModelPictureTests {
  @Test("examples: nothing overlaps, at any level", arguments: ExamplePicture.all)
  func examples(_ picture: ExamplePicture) throws {
    let sample = try CompiledSample(example: picture.example)
    for depth in [nil, 0, 1, 2, 3] {
      let builder = SceneBuilder(
        sample.model, sample.register,
        DiagramRequest(view: try picture.view(in: sample.model), depth: depth))
      #expect(!builder.isEmpty)
      let placed = try PlacedScene(builder.scene(), worker: ProgramUnderTest.worker)
      #expect(faults(of: placed) == [], "\(picture), depth \(String(describing: depth))")
      #expect(placed.bridges.isEmpty)
    }
  }

  @Test(
    "generated models: nothing overlaps, and no flow says anything false",
    arguments: Thoroughness.seeds)
  func generated(_ seed: Int) throws {
    let sample = try CompiledSample(GeneratedModel.text(seed: seed))
    let errors = sample.compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == [])
    let elements = sample.model.allEntities.filter { sample.model[$0].keyword.isElement }
    #expect((10...60).contains(elements.count))
    let scene = SceneBuilder(sample.model, sample.register, DiagramRequest(depth: 64)).scene()
    let placed = try PlacedScene(scene, worker: ProgramUnderTest.worker(timeLimit: 120))
    #expect(faults(of: placed) == [])
  }
}
