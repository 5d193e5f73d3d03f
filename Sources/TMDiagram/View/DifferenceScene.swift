// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats

/// Makes the scene of the difference between two models.
package enum DifferenceScene {
  /// Up to here the whole system is shown; a larger one only where it changed, with the neighbours.
  private static let readableNodes = 24
  /// How many nodes are shown at most.
  private static let maximumNodes = 120

  /// The scene; nil where neither model has anything to draw.
  ///
  /// - Parameter subtitle: one line on what changed.
  package static func scene(
    from old: (model: Model, register: ThreatRegister),
    to new: (model: Model, register: ThreatRegister), _ changes: SceneChanges, subtitle: String
  ) -> Scene? {
    // Every level is open: what changed may lie deep.
    let request = DiagramRequest(
      depth: 64, overlay: DiagramRequest.Overlay.none, joinsParallels: false)
    let before = SceneBuilder(old.model, old.register, request)
    let after = SceneBuilder(new.model, new.register, request)
    guard !before.isEmpty || !after.isEmpty else { return nil }
    let newScene = after.scene()
    let union = SceneUnion(before.scene(), newScene, changes)
    let kept = kept(union)
    let title = new.model.system ?? old.model.system
    let name =
      new.model.system.map { new.model.title($0) }
      ?? title.map { old.model.title($0) } ?? "Data-flow diagram"
    return reduced(union, to: kept, title: name, subtitle: subtitle)
  }

  // MARK: - What is shown

  /// The nodes to show: all of a small system, else those that are marked or gained threats, the ends
  /// of such flows, and what marked nodes exchange data with.
  private static func kept(_ union: SceneUnion) -> Set<Int> {
    let all = union.nodes.indices
    if union.nodes.count <= readableNodes { return Set(all) }
    var kept = Set(all.filter { isNoticed(union.nodes[$0].mark, union.nodes[$0].badge) })
    for (index, node) in union.nodes.enumerated() {
      if let region = node.region, union.regions[region].mark != nil { kept.insert(index) }
    }
    let marked = kept
    for edge in union.edges {
      if isNoticed(edge.mark, edge.badge) || marked.contains(edge.source)
        || marked.contains(edge.target)
      {
        kept.formUnion([edge.source, edge.target])
      }
    }
    if kept.isEmpty { kept = Set(all) }
    guard kept.count > maximumNodes else { return kept }
    let first = kept.sorted { left, right in
      let ranks = (marked.contains(left) ? 0 : 1, marked.contains(right) ? 0 : 1)
      return ranks.0 == ranks.1 ? left < right : ranks.0 < ranks.1
    }
    return Set(first.prefix(maximumNodes))
  }

  private static func isNoticed(_ mark: SceneMark?, _ badge: ThreatBadge?) -> Bool {
    mark != nil || badge != nil
  }

  private static func reduced(
    _ union: SceneUnion, to kept: Set<Int>, title: String, subtitle: String
  ) -> Scene {
    let nodeOrder = union.nodes.indices.filter(kept.contains)
    var keptRegions: Set<Int> = []
    for node in nodeOrder {
      var region = union.nodes[node].region
      while let next = region, keptRegions.insert(next).inserted {
        region = union.regions[next].parent
      }
    }
    let regionOrder = parentsFirst(keptRegions, union.regions)
    let regions = positions(regionOrder)
    let nodes = positions(nodeOrder)
    let isReduced = kept.count < union.nodes.count
    let edges = union.edges.filter { edge in
      guard kept.contains(edge.source), kept.contains(edge.target) else { return false }
      // Between two neighbours of a change, what did not change only hides it.
      return !isReduced || isNoticed(edge.mark, edge.badge)
        || [edge.source, edge.target].contains {
          isNoticed(union.nodes[$0].mark, union.nodes[$0].badge)
        }
    }
    return Scene(
      title: title, subtitle: subtitle, description: subtitle,
      regions: regionOrder.map { copy(union.regions[$0], regions) },
      nodes: nodeOrder.map { copy(union.nodes[$0], regions) },
      edges: edges.map { copy($0, nodes, regions) },
      legend: .shown(notes: notes(union, nodeOrder.count, edges.count)), purpose: .difference)
  }

  /// Removed regions come last in a union, and may be parents of others.
  private static func parentsFirst(_ kept: Set<Int>, _ regions: [SceneRegion]) -> [Int] {
    func depth(_ index: Int) -> Int {
      var depth = 0
      var parent = regions[index].parent
      while let next = parent {
        depth += 1
        parent = regions[next].parent
      }
      return depth
    }
    return kept.map { (depth($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private static func positions(_ order: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
  }

  private static func notes(_ union: SceneUnion, _ nodes: Int, _ edges: Int) -> [String] {
    let (elements, flows) = (union.nodes.count - nodes, union.edges.count - edges)
    if elements == 0, flows == 0 { return [] }
    let parts = [
      elements == 0 ? nil : elements == 1 ? "1 element" : "\(elements) elements",
      flows == 0 ? nil : flows == 1 ? "1 flow" : "\(flows) flows",
    ].compactMap { $0 }
    return ["Left out, since far from what changed: \(parts.joined(separator: " and "))."]
  }

  // MARK: - Parts at their new positions

  private static func copy(_ region: SceneRegion, _ regions: [Int: Int]) -> SceneRegion {
    SceneRegion(
      id: region.id, title: region.title, zone: region.zone, kind: region.kind,
      parent: region.parent.flatMap { regions[$0] }, badge: region.badge,
      description: region.description, mark: region.mark)
  }

  private static func copy(_ node: SceneNode, _ regions: [Int: Int]) -> SceneNode {
    SceneNode(
      id: node.id, kind: node.kind, title: node.title, subtitle: node.subtitle,
      interfaces: node.interfaces, region: node.region.flatMap { regions[$0] }, badge: node.badge,
      description: node.description, mark: node.mark)
  }

  private static func copy(
    _ edge: SceneEdge, _ nodes: [Int: Int], _ regions: [Int: Int]
  ) -> SceneEdge {
    SceneEdge(
      id: edge.id, from: nodes[edge.source] ?? 0, to: nodes[edge.target] ?? 0,
      number: edge.number, label: edge.label, detail: edge.detail, twoWay: edge.twoWay,
      crossed: edge.crossed.compactMap { regions[$0] }, badge: edge.badge,
      description: edge.description, mark: edge.mark)
  }
}
