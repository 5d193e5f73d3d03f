// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The flows that decide where elements stand: a spanning forest of the scene.
///
/// Graphviz moves everything for one flow more. It is shown only as many flows as connect the elements;
/// the others are led through the finished picture. So a flow that joins what was joined before moves
/// nothing, and a new element hangs on what it talks to.
struct LayoutSkeleton: Sendable {
  /// Whether each edge of the scene is in the layout.
  private(set) var includes: [Bool]

  /// Flows inside one region come first, so that a region stays together; then the order of the scene
  /// decides, in which new flows are late as a rule.
  init(_ scene: Scene) {
    includes = [Bool](repeating: false, count: scene.edges.count)
    var sets = DisjointSets(count: scene.nodes.count)
    let shared = scene.edges.map { scene.sharedDepth($0.source, $0.target) }
    let order = scene.edges.indices.sorted { (-shared[$0], $0) < (-shared[$1], $1) }
    for index in order {
      let edge = scene.edges[index]
      // Graphviz draws loops well, and they move nothing.
      if edge.source == edge.target || sets.join(edge.source, edge.target) {
        includes[index] = true
      }
    }
  }
}

extension Scene {
  /// How many regions enclose both nodes.
  func sharedDepth(_ first: Int, _ second: Int) -> Int {
    let outer = enclosing(second)
    return enclosing(first).filter(outer.contains).count
  }

  /// The regions around a node, the innermost first.
  func enclosing(_ node: Int) -> [Int] {
    var result: [Int] = []
    var region = nodes[node].region
    while let next = region {
      result.append(next)
      region = regions[next].parent
    }
    return result
  }
}
