// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What follows from the declarations of a model and is looked up often, each computed once in a pass
/// over its flows.
struct DerivedFacts: Sendable {
  private(set) var places = PlaceIndex()
  /// The flows between servers of one operator.
  private(set) var serverSide = Flags(0)
  private(set) var connections = ConnectionIndex()
  private(set) var servers = ServerEnds()
  private(set) var usage = UsageIndex()
  private(set) var reach = DataReach()

  /// A model with all facts; each is computed from a model that has those before it.
  ///
  /// - Parameter make: makes a model of the same declarations with the given facts.
  static func completing(_ make: (DerivedFacts) -> Model) -> Model {
    var facts = DerivedFacts()
    facts.places = PlaceIndex(make(facts))
    facts.serverSide = make(facts).findServerSide()
    facts.connections = ConnectionIndex(make(facts))
    facts.servers = ServerEnds(make(facts))
    facts.usage = UsageIndex(make(facts))
    facts.reach = DataReach(make(facts))
    return make(facts)
  }
}
