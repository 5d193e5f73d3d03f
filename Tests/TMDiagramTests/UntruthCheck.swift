// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

@testable import TMDiagram

/// Looks at painted curves every pixel, by other means than the program does.
struct UntruthCheck {
  let scene: Scene
  let nodes: [Box]
  let regions: [Box]
  let routes: [Route]
  let bridges: [Bridge]

  /// Flows under elements that are not their ends, and unmarked passages through borders that they do
  /// not cross.
  var faults: [String] {
    routes.indices.flatMap { index in
      let points = UntruthCheck.pixels(routes[index])
      return passedNodes(points, index).map { "edge \(index) runs under node \($0)" }
        + unmarkedPassages(points, index).map { "edge \(index) passes region \($0) unmarked" }
    }
  }

  private func passedNodes(_ points: [Point], _ index: Int) -> [Int] {
    let edge = scene.edges[index]
    return nodes.indices.filter { node in
      let box = nodes[node]
      let isRound = [.process, .collapsedProcess].contains(scene.nodes[node].kind)
      return node != edge.source && node != edge.target
        && points.contains { point in
          let x = (point.x - box.centre.x) / (box.width / 2)
          let y = (point.y - box.centre.y) / (box.height / 2)
          return isRound ? x * x + y * y < 1 : max(abs(x), abs(y)) < 1
        }
    }
  }

  private func unmarkedPassages(_ points: [Point], _ index: Int) -> [Int] {
    let edge = scene.edges[index]
    return regions.indices.flatMap { region -> [Int] in
      let isInside = points.map(regions[region].contains)
      let passages = isInside.indices.dropFirst().filter { isInside[$0] != isInside[$0 - 1] }
      let isCrossed =
        scene.region(region, encloses: edge.source) != scene.region(region, encloses: edge.target)
      let marked = bridges.filter { $0.edge == index && $0.region == region }
      let unmarked = passages.filter { place in
        !marked.contains { ($0.centre - points[place]).length < 4 }
      }
      // One passage of a border that the flow crosses is its own.
      return Array(repeating: region, count: max(0, unmarked.count - (isCrossed ? 1 : 0)))
    }
  }

  static func pixels(_ route: Route) -> [Point] {
    var result = [route.points[0]]
    for start in stride(from: 0, to: route.points.count - 3, by: 3) {
      let (a, b) = (route.points[start], route.points[start + 1])
      let (c, d) = (route.points[start + 2], route.points[start + 3])
      let steps = max(2, Int((b - a).length + (c - b).length + (d - c).length))
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let (ab, bc, cd) = (mix(a, b, t), mix(b, c, t), mix(c, d, t))
        result.append(mix(mix(ab, bc, t), mix(bc, cd, t), t))
      }
    }
    return result
  }

  private static func mix(_ start: Point, _ end: Point, _ share: Double) -> Point {
    start + (end - start) * share
  }
}

extension UntruthCheck {
  init(_ placed: PlacedScene) {
    self.init(
      scene: placed.scene, nodes: placed.nodes, regions: placed.regions, routes: placed.routes,
      bridges: placed.bridges)
  }
}
