// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// A threat with everything that a risk register says of it, looked up in its model.
struct RegisterEntry {
  let assessed: AssessedThreat
  let book: RegisterBook

  var threat: Threat { assessed.threat }
  private var model: Model { book.model }

  // MARK: - What it is about

  /// The element: itself, that of its interface, or the ends of its flow.
  var elements: [String] {
    let id = threat.about
    if let flow = model.graph.flow(id) {
      let ends = [flow.source, flow.target].map(book.facts.path)
      return threat.subject.direction == .forwards ? ends : ends.reversed()
    }
    if model[id].keyword == .interface {
      return model[id].parent.map { [book.facts.path($0)] } ?? []
    }
    return model[id].keyword.isElement ? [book.facts.path(id)] : []
  }

  var interfaces: [String] {
    switch model[threat.about].keyword {
    case .interface: [book.facts.path(threat.about)]
    case .flow: model.interfaces(of: threat.about).map(book.facts.path)
    default: []
    }
  }

  var zones: [String] { book.subjects.zones(of: threat.about) }

  /// Software of others in the element, or at the ends of the flow.
  var components: [String] {
    let places =
      model.graph.flow(threat.about).map { [$0.source, $0.target] } ?? [threat.about]
    return places.flatMap { model.children($0, .component) }.map(book.facts.path)
  }

  // MARK: - What triage and decisions state

  func text(_ property: Property) -> String? {
    stating(property).flatMap { model.text($0, property) }
  }

  func words(_ property: Property) -> [String] {
    stating(property).map { model.words($0, property) } ?? []
  }

  func date(_ property: Property) -> String? {
    stating(property).flatMap { model.date($0, property) }.map { "\($0)" }
  }

  /// The assumptions that the decision rests on.
  var assumptions: [EntityID] {
    stating(.about).map { model.references($0, .about) } ?? []
  }

  private func stating(_ property: Property) -> EntityID? {
    model.first(threat.statements, stating: property)
  }

  // MARK: - What is done about it

  var requirements: [EntityID] { unique(threat.controls) { model.references($0, .satisfies) } }

  /// What verifies the controls and their requirements: declared verifications, or ids and texts.
  var verifications: [Verification] {
    var found: [Verification] = []
    for place in threat.controls + requirements {
      for verification in book.verifications(of: place) where !found.contains(verification) {
        found.append(verification)
      }
    }
    return found
  }

  private func unique(
    _ places: [EntityID], _ references: (EntityID) -> [EntityID]
  ) -> [EntityID] {
    var found: [EntityID] = []
    for id in places.flatMap(references) where !found.contains(id) { found.append(id) }
    return found
  }

  /// The condition of the policy that accepts the risk, or all that do not, as they are written.
  var criteria: [String] {
    guard let isAcceptable = assessed.isAcceptable else { return [] }
    let criteria = book.risks.criteria
    let shown =
      isAcceptable
      ? criteria.accept.filter { criteria.holds($0, for: assessed) } : criteria.accept
    return shown.map { ConditionText.oneLine($0.range, in: model.sources) }
  }
}

/// The evidence for a control or requirement.
struct Verification: Equatable {
  let id: String
  let title: String?
  let method: String?
  let result: String?
  let date: String?
  let evidence: [String]
}

/// What the entries of one register share.
final class RegisterBook {
  let model: Model
  let risks: RiskRegister
  let facts: ThreatFacts
  let subjects: SubjectFacts

  init(_ model: Model, _ risks: RiskRegister) {
    self.model = model
    self.risks = risks
    facts = ThreatFacts(model)
    subjects = SubjectFacts(model)
  }

  func verifications(of id: EntityID) -> [Verification] {
    model.values(id, .verifiedBy).compactMap { value in
      switch value.content {
      case .entity(let verification):
        return Verification(
          id: facts.path(verification), title: model[verification].title,
          method: model.word(verification, .method),
          result: model.word(verification, .status) ?? "passed",
          date: model.date(verification, .date).map { "\($0)" },
          evidence: links(verification))
      case .text(let text): return Self.elsewhere(text)
      case .word: return model.word(value).map(Self.elsewhere)
      case .number, .boolean, .date, .condition, .invalid: return nil
      }
    }
  }

  /// A verification that is kept elsewhere: only its id is known.
  private static func elsewhere(_ id: String) -> Verification {
    Verification(id: id, title: nil, method: nil, result: nil, date: nil, evidence: [])
  }

  func links(_ id: EntityID) -> [String] {
    model.values(id, .link).compactMap { value in
      guard case .text(let text) = value.content else { return nil }
      return text
    }
  }
}
