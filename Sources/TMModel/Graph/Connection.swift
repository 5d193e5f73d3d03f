// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What flows have in common that run over one connection.
extension Model {
  /// What is wrong with `over`, in source order.
  package var connectionFaults: [ConnectionFault] { facts.connections.faults }

  /// The flow that `over` names, where it is one between the same ends.
  package func carrier(of flow: EntityID) -> EntityID? { facts.connections.carriers[flow] }

  /// The flows whose path is that of a flow, because they run over its connection, in source order.
  ///
  /// One that states a protocol, authentication or encryption of its own has a path of its own.
  package func flowsOver(_ flow: EntityID) -> ArraySlice<EntityID> {
    facts.connections.members[flow]
  }

  /// The flow whose path is that of a flow: of one that runs over the connection of another without
  /// a protection of its own, that other; of all others nil.
  package func sharedPath(of flow: EntityID) -> EntityID? { facts.connections.paths[flow] }

  /// The assets that travel on the connection of a flow: its own, then those of the flows over it.
  package func carried(on flow: EntityID) -> [EntityID] {
    let own = references(flow, .carries)
    let others = flowsOver(flow)
    if others.isEmpty { return own }
    var found = own
    for other in others {
      for asset in references(other, .carries) where !found.contains(asset) { found.append(asset) }
    }
    return found
  }

  /// The assets that travel in one direction of the connection of a flow.
  package func carried(on subject: Subject) -> [EntityID] {
    guard let flow = graph.flow(subject.entity) else { return [] }
    let others = flowsOver(flow.entity)
    if others.isEmpty { return references(flow.entity, .carries) }
    let source = subject.direction == .forwards ? flow.source : flow.target
    var found: [EntityID] = []
    for member in [flow.entity] + others {
      guard let way = graph.flow(member), way.isTwoWay || way.source == source else { continue }
      for asset in references(member, .carries) where !found.contains(asset) { found.append(asset) }
    }
    return found
  }

  /// Whether data goes in both directions over the connection of a flow.
  package func isTwoWay(_ flow: Flow) -> Bool {
    flow.isTwoWay
      || flowsOver(flow.entity).contains { other in
        graph.flow(other).map { $0.isTwoWay || $0.source != flow.source } ?? false
      }
  }

  /// The protocols of a flow: those that it states, or else those of the connection it runs over.
  package func protocols(of flow: EntityID) -> [String] {
    words(statement(of: .protocol, for: flow), .protocol)
  }

  /// The declaration that states a property for a flow: itself, or the nearest whose connection it
  /// runs over.
  package func statement(of property: Property, for flow: EntityID) -> EntityID {
    var place = flow
    while entry(place, property) == nil, let next = carrier(of: place) { place = next }
    return place
  }

  /// The end of a flow that answers: the one whose certificate a protocol such as HTTPS shows. Nil
  /// where that is not known, since flows go both ways and none says which opens the connection.
  package func serverEnd(of flow: Flow) -> EntityID? {
    if let carrier = carrier(of: flow.entity), let opening = graph.flow(carrier) {
      return serverEnd(of: opening)
    }
    switch (offersService(flow, flow.source), offersService(flow, flow.target)) {
    case (true, false): return flow.source
    case (false, true): return flow.target
    case (true, true), (false, false): break
    }
    if flow.isTwoWay { return isClient(flow.target) ? flow.source : flow.target }
    if isClient(flow.target), !isClient(flow.source) { return flow.source }
    if isClient(flow.source) { return flow.target }
    let isAnswered = graph.outgoing(flow.target).contains { other in
      !other.isTwoWay && other.target == flow.source && carrier(of: other.entity) == nil
        && protocols(of: other.entity) == protocols(of: flow.entity)
    }
    return isAnswered ? nil : flow.target
  }

  /// The protocols in which an element answers calls of others, each once.
  package func serves(_ element: EntityID) -> [String] {
    var found: [String] = []
    for flows in [Array(graph.incoming(element)), Array(graph.outgoing(element))] {
      for flow in flows where serverEnd(of: flow) == element {
        for name in protocols(of: flow.entity) where !found.contains(name) { found.append(name) }
      }
    }
    return found
  }

  /// Whether the flow goes through an interface of that end which waits for calls.
  private func offersService(_ flow: Flow, _ end: EntityID) -> Bool {
    ownInterfaces(of: flow.entity).contains { interface in
      self[interface].parent == end
        && words(interface, .kind).contains { ["api", "web"].contains($0) }
    }
  }

  /// Whether an element calls and is not called: a person, or software on the user's phone.
  private func isClient(_ element: EntityID) -> Bool {
    boolean(element, .human) == true || zone(element) == "phone"
  }
}
