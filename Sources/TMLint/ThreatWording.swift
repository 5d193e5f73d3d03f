// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax

/// How messages speak of a threat and of what it weighs.
extension AssessedThreat {
  /// What it weighs now: "8.6, high", "exploitability high, uncontrolled" or "not rated".
  var weight: String {
    if let current { return current.weight }
    guard let currentExploitability else { return "not rated" }
    let text = "exploitability \(currentExploitability.rawValue)"
    return currentRisk.map { "\(text), \($0)" } ?? text
  }
}

extension Rating {
  /// "8.6, high".
  var weight: String { "\(score), \(severity.rawValue)" }
}

extension RatedRisk {
  /// Nil for what weighs nothing, or was rated in other ways than by a score.
  init?(_ score: Score?, _ band: SeverityBand?) {
    guard let score, let band, let severity = Severity(rawValue: band.rawValue) else { return nil }
    self.init(score: score.value, severity: severity)
  }

  /// The rating that counts now, and the worst harm.
  init(_ assessed: AssessedThreat) { self.init([assessed]) }

  /// The worst of several threats, in each respect.
  init(_ threats: [AssessedThreat]) {
    let ratings = threats.compactMap { RatedRisk($0.current?.score, $0.current?.severity) }
    let worst = ratings.max { ($0.score ?? 0) < ($1.score ?? 0) }
    let words = Vocabulary.harmSeverities.words
    let harms = threats.filter { !$0.hazards.isEmpty }.map { assessed in
      Harm(
        severity: assessed.harmSeverity,
        rank: assessed.harmSeverity.flatMap(words.firstIndex(of:)) ?? words.count,
        isMultiPatient: assessed.isMultiPatient)
    }
    let harm = harms.max { $0.rank < $1.rank }.map { worst in
      Harm(
        severity: worst.severity, rank: worst.rank,
        isMultiPatient: harms.contains(where: \.isMultiPatient))
    }
    self.init(score: worst?.score, severity: worst?.severity, harm: harm)
  }

  init?(_ vulnerability: Vulnerability) {
    self.init(vulnerability.worst?.score, vulnerability.worst?.severity)
  }
}

extension LintContext {
  /// "threat `order.tampering` (8.6, high)".
  func named(_ assessed: AssessedThreat) -> String {
    "threat `\(assessed.threat.id)` (\(assessed.weight))"
  }

  /// The triage of a threat, or what it is about: its `@allow` excuses a finding about the threat.
  func place(of assessed: AssessedThreat) -> EntityID {
    assessed.threat.triage ?? assessed.threat.about
  }

  /// Whether a rating of the threat is written wrongly, which is reported already.
  func hasWrongRating(_ assessed: AssessedThreat) -> Bool {
    let statements = assessed.threat.statements
    if statements.isEmpty { return false }
    return assessed.initial == nil && model.first(statements, stating: .score) != nil
      || assessed.residual == nil && model.first(statements, stating: .residual) != nil
  }

  /// Whether a declaration names in `approver` who looked at it.
  func isSigned(_ id: EntityID) -> Bool {
    model.text(id, .approver).map { !$0.namesNothing } ?? (model.entry(id, .approver) != nil)
  }

  /// Whether the triage or decision of a threat states a property, and not as an empty text or one that
  /// stands in the place of what is still to be written.
  func states(_ property: Property, _ assessed: AssessedThreat) -> Bool {
    if property == .because { return assessed.threat.rationale(in: model) != nil }
    guard let entity = model.first(assessed.threat.statements, stating: property) else {
      return false
    }
    guard let text = model.text(entity, property) else { return true }
    switch property {
    case .approver, .transferredTo: return !text.namesNothing
    default: return text.contains { !$0.isWhitespace }
    }
  }

  /// A note of what stands in the place of a name and names nobody.
  func emptyName(_ property: Property, _ assessed: AssessedThreat) -> [String] {
    guard let entity = model.first(assessed.threat.statements, stating: property),
      let text = model.text(entity, property), text.contains(where: { !$0.isWhitespace }),
      text.namesNothing
    else { return [] }
    return ["`\(property.word): \"\(text.prefix(60))\"` names nobody"]
  }

  /// Whether a list of approvals has the threat as it stands.
  func isApproved(_ assessed: AssessedThreat) -> Bool {
    guard case .approved = approvals.state(of: assessed.threat.id) else { return false }
    return true
  }

  /// The controls of a threat that are not in place, and a label at the status of each.
  func unfinished(_ assessed: AssessedThreat) -> (controls: [EntityID], labels: [Label]) {
    let planned = assessed.threat.controls.filter { !controls.isInPlace($0) }
    let labels = planned.prefix(4).map { control in
      Label(
        range(of: .status, orHeadingOf: control),
        "`\(model.path(control))` would answer it, but \(model.shortfall(ofControl: control))")
    }
    return (planned, labels)
  }

  /// Where the decision about a threat is to be written: "`threat tampering { … }` in flow `order`".
  func triagePlace(_ assessed: AssessedThreat) -> String {
    let about = assessed.threat.about
    return "`threat \(assessed.threat.name) { … }` in \(model[about].keyword.word) "
      + "`\(model.path(about))`"
  }
}

/// The controls in place that a model has, by what they mitigate.
struct Remedies {
  private let model: Model
  private var byCategory: [String: [EntityID]] = [:]

  init(_ context: LintContext) {
    model = context.model
    for control in model.all(.control) where context.controls.isInPlace(control) {
      for category in model.words(control, .mitigates) {
        byCategory[category, default: []].append(control)
      }
    }
  }

  /// Controls that mitigate the category of a threat, a special attack by what works against it, and are
  /// not at work for it; at most four.
  func remedies(for assessed: AssessedThreat) -> [EntityID] {
    let all = byCategory[assessed.threat.category.rawValue] ?? []
    let template = assessed.threat.template
    return Array(
      all.lazy.filter { control in
        !assessed.threat.controls.contains(control)
          && (template?.isSpecial != true || works(control, against: template?.mechanisms ?? []))
      }.prefix(4))
  }

  private func works(_ control: EntityID, against mechanisms: [String]) -> Bool {
    model.words(control, .mechanism).contains(where: mechanisms.contains)
  }
}
