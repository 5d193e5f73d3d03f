// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TMDiagram

@Suite("Placement")
struct PlacementTests {
  @Test("hand-made scenes: nothing overlaps", arguments: HandScene.allCases)
  func handMade(_ hand: HandScene) throws {
    let placed = try PlacedScene(hand.scene, worker: ProgramUnderTest.worker)
    #expect(faults(of: placed) == [])
  }

  @Test("generated scenes: Graphviz answers and nothing overlaps", arguments: 1...200)
  func generated(_ seed: Int) throws {
    let scene = GeneratedScene.make(seed: seed)
    let measure = SceneMeasure(scene)
    let input = DotWriter.layoutInput(of: scene, measured: measure, effort: .full)
    // Without the second try of the client: the first is to succeed.
    let outcome = try ProgramUnderTest.worker.run(["__layout"], input: input, timeLimit: 60)
    #expect(outcome.status == 0 && outcome.message == "")
    var reader = GeometryReader(outcome.output)
    let answer = reader.read(for: scene)
    let geometry = try #require(answer)
    #expect(faults(of: PlacedScene(scene, measure, geometry)) == [])
  }

  @Test("people stand above and stores below, whichever way the data goes")
  func order() throws {
    let scene = Scene(
      title: "Order",
      nodes: [
        SceneNode(id: "s", kind: .store, title: "Store"),
        SceneNode(id: "p", kind: .process, title: "Process"),
        SceneNode(id: "h", kind: .human, title: "Person"),
      ],
      edges: [
        SceneEdge(id: "read", from: 0, to: 1), SceneEdge(id: "write", from: 1, to: 0),
        SceneEdge(id: "show", from: 1, to: 2), SceneEdge(id: "enter", from: 2, to: 1),
      ])
    let placed = try PlacedScene(scene, worker: ProgramUnderTest.worker)
    #expect(placed.nodes[2].bottom < placed.nodes[1].top)
    #expect(placed.nodes[1].bottom < placed.nodes[0].top)
    #expect(faults(of: placed) == [])
  }

  @Test("the check sees an overlap")
  func checkSeesOverlap() throws {
    let scene = HandScene.thereAndBack.scene
    let good = try PlacedScene(scene, worker: ProgramUnderTest.worker)
    let label = try #require(good.labels[0])
    var nodes = good.nodes
    nodes[0] = label.box
    #expect(
      labelFaults(labels: good.labels, nodes: nodes, titles: []).contains("label 0 on node 0"))
  }
}
