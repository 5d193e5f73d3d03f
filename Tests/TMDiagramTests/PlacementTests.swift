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

  @Test(
    "generated scenes: nothing overlaps, and no flow says anything false",
    arguments: Thoroughness.seeds)
  func generated(_ seed: Int) throws {
    let scene = GeneratedScene.make(seed: seed)
    let words = seed % 2 == 0 ? FlowWords.full : .numbers
    let placed = try PlacedScene(
      scene, words: words, worker: ProgramUnderTest.worker(timeLimit: 120))
    #expect(faults(of: placed) == [])
  }

  @Test("people stand before and stores behind what they talk to, whichever way the data goes")
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
    func isBefore(_ first: Int, _ second: Int) -> Bool {
      let (box, next) = (placed.nodes[first], placed.nodes[second])
      return box.right < next.left || box.bottom < next.top
    }
    #expect(isBefore(2, 1) && isBefore(1, 0))
    #expect(faults(of: placed) == [])
  }

  @Test("a hub has a place on its rim for each of its flows")
  func hub() throws {
    let clients = (1...40).map { SceneNode(id: "c\($0)", kind: .external, title: "Client \($0)") }
    for kind in [SceneNode.Kind.process, .store] {
      let placed = try PlacedScene(
        Scene(
          title: "Hub", nodes: [SceneNode(id: "hub", kind: kind, title: "Hub")] + clients,
          edges: (1...40).map { SceneEdge(id: "f\($0)", from: $0, to: 0, number: $0) }),
        words: .numbers, worker: ProgramUnderTest.worker)
      let tips = placed.routes.compactMap(\.endTip)
      let near = tips.indices.flatMap { one in
        tips[..<one].filter { ($0 - tips[one]).length < 7.5 }
      }
      #expect(tips.count == 40 && near.isEmpty, "\(kind): \(near.count) arrowheads lie on others")
    }
  }

  @Test("words move into a table where too many would lie over lines of other flows")
  func wordsInTheWay() throws {
    let nodes = (0..<8).map { SceneNode(id: "n\($0)", kind: .process, title: "Service \($0)") }
    func flows(_ ends: [(Int, Int)]) -> [SceneEdge] {
      ends.enumerated().map { index, ends in
        SceneEdge(
          id: "f\(index)", from: ends.0, to: ends.1, number: index + 1,
          label: "Sends the order with its signature", detail: "https")
      }
    }
    // Each of four with each of three others: twelve flows that cannot but cross.
    let dense = Scene(
      title: "Dense", nodes: nodes,
      edges: flows((0..<4).flatMap { left in (4..<7).map { (left, $0) } }))
    let full = try PlacedScene(dense, words: .full, worker: ProgramUnderTest.worker)
    #expect(full.coveringLabels > FlowWords.bearableOverlaps)
    let auto = try PlacedScene(dense, worker: ProgramUnderTest.worker)
    #expect(auto.measure.hasTable && auto.coveringLabels == 0)
    // As many in a row have room.
    let chain = Scene(title: "Chain", nodes: nodes, edges: flows((0..<7).map { ($0, $0 + 1) }))
    let inWords = try PlacedScene(chain, worker: ProgramUnderTest.worker)
    #expect(!inWords.measure.hasTable)
    #expect(inWords.coveringLabels == 0)
  }

  @Test("the check sees an overlap")
  func checkSeesOverlap() throws {
    let scene = HandScene.thereAndBack.scene
    let good = try PlacedScene(scene, worker: ProgramUnderTest.worker)
    let label = try #require(good.labels[0])
    var nodes = good.nodes
    nodes[0] = label.box
    #expect(
      labelFaults(
        labels: good.labels, measures: good.measure.labels, nodes: nodes, titles: []
      ).contains("label 0 on node 0"))
  }

  @Test("the check sees a flow under an element and one through a boundary that it does not cross")
  func checkSeesUntruth() throws {
    let scene = Scene(
      title: "Untrue", regions: [SceneRegion(id: "r", title: "Region")],
      nodes: ["a", "b", "c"].map {
        SceneNode(id: $0, kind: .process, title: $0, region: $0 == "b" ? 0 : nil)
      }, edges: [SceneEdge(id: "e", from: 0, to: 2)])
    func box(_ top: Double) -> Box {
      Box(left: 100, top: top, extent: Extent(width: 80, height: 40))
    }
    let straight = Route(
      corners: [Point(x: 140, y: 40), Point(x: 140, y: 400)], radius: 0, twoWay: false)
    let untrue = UntruthCheck(
      scene: scene, nodes: [box(0), box(200), box(400)],
      regions: [Box(left: 50, top: 150, right: 230, bottom: 290)], routes: [straight], bridges: [])
    #expect(
      untrue.faults == [
        "edge 0 runs under node 1", "edge 0 passes region 0 unmarked",
        "edge 0 passes region 0 unmarked",
      ])
    // The program finds a way around both.
    let geometry = LayoutGeometry(
      bounds: Box(left: 0, top: 0, right: 300, bottom: 440), nodes: untrue.nodes,
      regions: untrue.regions, edges: [straight])
    #expect(faults(of: try PlacedScene(scene, SceneMeasure(scene), geometry)) == [])
  }

  @Test("a flow that is walled in passes over the wall, and is marked there")
  func bridge() throws {
    // A region around a node of another leaves no way.
    let scene = Scene(
      title: "Walled in", regions: [SceneRegion(id: "r", title: "Wall")],
      nodes: [
        SceneNode(id: "a", kind: .process, title: "Inside"),
        SceneNode(id: "b", kind: .process, title: "Outside"),
      ], edges: [SceneEdge(id: "e", from: 0, to: 1)])
    let geometry = LayoutGeometry(
      bounds: Box(left: 0, top: 0, right: 700, bottom: 300),
      nodes: [
        Box(left: 120, top: 130, right: 200, bottom: 170),
        Box(left: 560, top: 130, right: 640, bottom: 170),
      ], regions: [Box(left: 20, top: 20, right: 300, bottom: 280)], edges: [nil])
    let placed = try PlacedScene(scene, SceneMeasure(scene), geometry)
    #expect(placed.bridges.map(\.region) == [0])
    #expect(UntruthCheck(placed).faults == [])
    let svg = String(decoding: SVGPainter.paint(placed), as: UTF8.self)
    #expect(svg.contains("class=\"bridge\""))
    #expect(svg.contains("passes over, without crossing"))
  }
}
