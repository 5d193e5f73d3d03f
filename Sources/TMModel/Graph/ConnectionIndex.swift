// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Which flow runs over the connection of which other, as `over` says.
struct ConnectionIndex: Sendable {
  /// The flow that `over` of a flow names, where it can be meant.
  let carriers: [EntityID: EntityID]
  /// The flow that opens the connection of each flow that shares its path.
  let paths: [EntityID: EntityID]
  /// The flows that share the path of the flow that opens their connection, by that flow.
  let members: RowsByEntity<EntityID>
  let faults: [ConnectionFault]

  /// The index of flows that each have a connection of their own.
  init() {
    carriers = [:]
    paths = [:]
    members = RowsByEntity([], count: 0)
    faults = []
  }

  init(_ model: Model) {
    var carriers: [EntityID: EntityID] = [:]
    var faults: [ConnectionFault] = []
    for flow in model.graph.flows {
      guard let named = model.references(flow.entity, .over).first,
        let carrier = model.graph.flow(named)
      else { continue }
      if named != flow.entity, !flow.joinsSameEnds(as: carrier) {
        faults.append(ConnectionFault(flow: flow.entity, over: named, kind: .otherEnds))
      } else if model.statesOtherInterface(flow, than: carrier) {
        faults.append(ConnectionFault(flow: flow.entity, over: named, kind: .otherInterface))
      } else if model.calls(flow, against: carrier) {
        faults.append(ConnectionFault(flow: flow.entity, over: named, kind: .ownCall))
      } else {
        carriers[flow.entity] = named
      }
    }
    for flow in Self.circular(carriers, model.graph.flows) {
      guard let named = carriers.removeValue(forKey: flow) else { continue }
      faults.append(ConnectionFault(flow: flow, over: named, kind: .circle))
    }
    self.carriers = carriers
    self.faults = faults.sorted { $0.flow < $1.flow }
    let paths = Self.paths(carriers, model)
    self.paths = paths
    members = RowsByEntity(
      model.graph.flows.compactMap { flow in paths[flow.entity].map { ($0, flow.entity) } },
      count: model.entities.count)
  }

  /// The flows from which `over` leads into a circle, in source order.
  private static func circular(
    _ carriers: [EntityID: EntityID], _ flows: [Flow]
  ) -> [EntityID] {
    if carriers.isEmpty { return [] }
    /// Whether a flow leads to one that opens a connection.
    var isRooted: [EntityID: Bool] = [:]
    for flow in flows where carriers[flow.entity] != nil {
      var way: [EntityID] = []
      var onWay: Set<EntityID> = []
      var place = flow.entity
      while let next = carriers[place], isRooted[place] == nil, onWay.insert(place).inserted {
        way.append(place)
        place = next
      }
      let answer = isRooted[place] ?? (carriers[place] == nil)
      for passed in way { isRooted[passed] = answer }
    }
    return flows.map(\.entity).filter { isRooted[$0] == false }
  }

  private static func paths(
    _ carriers: [EntityID: EntityID], _ model: Model
  ) -> [EntityID: EntityID] {
    if carriers.isEmpty { return [:] }
    let protectors = model.controlsProtectingFlows
    var bases: [EntityID: EntityID] = [:]
    for flow in model.graph.flows where carriers[flow.entity] != nil {
      var way: [EntityID] = []
      var place = flow.entity
      while bases[place] == nil, let next = carriers[place] {
        way.append(place)
        // What states a protection of its own has a path of its own; and nothing is asked on the path of a
        // flow that is out of scope.
        if model.statesOwnPath(place, over: next, protectors)
          || model.isInScope(place) && !model.isInScope(next)
        {
          break
        }
        place = next
      }
      let base = bases[place] ?? place
      for passed in way { bases[passed] = base }
    }
    return bases.filter { $0.key != $0.value }
  }
}

/// An `over` that cannot be meant.
package struct ConnectionFault: Sendable {
  package let flow: EntityID
  /// The flow that it names.
  package let over: EntityID
  package let kind: Kind

  package enum Kind: Sendable {
    /// The other flow runs between other ends.
    case otherEnds
    /// It goes through another interface of one of its ends than the other flow.
    case otherInterface
    /// It goes against the other flow to an interface that waits for calls: a connection of its own.
    case ownCall
    /// The flows lead round in a circle, so that none opens the connection.
    case circle
  }
}

extension Flow {
  /// Whether two flows have the same two ends, in whichever direction.
  package func joinsSameEnds(as other: Flow) -> Bool {
    source == other.source && target == other.target
      || source == other.target && target == other.source
  }
}

extension Model {
  /// Whether two flows name interfaces of one end, and none of them both.
  fileprivate func statesOtherInterface(_ flow: Flow, than carrier: Flow) -> Bool {
    if flow.entity == carrier.entity { return false }
    let own = interfaces(of: flow.entity)
    let others = interfaces(of: carrier.entity)
    return [flow.source, flow.target].contains { end in
      let here = own.filter { self[$0].parent == end }
      let there = others.filter { self[$0].parent == end }
      return !here.isEmpty && !there.isEmpty && !here.contains(where: there.contains)
    }
  }

  /// Whether a flow that goes against another one calls an interface of its own target, as a webhook does,
  /// rather than answers.
  fileprivate func calls(_ flow: Flow, against carrier: Flow) -> Bool {
    flow.target == carrier.source && flow.source == carrier.target
      && !interfaces(of: carrier.entity).contains(where: interfaces(of: flow.entity).contains)
      && callsInterface(flow)
  }

  /// Whether a flow states another protocol, authentication or encryption than the one it runs over, or has
  /// controls that the other has not: what answers a threat to the one says nothing of the other.
  fileprivate func statesOwnPath(
    _ flow: EntityID, over carrier: EntityID, _ protectors: [EntityID: [EntityID]]
  ) -> Bool {
    let theirs = references(carrier, .controls) + (protectors[carrier] ?? [])
    let ours = (references(flow, .controls) + (protectors[flow] ?? [])).filter {
      !isHumanCheck($0)
    }
    if !ours.allSatisfy(theirs.contains) { return true }
    return [Property.protocol, .authenticated, .encrypted].contains { property in
      guard entry(flow, property) != nil else { return false }
      let own = words(flow, property)
      return own != words(carrier, property)
        || references(flow, property) != references(carrier, property)
    }
  }

  /// Whether a control is that somebody looks at what arrived: it does nothing on the way.
  private func isHumanCheck(_ control: EntityID) -> Bool {
    let mechanisms = words(control, .mechanism)
    return !mechanisms.isEmpty && mechanisms.allSatisfy { ["review", "training"].contains($0) }
  }

  /// The controls that say of themselves that they protect a flow, by the flow.
  fileprivate var controlsProtectingFlows: [EntityID: [EntityID]] {
    var found: [EntityID: [EntityID]] = [:]
    for control in all(.control) {
      for place in references(control, .protects) where self[place].keyword == .flow {
        found[place, default: []].append(control)
      }
    }
    return found
  }
}
