// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// How somebody gets at the element that contains a component, and what lies behind it.
package struct Reachability: Sendable {
  /// From how far away the element is reached; the later ones are graver.
  package enum Level: Int, Comparable, CaseIterable, Sendable {
    /// The component lies in no element, or no flow and no interface leads to it.
    case none
    /// Only from where people are trusted as much, or where nobody says how far.
    case equal
    /// From a zone that is trusted less.
    case lessTrusted
    /// From where anybody is: trust 0 or 1.
    case open

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

    package var word: String {
      switch self {
      case .none: "no"
      case .equal: "own zone"
      case .lessTrusted: "less trusted"
      case .open: "public"
      }
    }
  }

  /// A shortest way of data from an element to the one that contains the component.
  package struct Way: Sendable {
    /// The elements from the beginning to the end, and the flows between them.
    package let elements: [EntityID]
    package let flows: [EntityID]
    package let level: Level
  }

  package let element: EntityID?
  package let level: Level
  /// The ways from public and less trusted zones, the gravest and shortest first.
  package let ways: [Way]
  /// The interfaces of the element, in source order.
  package let interfaces: [EntityID]
  /// What the element holds, handles, sends and receives, in source order.
  package let assets: [EntityID]
  /// The hazards that an attack on the element, its interfaces, flows and assets can lead to.
  package let hazards: [EntityID]

  /// The trust up to which a zone is public: the internet, a street, a network for visitors.
  private static let publicTrust = 1.0

  /// - Parameter place: the element or boundary that contains a component.
  package init(of place: EntityID?, in model: Model) {
    element = place
    guard let place else {
      (level, ways, interfaces, assets, hazards) = (.none, [], [], [], [])
      return
    }
    // What lies in a boundary or element can be got at through any element in it.
    let targets = Self.targets(place, model)
    let own = model.trust(place)
    let found = Self.ways(to: targets, own, model)
    let inner = targets.flatMap { model.children($0, .interface) }
    interfaces = inner
    let flows = model.graph.flows.filter {
      targets.contains($0.source) || targets.contains($0.target)
    }
    var assets: Set<EntityID> = []
    for asset in model.all(.asset) {
      let users = model.handlers(of: asset) + model.stores(of: asset)
      if users.contains(where: targets.contains) { assets.insert(asset) }
    }
    for flow in flows { assets.formUnion(model.references(flow.entity, .carries)) }
    for interface in inner {
      assets.formUnion(model.references(interface, .exposes).filter { model[$0].keyword == .asset })
    }
    var hazards: Set<EntityID> = []
    let subjects = Array(targets) + inner + flows.map(\.entity) + assets
    for subject in subjects {
      hazards.formUnion(model.references(subject, .harm))
      for threat in model.children(subject, .threat) {
        hazards.formUnion(model.references(threat, .harm))
      }
    }
    self.assets = assets.sorted { $0.index < $1.index }
    self.hazards = hazards.filter { model[$0].keyword == .hazard }.sorted { $0.index < $1.index }
    ways = found.filter { $0.level >= .lessTrusted }
    let isOpen = inner.contains { interface in
      model.boolean(interface, .disabled) != true
        && (model.isNetwork(interface: interface) || model.isWireless(interface: interface))
    }
    let least: Level = isOpen || !flows.isEmpty ? .equal : .none
    level = max(found.map(\.level).max() ?? .none, least)
  }

  private static func targets(_ place: EntityID, _ model: Model) -> Set<EntityID> {
    var targets: Set<EntityID> = [place]
    for keyword in [Keyword.external, .process, .store] {
      for id in model.all(keyword) where model.ancestors(id).contains(place) { targets.insert(id) }
    }
    return targets
  }

  /// Goes against the flows, so that each element is met on a shortest way.
  private static func ways(to targets: Set<EntityID>, _ own: Double?, _ model: Model) -> [Way] {
    var next: [EntityID: (element: EntityID, flow: EntityID)] = [:]
    var seen = targets
    var queue = targets.sorted { $0.index < $1.index }
    var order: [EntityID] = []
    var place = 0
    while place < queue.count {
      let element = queue[place]
      place += 1
      for flow in model.graph.incoming(element) {
        let other = flow.target == element ? flow.source : flow.target
        guard seen.insert(other).inserted else { continue }
        next[other] = (element, flow.entity)
        queue.append(other)
        order.append(other)
      }
    }
    var ways: [Way] = order.map { start in
      var (elements, flows) = ([start], [EntityID]())
      var element = start
      while let step = next[element] {
        flows.append(step.flow)
        elements.append(step.element)
        element = step.element
      }
      return Way(elements: elements, flows: flows, level: level(model.trust(start), own))
    }
    ways.sort { left, right in
      left.level == right.level
        ? left.flows.count < right.flows.count : left.level > right.level
    }
    return ways
  }

  private static func level(_ trust: Double?, _ own: Double?) -> Level {
    guard let trust else { return .equal }
    if trust <= publicTrust { return .open }
    guard let own else { return .equal }
    return trust < own ? .lessTrusted : .equal
  }
}
