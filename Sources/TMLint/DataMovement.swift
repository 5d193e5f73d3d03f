// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// For each element the first flow that brings data to it and the first that takes data from it.
///
/// A decomposed process has the flows of the elements inside it; what stays inside it does not
/// count as its own. An element whose interface a flow passes through on its way between two others
/// both receives and sends.
struct DataMovement: Sendable {
  private var firstIn: [EntityID?]
  private var firstOut: [EntityID?]
  private var firstInside: [EntityID?]

  init(_ model: Model) {
    let none = [EntityID?](repeating: nil, count: model.entities.count)
    firstIn = none
    firstOut = none
    firstInside = none
    for flow in model.graph.flows { add(flow, model) }
  }

  /// The first flow that brings data to an element from outside of it.
  func incoming(_ id: EntityID) -> EntityID? { firstIn[Int(id.index)] }

  /// The first flow that takes data out of an element.
  func outgoing(_ id: EntityID) -> EntityID? { firstOut[Int(id.index)] }

  /// Whether any flow starts, ends or passes here, one inside a decomposed process included.
  func hasFlow(_ id: EntityID) -> Bool {
    let index = Int(id.index)
    return firstIn[index] != nil || firstOut[index] != nil || firstInside[index] != nil
  }

  private mutating func add(_ flow: Flow, _ model: Model) {
    let around = (from: chain(flow.source, model), to: chain(flow.target, model))
    for element in around.from {
      if around.to.contains(element) {
        set(&firstInside, element, flow)
      } else {
        set(&firstOut, element, flow)
        if flow.isTwoWay { set(&firstIn, element, flow) }
      }
    }
    for element in around.to where !around.from.contains(element) {
      set(&firstIn, element, flow)
      if flow.isTwoWay { set(&firstOut, element, flow) }
    }
    for interface in model.references(flow.entity, .via) {
      guard let owner = model[interface].parent else { continue }
      for element in chain(owner, model)
      where !around.from.contains(element) && !around.to.contains(element) {
        set(&firstIn, element, flow)
        set(&firstOut, element, flow)
      }
    }
  }

  private func set(_ table: inout [EntityID?], _ element: EntityID, _ flow: Flow) {
    let index = Int(element.index)
    if table[index] == nil { table[index] = flow.entity }
  }

  /// An element and the processes that it is a part of; at most as many as declarations nest.
  private func chain(_ id: EntityID, _ model: Model) -> [EntityID] {
    [id] + model.ancestors(id).filter { model[$0].keyword.isElement }
  }
}
