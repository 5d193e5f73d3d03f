// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

@testable import TMDiagram

/// Small scenes, each with one thing that is hard to draw.
enum HandScene: String, CaseIterable {
  case empty, singleNode, emptyRegion, selfFlow, manyParallelFlows, thereAndBack, longTitles
  case deepNesting, loneNodes, star

  var scene: Scene {
    switch self {
    case .empty: Scene(title: "Empty")
    case .singleNode: Scene(title: "One", nodes: [node(0)])
    case .emptyRegion:
      Scene(title: "", regions: [SceneRegion(id: "a", title: "Nothing in it", zone: "home")])
    case .selfFlow: Scene(title: "Self", nodes: [node(0)], edges: [edge(0, 0, 0), edge(1, 0, 0)])
    case .manyParallelFlows:
      Scene(
        title: "Parallel", regions: [SceneRegion(id: "a", title: "Region")],
        nodes: [node(0), node(1, region: 0)],
        edges: (0..<12).map { edge($0, $0 % 2, 1 - $0 % 2, crossed: [0]) })
    case .thereAndBack:
      Scene(title: "Back", nodes: [node(0), node(1)], edges: [edge(0, 0, 1), edge(1, 1, 0)])
    case .longTitles: longTitles
    case .deepNesting: deepNesting
    case .loneNodes:
      Scene(
        title: "Lone", regions: [SceneRegion(id: "a", title: "Region")],
        nodes: (0..<30).map { node($0, region: $0 % 2 == 0 ? 0 : nil) })
    case .star:
      Scene(
        title: "Star", nodes: (0..<16).map { node($0) },
        edges: (1..<16).map { edge($0, $0 % 2 == 0 ? 0 : $0, $0 % 2 == 0 ? $0 : 0) })
    }
  }

  private var longTitles: Scene {
    let long = String(repeating: "A very long title of an element ", count: 40)
    return Scene(
      title: long,
      regions: [SceneRegion(id: "a", title: long, zone: long)],
      nodes: [
        SceneNode(id: "x", kind: .process, title: long, subtitle: long, interfaces: [long, long]),
        SceneNode(id: "y", kind: .store, title: String(repeating: "W", count: 10_000), region: 0),
      ],
      edges: [
        SceneEdge(id: "e", from: 0, to: 1, number: 12345, label: long, detail: long, crossed: [0])
      ])
  }

  private var deepNesting: Scene {
    let regions = (0..<12).map {
      SceneRegion(id: "r\($0)", title: "Level \($0)", parent: $0 == 0 ? nil : $0 - 1)
    }
    return Scene(
      title: "Deep", regions: regions, nodes: [node(0), node(1, region: 11)],
      edges: [edge(0, 0, 1, crossed: Array(0..<12))])
  }

  private func node(_ index: Int, region: Int? = nil) -> SceneNode {
    SceneNode(
      id: "n\(index)", kind: SceneNode.Kind.allCases[index % 6], title: "Element \(index)",
      region: region, badge: ThreatBadge(count: index, worst: .open))
  }

  private func edge(_ index: Int, _ source: Int, _ target: Int, crossed: [Int] = []) -> SceneEdge {
    SceneEdge(
      id: "e\(index)", from: source, to: target, number: index + 1, label: "Sends data",
      detail: "https", crossed: crossed)
  }
}
