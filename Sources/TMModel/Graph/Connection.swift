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
  /// One that states a protocol, authentication, encryption or controls of its own has a path of its own.
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
    if flowsOver(flow.entity).isEmpty { return references(flow.entity, .carries) }
    var found: [EntityID] = []
    for member in travelling(on: subject) {
      for asset in references(member.entity, .carries) where !found.contains(asset) {
        found.append(asset)
      }
    }
    return found
  }

  /// The flows that go in one direction over the connection of a flow, itself among them where it
  /// does, each in its own direction.
  package func travelling(on subject: Subject) -> [Subject] {
    guard let flow = graph.flow(subject.entity) else { return [] }
    let source = subject.direction == .forwards ? flow.source : flow.target
    return ([flow.entity] + flowsOver(flow.entity)).compactMap { member in
      guard let way = graph.flow(member) else { return nil }
      if way.source == source { return Subject(member) }
      return way.isTwoWay ? Subject(member, .backwards) : nil
    }
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
}
