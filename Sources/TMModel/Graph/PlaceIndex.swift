// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Where every declaration lies: conditions and rules ask for the zone of an element again and again.
struct PlaceIndex: Sendable {
  /// What is stated as the zone nearest to each, by declaration.
  private let zones: [Value?]
  /// The nearest trust that a boundary or its zone states, by declaration.
  private let trusts: [Double?]

  /// Of declarations of which nothing is known.
  init() { (zones, trusts) = ([], []) }

  init(_ model: Model) {
    zones = Self.nearest(model) { model.ownZone($0) }
    trusts = Self.nearest(model) { model.ownTrust($0) }
  }

  func zone(_ id: EntityID) -> Value? { zones.isEmpty ? nil : zones[Int(id.index)] }

  func trust(_ id: EntityID) -> Double? { trusts.isEmpty ? nil : trusts[Int(id.index)] }

  /// What each declaration states, or else the nearest boundary around it that states something.
  private static func nearest<Fact>(_ model: Model, _ own: (EntityID) -> Fact?) -> [Fact?] {
    // What is around a declaration stands before it.
    var around: [Fact?] = []
    var nearest: [Fact?] = []
    around.reserveCapacity(model.entities.count)
    nearest.reserveCapacity(model.entities.count)
    for id in model.allEntities {
      let outer = model[id].parent.map { parent in
        model[parent].keyword == .boundary ? nearest[Int(parent.index)] : around[Int(parent.index)]
      }
      around.append(outer ?? nil)
      nearest.append(own(id) ?? outer ?? nil)
    }
    return nearest
  }
}
