// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@testable import TMDiagram

@Suite("Views")
struct ViewTests {
  @Test("what is drawn stands in the file", arguments: ViewFile.all)
  func answers(_ file: ViewFile) throws {
    let answers = try file.answers()
    #expect(answers.count > 2, "\(file) has no `scene` blocks")
    if Repository.updatesSnapshots { return try file.rewrite(answers) }
    for answer in answers {
      #expect(
        answer.block.text == answer.text,
        "\(file): \(answer.block.heading); TM_UPDATE_SNAPSHOTS=1 rewrites it, to be read then")
    }
  }

  @Test("there are cases")
  func thereAreCases() {
    #expect(ViewFile.all.map(\.path).contains { $0.hasSuffix("/levels.md") })
  }

  @Test("above 60 nodes a diagram shows fewer levels, and says so")
  func reduction() throws {
    let few = try scene(rooms: 6, elements: 10, depth: nil)
    #expect(few.builder.reducedDepth == nil && few.scene.nodes.count == 60)
    let many = try scene(rooms: 7, elements: 10, depth: nil)
    let reduced = try #require(many.builder.reducedDepth)
    #expect(reduced == (1, 2))
    #expect(many.scene.nodes.count == 7)
    #expect(many.scene.nodes.allSatisfy { $0.subtitle == "10 elements" })
    // Who asks for a level gets it.
    let asked = try scene(rooms: 7, elements: 10, depth: 2)
    #expect(asked.builder.reducedDepth == nil && asked.scene.nodes.count == 70)
  }

  @Test("one level always stays open")
  func lowestLevel() throws {
    let elements = (0..<61).map { "process p\($0) \"Process \($0)\"" }.joined(separator: "\n")
    let sample = try CompiledSample("model \"Flat\"\n\(elements)\n")
    let builder = SceneBuilder(sample.model, sample.register, DiagramRequest())
    #expect(builder.reducedDepth == nil && builder.scene().nodes.count == 61)
  }

  private func scene(
    rooms: Int, elements: Int, depth: Int?
  ) throws -> (builder: SceneBuilder, scene: Scene) {
    var text = "model \"House\"\nboundary house \"House\" {\n"
    for room in 0..<rooms {
      text += "boundary r\(room) \"Room \(room)\" {\n"
      for element in 0..<elements {
        text += "process r\(room)p\(element) \"Process \(room) \(element)\"\n"
      }
      text += "}\n"
    }
    let sample = try CompiledSample(text + "}\n")
    let builder = SceneBuilder(
      sample.model, sample.register,
      DiagramRequest(depth: depth, overlay: DiagramRequest.Overlay.none))
    return (builder, builder.scene())
  }
}
