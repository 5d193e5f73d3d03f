// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// What the records of one report share.
package final class DataBook {
  package let source: ReportSource
  let register: RegisterBook
  let links: TraceLinks
  private let threatsByPlace: [EntityID: [Int]]
  private let threatsByHazard: [EntityID: [Int]]
  private let threatsByDecision: [EntityID: [Int]]
  /// The threat that a declaration beside what it is about decides.
  private let threatByTriage: [EntityID: Int]
  private var titles: [Int: String] = [:]
  private(set) lazy var coverage = Coverage(source.model, source.register)

  var model: Model { source.model }
  var threats: [AssessedThreat] { source.risks.threats }

  package init(_ source: ReportSource) {
    self.source = source
    register = RegisterBook(source.model, source.risks)
    links = TraceLinks(source.model, source.risks.threats)
    var byPlace: [EntityID: [Int]] = [:]
    var byHazard: [EntityID: [Int]] = [:]
    var byDecision: [EntityID: [Int]] = [:]
    var byTriage: [EntityID: Int] = [:]
    for (index, assessed) in source.risks.threats.enumerated() {
      byPlace[assessed.threat.about, default: []].append(index)
      for hazard in assessed.hazards { byHazard[hazard, default: []].append(index) }
      for decision in assessed.threat.decisions { byDecision[decision, default: []].append(index) }
      if let triage = assessed.threat.triage {
        byDecision[triage, default: []].append(index)
        byTriage[triage] = byTriage[triage] ?? index
      }
    }
    threatsByPlace = byPlace
    threatsByHazard = byHazard
    threatsByDecision = byDecision
    threatByTriage = byTriage
  }

  // MARK: - Declarations

  /// The id that names a declaration alone; of what decides a single threat, that of the threat.
  func path(_ id: EntityID) -> String {
    threatByTriage[id].map { threats[$0].threat.id } ?? register.facts.path(id)
  }

  /// What a declaration is called; of what decides a single threat, the threat in a sentence.
  func title(of id: EntityID) -> String {
    threatByTriage[id].map(title(ofThreat:)) ?? model.title(id)
  }

  func item(_ id: EntityID) -> DataItem { DataItem(book: self, id: id) }

  func items(_ ids: some Sequence<EntityID>) -> [DataItem] { ids.map(item) }

  /// All declarations of some kinds by the author, by path: so that nothing depends on where they
  /// are declared.
  func all(_ keywords: Keyword...) -> [DataItem] {
    let found = model.allEntities.filter {
      keywords.contains(model[$0].keyword) && !model.isBuiltIn($0)
    }
    return sorted(found)
  }

  /// Declarations by path.
  func sorted(_ ids: some Sequence<EntityID>) -> [DataItem] {
    items(ids.map { (path($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1))
  }

  /// What somebody decided: about several threats at once, or about a single one where it stands; by path.
  var decided: [DataItem] {
    let single = threats.compactMap(\.threat.triage).filter { model.entry($0, .status) != nil }
    return sorted(Set(model.all(.decision) + single))
  }

  // MARK: - Threats

  func entry(_ index: Int) -> RegisterEntry {
    RegisterEntry(assessed: threats[index], book: register)
  }

  /// The threats at some places of the register, to refer to.
  func threatItems(_ indices: [Int]) -> [ThreatItem] {
    indices.map { ThreatItem(book: self, index: $0) }
  }

  func threats(about id: EntityID) -> [ThreatItem] { threatItems(threatsByPlace[id] ?? []) }
  func threats(leadingTo hazard: EntityID) -> [ThreatItem] {
    threatItems(threatsByHazard[hazard] ?? [])
  }
  func threats(coveredBy decision: EntityID) -> [ThreatItem] {
    threatItems(threatsByDecision[decision] ?? [])
  }

  package func title(ofThreat index: Int) -> String {
    if let known = titles[index] { return known }
    let title = register.facts.title(threats[index].threat)
    titles[index] = title
    return title
  }
}

/// A declaration of the model.
struct DataItem {
  let book: DataBook
  let id: EntityID

  var model: Model { book.model }

  /// Other declarations, such as those that a property names.
  func items(_ ids: some Sequence<EntityID>) -> [DataItem] { book.items(ids) }
  /// Other declarations by path: so that nothing depends on where they are declared.
  func sorted(_ ids: some Sequence<EntityID>) -> [DataItem] { book.sorted(ids) }
  func item(_ id: EntityID?) -> DataItem? { id.map(book.item) }
}

/// A threat by its place in the register.
struct ThreatItem {
  let book: DataBook
  let index: Int

  var threat: Threat { book.threats[index].threat }
}
