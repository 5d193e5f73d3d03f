// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// All declarations by name, and by name and place.
///
/// Triage and threat templates are left out of the first: nothing refers to them by name, and many
/// bear the same one.
package struct NameIndex: Sendable {
  /// Candidates by symbol; most names have one.
  private var first: [EntityID?] = []
  private var more: [Symbol: [EntityID]] = [:]
  private var places: [Place: EntityID] = [:]

  private struct Place: Hashable {
    let parent: EntityID?
    let name: Symbol

    /// Hashes both as one number, as every declaration is entered.
    func hash(into hasher: inout Hasher) {
      let outer = parent.map { UInt64($0.index) + 1 } ?? 0
      hasher.combine(outer << 32 | UInt64(name.index))
    }
  }

  /// Enters a declaration among the candidates for its name.
  mutating func add(_ name: Symbol, _ id: EntityID) {
    let index = Int(name.index)
    while first.count <= index { first.append(nil) }
    if first[index] == nil {
      first[index] = id
    } else {
      more[name, default: []].append(id)
    }
  }

  /// Enters a declaration under its place; answers the earlier one of that name there, if any.
  mutating func claim(_ name: Symbol, in parent: EntityID?, _ id: EntityID) -> EntityID? {
    let place = Place(parent: parent, name: name)
    if let earlier = places[place] { return earlier }
    places[place] = id
    return nil
  }

  /// The declaration of a name directly inside another one, or at the top level.
  package func child(_ name: Symbol, of parent: EntityID?) -> EntityID? {
    places[Place(parent: parent, name: name)]
  }

  /// The first declaration of a name.
  func first(_ name: Symbol) -> EntityID? {
    Int(name.index) < first.count ? first[Int(name.index)] : nil
  }

  /// The declarations of a name, in source order.
  package func candidates(_ name: Symbol) -> [EntityID] {
    guard let id = first(name) else { return [] }
    guard let others = more[name] else { return [id] }
    return [id] + others
  }

  /// Whether a name has one declaration at the most.
  func isUnique(_ name: Symbol) -> Bool { more[name] == nil }

  /// The groups of declarations that share a name.
  var namesakes: some Sequence<[EntityID]> { more.keys.lazy.map(candidates) }
}
