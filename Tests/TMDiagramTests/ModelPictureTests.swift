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
    }
  }

  @Test("generated models: Graphviz answers and nothing overlaps", arguments: 1...200)
  func generated(_ seed: Int) throws {
    let sample = try CompiledSample(GeneratedModel.text(seed: seed))
    let errors = sample.compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == [])
    let elements = sample.model.allEntities.filter { sample.model[$0].keyword.isElement }
    #expect((10...60).contains(elements.count))
    let scene = SceneBuilder(sample.model, sample.register, DiagramRequest()).scene()
    let measure = SceneMeasure(scene)
    let input = DotWriter.layoutInput(of: scene, measured: measure, effort: .full)
    // Without the second try of the client: the first is to succeed.
    let outcome = try ProgramUnderTest.worker.run(["__layout"], input: input, timeLimit: 60)
    #expect(outcome.status == 0 && outcome.message == "")
    var reader = GeometryReader(outcome.output)
    let answer = reader.read(for: scene)
    #expect(faults(of: PlacedScene(scene, measure, try #require(answer))) == [])
  }
}
