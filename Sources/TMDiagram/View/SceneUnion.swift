// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Two scenes in one: everything of the new one, and what the old one has alone, each with its mark.
struct SceneUnion {
  private(set) var regions: [SceneRegion] = []
  private(set) var nodes: [SceneNode] = []
  private(set) var edges: [SceneEdge] = []

  private let changes: SceneChanges
  /// The positions of regions and nodes by their paths in the new model; what is gone by its old path
  /// behind a sign that no path has.
  private var regionIndex: [String: Int] = [:]
  private var nodeIndex: [String: Int] = [:]

  init(_ old: Scene, _ new: Scene, _ changes: SceneChanges) {
    self.changes = changes
    for region in new.regions { add(region) }
    for (index, region) in old.regions.enumerated() { addFormer(region, index, old) }
    for node in new.nodes { add(node) }
    for node in old.nodes { addFormer(node, old) }
    for edge in new.edges { add(edge) }
    let current = Dictionary(
      new.edges.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for edge in old.edges { addFormer(edge, old, current) }
  }

  /// What something of the old scene is known by.
  private func key(_ old: String) -> String { changes.newPath(old) ?? "-" + old }

  // MARK: - Regions

  private mutating func add(_ region: SceneRegion) {
    regionIndex[region.id] = regions.count
    regions.append(
      SceneRegion(
        id: region.id, title: region.title, zone: region.zone, kind: region.kind,
        parent: region.parent, description: region.description, mark: changes.mark(region.id)))
  }

  /// A region that is gone stays with what was in it and is gone too; else it is a closed box.
  private mutating func addFormer(_ region: SceneRegion, _ index: Int, _ old: Scene) {
    let key = key(region.id)
    let parent = region.parent.flatMap { regionIndex[self.key(old.regions[$0].id)] }
    if changes.removed.contains(region.id) {
      guard holdsRemoved(index, old) else {
        nodeIndex[key] = nodes.count
        return nodes.append(closed(region, parent, .removed))
      }
      regionIndex[key] = regions.count
      regions.append(
        SceneRegion(
          id: region.id, title: region.title, zone: region.zone, kind: region.kind, parent: parent,
          description: region.description, mark: .removed))
    } else if changes.moved.contains(key) {
      nodes.append(closed(region, parent, .former))
    }
  }

  private func holdsRemoved(_ index: Int, _ old: Scene) -> Bool {
    old.nodes.contains { node in
      changes.removed.contains(node.id) && old.region(index, encloses: node)
    }
  }

  private func closed(_ region: SceneRegion, _ parent: Int?, _ mark: SceneMark) -> SceneNode {
    SceneNode(
      id: region.id + "~", kind: region.kind == .boundary ? .collapsedBoundary : .collapsedProcess,
      title: region.title, subtitle: mark == .former ? "was here" : nil, region: parent,
      description: region.description, mark: mark)
  }

  // MARK: - Nodes

  private mutating func add(_ node: SceneNode) {
    nodeIndex[node.id] = nodes.count
    nodes.append(
      SceneNode(
        id: node.id, kind: node.kind, title: node.title, subtitle: node.subtitle,
        interfaces: node.interfaces, region: node.region, badge: changes.badge(node.id),
        description: node.description, mark: changes.mark(node.id)))
  }

  private mutating func addFormer(_ node: SceneNode, _ old: Scene) {
    let key = key(node.id)
    let isRemoved = changes.removed.contains(node.id)
    let isMoved = changes.moved.contains(key)
    guard isRemoved || isMoved || nodeIndex[key] == nil else { return }
    // One that moved as a region left its trace already.
    if isMoved, nodeIndex[key] == nil { return }
    let region = node.region.flatMap { regionIndex[self.key(old.regions[$0].id)] }
    let former = SceneNode(
      id: isRemoved ? node.id : node.id + "~", kind: node.kind, title: node.title,
      subtitle: isMoved ? "was here" : node.subtitle, region: region,
      description: node.description, mark: isRemoved ? .removed : isMoved ? .former : nil)
    if isMoved, let target = nodeIndex[key] {
      edges.append(
        SceneEdge(
          id: node.id + "~moved", from: nodes.count, to: target, label: "moved", mark: .moved))
    } else {
      nodeIndex[key] = nodes.count
    }
    nodes.append(former)
  }

  // MARK: - Flows

  private mutating func add(_ edge: SceneEdge) {
    edges.append(copy(edge, from: edge.source, to: edge.target, changes.mark(edge.id)))
  }

  /// A flow that is gone, or the former way of one that has other ends now.
  private mutating func addFormer(
    _ edge: SceneEdge, _ old: Scene, _ current: [String: SceneEdge]
  ) {
    guard let source = nodeIndex[key(old.nodes[edge.source].id)],
      let target = nodeIndex[key(old.nodes[edge.target].id)]
    else { return }
    guard let path = changes.newPath(edge.id) else {
      return edges.append(copy(edge, from: source, to: target, .removed))
    }
    guard let now = current[path], now.source != source || now.target != target else { return }
    edges.append(copy(edge, from: source, to: target, .former))
  }

  private func copy(
    _ edge: SceneEdge, from source: Int, to target: Int, _ mark: SceneMark?
  ) -> SceneEdge {
    let isGone = mark == .removed || mark == .former
    return SceneEdge(
      id: mark == .former ? edge.id + "~" : edge.id, from: source, to: target,
      number: isGone ? nil : edge.number, label: edge.label, detail: edge.detail,
      twoWay: edge.twoWay, crossed: isGone ? [] : edge.crossed,
      badge: isGone ? nil : changes.badge(edge.id), description: edge.description, mark: mark)
  }
}

extension Scene {
  fileprivate func region(_ region: Int, encloses node: SceneNode) -> Bool {
    var inner = node.region
    while let next = inner {
      if next == region { return true }
      inner = regions[next].parent
    }
    return false
  }
}
