// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// A threat with everything that a risk register says of it, looked up in its model.
package struct RegisterEntry {
  package let assessed: AssessedThreat
  package let book: RegisterBook

  /// Lent rather than copied, as most fields ask for one part of it.
  package var threat: Threat { _read { yield assessed.threat } }
  private var model: Model { book.model }

  package init(assessed: TMRisk.AssessedThreat, book: TMRegister.RegisterBook) {
    self.assessed = assessed
    self.book = book
  }

  // MARK: - What it is about

  /// The element: itself, that of its interface, or the ends of its flow.
  package var elements: [String] {
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

  package var interfaces: [String] {
    switch model[threat.about].keyword {
    case .interface: [book.facts.path(threat.about)]
    case .flow: model.interfaces(of: threat.about).map(book.facts.path)
    default: []
    }
  }

  package var zones: [String] { book.subjects.zones(of: threat.about) }

  /// Software of others in the element, or at the ends of the flow.
  package var components: [String] {
    let places =
      model.graph.flow(threat.about).map { [$0.source, $0.target] } ?? [threat.about]
    return places.flatMap { model.children($0, .component) }.map(book.facts.path)
  }

  // MARK: - What triage and decisions state

  package func text(_ property: Property) -> String? {
    stating(property).flatMap { model.text($0, property) }
  }

  package func words(_ property: Property) -> [String] {
    stating(property).map { model.words($0, property) } ?? []
  }

  package func date(_ property: Property) -> String? {
    stating(property).flatMap { model.date($0, property) }.map { "\($0)" }
  }

  /// The assumptions that the decision rests on.
  package var assumptions: [EntityID] {
    stating(.about).map { model.references($0, .about) } ?? []
  }

  private func stating(_ property: Property) -> EntityID? {
    model.first(threat.statements, stating: property)
  }

  // MARK: - What is done about it

  package var requirements: [EntityID] {
    unique(threat.controls) { model.references($0, .satisfies) }
  }

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
  package var criteria: [String] {
    guard let isAcceptable = assessed.isAcceptable else { return [] }
    let criteria = book.risks.criteria
    let shown =
      isAcceptable
      ? criteria.accept.filter { criteria.holds($0, for: assessed) } : criteria.accept
    return shown.map { ConditionText.oneLine($0.range, in: model.sources) }
  }
}

/// The evidence for a control or requirement.
package struct Verification: Equatable {
  package let id: String
  package let title: String?
  package let method: String?
  package let result: String?
  package let date: String?
  package let evidence: [String]
}

/// What the entries of one register share.
package final class RegisterBook {
  package let model: Model
  package let risks: RiskRegister
  package let facts: ThreatFacts
  let subjects: SubjectFacts

  package init(_ model: Model, _ risks: RiskRegister) {
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
          id: facts.path(verification), title: model.ownTitle(verification),
          method: model.word(verification, .method),
          result: model.result(of: .declared(verification)).rawValue,
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

  package func links(_ id: EntityID) -> [String] {
    model.values(id, .link).compactMap { value in
      guard case .text(let text) = value.content else { return nil }
      return text
    }
  }
}
