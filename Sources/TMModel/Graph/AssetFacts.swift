// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What is known of an asset and of the places that have it.
extension Model {
  /// Whether reading the asset does harm: by its class, or because its confidentiality is high.
  package func isSensitive(_ asset: EntityID) -> Bool {
    if word(asset, .confidentiality) == "high" { return true }
    return words(asset, .class).contains(where: Self.sensitiveClasses.contains)
  }

  private static let sensitiveClasses: Set<String> = [
    "phi", "pii", "credentials", "keys", "payment",
  ]

  /// Whether somebody has to answer for what is done with the asset: as stated, or by its class.
  package func isAccountable(_ asset: EntityID) -> Bool {
    if let level = word(asset, .accountability) { return level == "medium" || level == "high" }
    return words(asset, .class).contains(where: Self.accountableClasses.contains)
  }

  private static let accountableClasses: Set<String> = [
    "therapy", "payment", "log", "consent", "order",
  ]

  /// Whether the asset is a secret that opens other doors.
  package func isSecret(_ asset: EntityID) -> Bool {
    words(asset, .class).contains { $0 == "credentials" || $0 == "keys" }
  }

  /// Whether the asset is about a person, by its class: patients, users, customers, staff.
  package func isPersonal(_ asset: EntityID) -> Bool {
    words(asset, .class).contains(where: Self.personalClasses.contains)
  }

  private static let personalClasses: Set<String> = ["phi", "pii", "diagnosis", "payment"]

  /// The personal data that an element works with or a flow carries: what it holds or handles, then
  /// what its flows carry, each once.
  package func personalAssets(of id: EntityID) -> [EntityID] {
    var assets: [EntityID]
    if self[id].keyword == .flow {
      assets = references(id, .carries)
    } else {
      assets = references(id, .holds) + references(id, .handles)
      for flow in graph.outgoing(id) { assets += references(flow.entity, .carries) }
      for flow in graph.incoming(id) { assets += references(flow.entity, .carries) }
    }
    var found: [EntityID] = []
    for asset in assets where isPersonal(asset) && !found.contains(asset) { found.append(asset) }
    return found
  }

  /// The stores that hold an asset, by path.
  package func stores(of asset: EntityID) -> [EntityID] { byPath(facts.usage.holders[asset]) }

  /// The processes that say they work with an asset, by path.
  package func handlers(of asset: EntityID) -> [EntityID] { byPath(facts.usage.handlers[asset]) }

  /// The order of declarations means nothing, in sentences neither.
  private func byPath(_ places: ArraySlice<EntityID>) -> [EntityID] {
    places.count < 2 ? Array(places) : places.sorted { path($0) < path($1) }
  }

  /// The flows that carry an asset, in source order.
  package func carriers(of asset: EntityID) -> [EntityID] { Array(facts.usage.carriers[asset]) }

  /// The flows that go through an interface, in source order.
  package func flows(through interface: EntityID) -> [EntityID] {
    Array(facts.usage.throughInterface[interface])
  }

  /// The interfaces a flow goes through: those of its ends, then those that `via` names; where it names
  /// none, those of the connection it runs over.
  package func interfaces(of flow: EntityID) -> [EntityID] {
    var place = flow
    var found = ownInterfaces(of: place)
    while found.isEmpty, let next = carrier(of: place) {
      place = next
      found = ownInterfaces(of: place)
    }
    return found
  }

  /// The interfaces that a flow itself names.
  func ownInterfaces(of flow: EntityID) -> [EntityID] {
    var result: [EntityID] = []
    if let ends = graph.flow(flow) {
      if let interface = ends.sourceInterface { result.append(interface) }
      if let interface = ends.targetInterface { result.append(interface) }
    }
    for interface in references(flow, .via) where !result.contains(interface) {
      result.append(interface)
    }
    return result
  }
}

/// Who has which asset, which flow uses which interface and which control protects what: the reverse of what the
/// source says.
struct UsageIndex: Sendable {
  let holders: RowsByEntity<EntityID>
  let handlers: RowsByEntity<EntityID>
  let carriers: RowsByEntity<EntityID>
  let throughInterface: RowsByEntity<EntityID>
  let protectors: RowsByEntity<EntityID>

  /// The index of nothing.
  init() {
    holders = RowsByEntity([], count: 0)
    handlers = RowsByEntity([], count: 0)
    carriers = RowsByEntity([], count: 0)
    throughInterface = RowsByEntity([], count: 0)
    protectors = RowsByEntity([], count: 0)
  }

  init(_ model: Model) {
    var holders: [(entity: EntityID, row: EntityID)] = []
    var handlers: [(entity: EntityID, row: EntityID)] = []
    var carriers: [(entity: EntityID, row: EntityID)] = []
    var throughInterface: [(entity: EntityID, row: EntityID)] = []
    var protectors: [(entity: EntityID, row: EntityID)] = []
    for id in model.allEntities {
      switch model[id].keyword {
      case .store:
        for asset in model.references(id, .holds) { holders.append((asset, id)) }
      case .process:
        for asset in model.references(id, .handles) { handlers.append((asset, id)) }
      case .flow:
        for asset in model.references(id, .carries) { carriers.append((asset, id)) }
        for interface in model.interfaces(of: id) { throughInterface.append((interface, id)) }
      case .control:
        for place in model.references(id, .protects) { protectors.append((place, id)) }
      case .model, .import, .zone, .category, .asset, .hazard, .boundary, .external, .interface,
        .component, .requirement, .verification, .threat, .threatTemplate, .decision, .matrix, .row,
        .assumption, .document, .view, .rule, .policy, .exempt:
        break
      }
    }
    let count = model.entities.count
    self.holders = RowsByEntity(holders, count: count)
    self.handlers = RowsByEntity(handlers, count: count)
    self.carriers = RowsByEntity(carriers, count: count)
    self.throughInterface = RowsByEntity(throughInterface, count: count)
    self.protectors = RowsByEntity(protectors, count: count)
  }
}
