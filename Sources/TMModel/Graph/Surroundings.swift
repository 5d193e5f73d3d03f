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
    if let zone = ownZone(id) { return zone }
    for boundary in boundaries(around: id) {
      if let zone = ownZone(boundary) { return zone }
    }
    return nil
  }

  /// The zone of a declaration, and those that it is `like`, the nearest first.
  func zoneNames(_ id: EntityID) -> [Symbol] {
    var names: [Symbol] = []
    var next = ([id] + boundaries(around: id)).lazy
      .compactMap { self.values($0, .zone).first }.first
    while let content = next?.content, names.count < 16 {
      switch content {
      case .word(let symbol):
        names.append(symbol)
        return names
      case .entity(let zone):
        names.append(self[zone].name)
        next = values(zone, .like).first
      case .text, .number, .boolean, .date, .condition, .invalid:
        return names
      }
    }
    return names
  }

  /// Whether a declaration lies in one of some zones, or in one that is like it.
  package func lies(_ id: EntityID, in zones: Set<String>) -> Bool {
    zoneNames(id).contains { zones.contains(symbols[$0]) }
  }

  /// The trust, 0 to 10, of where a declaration lies: the nearest that a boundary or its zone states.
  package func trust(_ id: EntityID) -> Double? {
    if let trust = ownTrust(id) { return trust }
    for boundary in boundaries(around: id) {
      if let trust = ownTrust(boundary) { return trust }
    }
    return nil
  }

  private func ownZone(_ id: EntityID) -> Symbol? {
    switch values(id, .zone).first?.content {
    case .word(let symbol): symbol
    case .entity(let zone): self[zone].name
    case .text, .number, .boolean, .date, .condition, .invalid, nil: nil
    }
  }

  private func ownTrust(_ id: EntityID) -> Double? {
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
