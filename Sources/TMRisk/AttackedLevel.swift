// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// How much depends on the property that a threat attacks: nobody is hurt much by the loss of what only
/// has to be right.
struct AttackedLevel {
  private let model: Model
  private let facts: SubjectFacts

  init(_ model: Model) {
    self.model = model
    facts = SubjectFacts(model)
  }

  /// From 0 for none to the highest of the levels, of all assets that the threat can reach and all
  /// properties that it violates.
  func level(of threat: Threat) -> Int {
    let properties = Set(threat.violatedProperties.flatMap(Self.attacked))
    if properties.isEmpty { return Self.unknown }
    if hasCriticalFunction(threat.about), !properties.isDisjoint(with: [.integrity, .availability])
    {
      return Self.highest
    }
    let assets = Set(facts.endangered(by: threat))
    return assets.map { level(of: $0, properties) }.max() ?? Self.unknown
  }

  private func level(of asset: EntityID, _ properties: Set<Property>) -> Int {
    let stated = Self.rated.filter { model.word(asset, $0) != nil }
    // Of an asset that states no level nothing is known; one that states another than this has none.
    if stated.isEmpty { return Self.middle }
    return stated.filter(properties.contains)
      .compactMap { model.word(asset, $0).flatMap(Vocabulary.levels.words.firstIndex) }.max() ?? 0
  }

  private func hasCriticalFunction(_ id: EntityID) -> Bool {
    if let flow = model.graph.flow(id), model.isEmergencyStop(flow) { return true }
    return model.words(id, .function).contains(where: Self.criticalFunctions.contains)
  }

  /// What an asset states a level of that an attack on `violated` is about.
  private static func attacked(_ violated: String) -> [Property] {
    switch violated {
    case "integrity": [.integrity]
    case "availability": [.availability]
    case "non-repudiation": [.accountability]
    case "authentication": [.confidentiality, .integrity]
    case "authorization": rated
    default: [.confidentiality]
    }
  }

  private static let rated: [Property] = [
    .confidentiality, .integrity, .availability, .accountability,
  ]
  private static let criticalFunctions: Set<String> = [
    "therapy", "alarm", "emergency-stop", "interlock", "radiation", "motion",
  ]
  private static let unknown = 1
  private static let middle = 2
  private static let highest = Vocabulary.levels.words.count - 1
}
