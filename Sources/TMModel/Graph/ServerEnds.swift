// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Which end of each flow answers, asked of every flow by several threat templates.
struct ServerEnds: Sendable {
  private let ends: [EntityID: EntityID]

  /// Of flows of which nothing is known.
  init() { ends = [:] }

  init(_ model: Model) {
    var ends: [EntityID: EntityID] = [:]
    ends.reserveCapacity(model.graph.flows.count)
    for flow in model.graph.flows {
      ends[flow.entity] = Self.end(of: flow, in: model)
    }
    self.ends = ends
  }

  subscript(flow: EntityID) -> EntityID? { ends[flow] }

  private static func end(of flow: Flow, in model: Model) -> EntityID? {
    if let carrier = model.carrier(of: flow.entity), let opening = model.graph.flow(carrier) {
      return end(of: opening, in: model)
    }
    switch (
      model.offersService(flow, flow.source), model.offersService(flow, flow.target)
    ) {
    case (true, false): return flow.source
    case (false, true): return flow.target
    case (true, true), (false, false): break
    }
    if flow.isTwoWay { return model.isClient(flow.target) ? flow.source : flow.target }
    if model.isClient(flow.target), !model.isClient(flow.source) { return flow.source }
    if model.isClient(flow.source) { return flow.target }
    let isAnswered = model.graph.outgoing(flow.target).contains { other in
      !other.isTwoWay && other.target == flow.source && model.carrier(of: other.entity) == nil
        && model.protocols(of: other.entity) == model.protocols(of: flow.entity)
    }
    return isAnswered ? nil : flow.target
  }
}

extension Model {
  /// The end of a flow that answers: the one whose certificate a protocol such as HTTPS shows. Nil
  /// where that is not known, since flows go both ways and none says which opens the connection.
  package func serverEnd(of flow: Flow) -> EntityID? { facts.servers[flow.entity] }

  /// Whether the flow goes through an interface of that end which waits for calls.
  fileprivate func offersService(_ flow: Flow, _ end: EntityID) -> Bool {
    // A store answers; it never calls.
    if self[end].keyword == .store { return true }
    // A link that opens an app shows no certificate: any app may have registered it.
    return waitsForCalls(flow, end) && !lies(end, in: ["phone"])
  }

  /// Whether the source of the flow calls: the flow goes to an interface of its target which waits for that.
  package func callsInterface(_ flow: Flow) -> Bool { waitsForCalls(flow, flow.target) }

  private func waitsForCalls(_ flow: Flow, _ end: EntityID) -> Bool {
    ownInterfaces(of: flow.entity).contains { interface in
      self[interface].parent == end
        && words(interface, .kind).contains { ["api", "web"].contains($0) }
    }
  }

  /// Whether an element calls and is not called: a person, or software on the user's phone.
  fileprivate func isClient(_ element: EntityID) -> Bool {
    boolean(element, .human) == true || lies(element, in: ["phone"])
  }
}
