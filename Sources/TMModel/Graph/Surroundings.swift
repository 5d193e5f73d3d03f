// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Where an element lies: its boundaries, its zone and how far it can be trusted.
extension Model {
  /// The boundaries around a declaration, innermost first, itself left out.
  package func boundaries(around id: EntityID) -> some Sequence<EntityID> {
    ancestors(id).lazy.filter { self[$0].keyword == .boundary }
  }

  /// The name of the zone that a declaration lies in; a boundary lies in its own zone.
  package func zone(_ id: EntityID) -> String? { zoneName(id).map { symbols[$0] } }

  func zoneName(_ id: EntityID) -> Symbol? {
    switch facts.places.zone(id)?.content {
    case .word(let symbol): symbol
    case .entity(let zone): self[zone].name
    case .text, .number, .boolean, .date, .condition, .invalid, nil: nil
    }
  }

  /// The zone of a declaration, and those that it is `like`, the nearest first.
  func zoneNames(_ id: EntityID) -> ZoneNames { ZoneNames(self, from: facts.places.zone(id)) }

  /// Whether a declaration lies in one of some zones, or in one that is like it.
  package func lies(_ id: EntityID, in zones: Set<String>) -> Bool {
    zoneNames(id).contains { zones.contains(symbols[$0]) }
  }

  /// The trust, 0 to 10, of where a declaration lies: the nearest that a boundary or its zone states.
  package func trust(_ id: EntityID) -> Double? { facts.places.trust(id) }

  /// The zone that a declaration states, by its name.
  func ownZone(_ id: EntityID) -> Value? {
    guard let value = values(id, .zone).first else { return nil }
    switch value.content {
    case .word, .entity: return value
    case .text, .number, .boolean, .date, .condition, .invalid: return nil
    }
  }

  func ownTrust(_ id: EntityID) -> Double? {
    if let trust = number(id, .trust) { return trust }
    return zoneTrust(values(id, .zone).first, depth: 0)
  }

  /// The trust of a zone; declared zones may be `like` one another, circles give none.
  private func zoneTrust(_ value: Value?, depth: Int) -> Double? {
    switch value?.content {
    case .word(let symbol):
      let name = symbols[symbol]
      return Zone.builtIn.first { $0.name == name }?.trust
    case .entity(let zone):
      if let trust = number(zone, .trust) { return trust }
      return depth < 16 ? zoneTrust(values(zone, .like).first, depth: depth + 1) : nil
    case .text, .number, .boolean, .date, .condition, .invalid, nil:
      return nil
    }
  }
}

/// A zone and those that it is `like`, the nearest first; at most 16, since they may go in a circle.
struct ZoneNames: Sequence, IteratorProtocol {
  private let model: Model
  private var nearest: Value?
  private var count = 0

  init(_ model: Model, from nearest: Value?) { (self.model, self.nearest) = (model, nearest) }

  mutating func next() -> Symbol? {
    guard count < 16 else { return nil }
    count += 1
    switch nearest?.content {
    case .word(let symbol):
      nearest = nil
      return symbol
    case .entity(let zone):
      nearest = model.values(zone, .like).first
      return model[zone].name
    case .text, .number, .boolean, .date, .condition, .invalid, nil: return nil
    }
  }
}
