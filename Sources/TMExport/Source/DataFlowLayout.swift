// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiagram
import TMModel
import TMSyntax

/// Where each element and boundary lies in a diagram of the whole system, in pixels.
///
/// Only boundaries are boxes: a process that is made of others lies beside them, since a box would read as
/// a trust boundary elsewhere.
struct DataFlowLayout {
  let boundaries: [EntityID]
  let elements: [EntityID]
  private let places: [EntityID: SceneGeometry.Place]

  init(_ outgoing: OutgoingModel) {
    let model = outgoing.model
    boundaries = outgoing.all(.boundary)
    elements = outgoing.elements
    let regionIndex = Dictionary(
      uniqueKeysWithValues: boundaries.enumerated().map { ($0.element, $0.offset) })
    let nodeIndex = Dictionary(
      uniqueKeysWithValues: elements.enumerated().map { ($0.element, $0.offset) })
    let regions = boundaries.map { id in
      SceneRegion(
        id: model.path(id), title: model.title(id),
        parent: outgoing.boundary(around: id).flatMap { regionIndex[$0] })
    }
    let nodes = elements.map { id in
      SceneNode(
        id: model.path(id), kind: Self.kind(id, model), title: model.title(id),
        region: outgoing.boundary(around: id).flatMap { regionIndex[$0] })
    }
    let edges = model.graph.flows.compactMap { flow -> SceneEdge? in
      guard let source = nodeIndex[flow.source], let target = nodeIndex[flow.target] else {
        return nil
      }
      return SceneEdge(
        id: model.path(flow.entity), from: source, to: target,
        label: model.ownTitle(flow.entity) ?? "", twoWay: flow.isTwoWay)
    }
    let geometry = SceneGeometry(
      Scene(title: outgoing.title, regions: regions, nodes: nodes, edges: edges))
    var places: [EntityID: SceneGeometry.Place] = [:]
    for (id, place) in zip(boundaries, geometry.regions) { places[id] = place }
    for (id, place) in zip(elements, geometry.nodes) { places[id] = place }
    self.places = places
  }

  func place(of id: EntityID) -> SceneGeometry.Place? { places[id] }

  private static func kind(_ id: EntityID, _ model: Model) -> SceneNode.Kind {
    switch model[id].keyword {
    case .external: model.boolean(id, .human) == true ? .human : .external
    case .store: .store
    default: .process
    }
  }
}
