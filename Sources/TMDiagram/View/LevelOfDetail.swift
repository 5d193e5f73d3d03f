// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Which boundaries and processes are shown open, closed or not at all.
struct LevelOfDetail {
  /// How many nodes a reader takes in at once; above that the diagram shows fewer levels.
  static let readableNodes = 60

  /// The levels that are open.
  let depth: Int
  /// The declarations that are drawn as nodes, in source order.
  let nodes: [EntityID]
  /// The nodes that stand for all that is inside them.
  let closed: Set<EntityID>
  /// The node that stands for each selected or neighbouring element.
  let representatives: [EntityID: EntityID]
  /// The boundaries and processes that are drawn as regions, parents first.
  let regions: [EntityID]

  init(_ model: Model, _ selection: ViewSelection, depth requested: Int?) {
    if let requested {
      self.init(model, selection, exactDepth: requested)
      return
    }
    var depth = Self.maximumDepth(model, selection)
    var detail = LevelOfDetail(model, selection, exactDepth: depth)
    while detail.nodes.count > Self.readableNodes, depth > 1 {
      depth -= 1
      detail = LevelOfDetail(model, selection, exactDepth: depth)
    }
    self = detail
  }

  private init(_ model: Model, _ selection: ViewSelection, exactDepth depth: Int) {
    var placement = NodePlacement(model, selection, depth)
    for element in placement.wanted { placement.place(element) }
    self.depth = depth
    representatives = placement.representatives
    nodes = Set(placement.representatives.values).sorted()
    var regions: Set<EntityID> = []
    for node in nodes {
      var place = node
      // A process that is open and has flows of its own is a node inside its own region.
      if placement.isOpenContainer(node) { regions.insert(node) }
      while let outer = model[place].parent {
        if placement.isContainer(outer) { regions.insert(outer) }
        place = outer
      }
    }
    self.regions = regions.sorted()
    closed = Set(nodes.filter { placement.isContainer($0) && !regions.contains($0) })
  }

  /// The flows that are not drawn, since both ends lie inside one closed node, by that node.
  func flowsInside(_ model: Model) -> [EntityID: [EntityID]] {
    func closedNode(_ element: EntityID) -> EntityID? {
      closed.contains(element) ? element : model.ancestors(element).first(where: closed.contains)
    }
    var result: [EntityID: [EntityID]] = [:]
    for flow in model.graph.flows {
      guard let node = closedNode(flow.source), node == closedNode(flow.target) else { continue }
      result[node, default: []].append(flow.entity)
    }
    return result
  }

  /// How many boundaries and processes lie around the deepest selected element; at least 1.
  static func maximumDepth(_ model: Model, _ selection: ViewSelection) -> Int {
    var deepest = 1
    for id in selection.elements {
      let level = model.ancestors(id).reduce(into: 0) { count, outer in
        if [.boundary, .process].contains(model[outer].keyword) { count += 1 }
      }
      deepest = max(deepest, level)
    }
    return deepest
  }
}

/// Finds for each element the node that stands for it.
private struct NodePlacement {
  private let model: Model
  private let selection: ViewSelection
  private let depth: Int
  /// The selected elements and the ends of the flows that are drawn.
  let wanted: [EntityID]
  private(set) var representatives: [EntityID: EntityID] = [:]
  /// The containers that have a selected element inside, at any depth.
  private var aroundSelection: Set<EntityID> = []
  private let flowEnds: Set<EntityID>

  init(_ model: Model, _ selection: ViewSelection, _ depth: Int) {
    self.model = model
    self.selection = selection
    self.depth = depth
    flowEnds = Set(selection.flows.flatMap { [$0.source, $0.target] })
    wanted = selection.elements.union(flowEnds).sorted()
    for element in selection.elements {
      for outer in model.ancestors(element) {
        if !aroundSelection.insert(outer).inserted { break }
      }
    }
  }

  func isContainer(_ id: EntityID) -> Bool {
    switch model[id].keyword {
    case .boundary: true
    case .process: model.children(id).contains { model[$0].keyword.isElement }
    default: false
    }
  }

  func isOpenContainer(_ id: EntityID) -> Bool {
    model[id].keyword == .process && isContainer(id) && level(id) <= depth
      && aroundSelection.contains(id)
  }

  /// The level of a container: 1 for an outermost one.
  private func level(_ id: EntityID) -> Int {
    1 + model.ancestors(id).reduce(into: 0) { if isContainer($1) { $0 += 1 } }
  }

  /// An element is shown by the outermost closed container around it: one that lies too deep, or one
  /// beside the selection.
  mutating func place(_ element: EntityID) {
    let containers = ([element] + model.ancestors(element)).filter(isContainer).reversed()
    for (index, container) in containers.enumerated() {
      let isClosed = index + 1 > depth || !aroundSelection.contains(container)
      if isClosed, container != element || hasInside(element) {
        representatives[element] = container
        return
      }
    }
    // An open process is a region; only flows of its own make it a node as well.
    if isOpenContainer(element), !flowEnds.contains(element) { return }
    representatives[element] = element
  }

  private func hasInside(_ id: EntityID) -> Bool { isContainer(id) }
}
