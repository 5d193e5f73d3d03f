// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// The threats of a model held against what was approved of them.
package struct ApprovalReview: Sendable {
  /// The list beside the model; nil where there is none.
  package let list: ApprovalList?
  /// The lines whose threats are no longer there.
  package let gone: [ApprovalList.Entry]
  private let states: [String: ApprovalState]

  /// A review of a model of which nobody wants approvals.
  package static let none = ApprovalReview()

  private init() {
    list = nil
    gone = []
    states = [:]
  }

  /// - Parameter decided: the threats as triage, decisions and controls make them.
  package init(_ model: Model, _ decided: RiskRegister, _ list: ApprovalList?) {
    let criteria = decided.criteria
    guard list != nil || !criteria.approve.isEmpty else {
      self = .none
      return
    }
    self.list = list
    let facts = ApprovalFacts(model)
    let renamed = list.map { Self.renamed(model, decided, $0) } ?? [:]
    var states: [String: ApprovalState] = [:]
    var used: Set<String> = []
    for assessed in decided.threats {
      let id = assessed.threat.id
      let entry = list?.entry(id) ?? renamed[id]
      if let entry { used.insert(entry.line.id) }
      // A policy that names what has to be approved leaves the rest alone.
      let isWanted =
        criteria.approve.isEmpty ? list != nil : criteria.wantsApproval(of: assessed)
      guard isWanted || entry != nil else { continue }
      guard let line = entry?.line else {
        states[id] = .new
        continue
      }
      states[id] = Self.state(of: assessed, line, facts)
    }
    self.states = states
    gone = list?.entries.filter { !used.contains($0.line.id) } ?? []
  }

  /// Whether somebody wants approvals of anything.
  package var isAsked: Bool { list != nil || !states.isEmpty }

  package func state(of id: String) -> ApprovalState { states[id] ?? .notAsked }

  /// The lines of threats whose ids changed because something was renamed, by the ids of now.
  ///
  /// A line whose id a threat still has is that of no other, and one that several threats may have had
  /// is nobody's.
  private static func renamed(
    _ model: Model, _ decided: RiskRegister, _ list: ApprovalList
  ) -> [String: ApprovalList.Entry] {
    let formerNames = FormerNames(model)
    let present = Set(decided.threats.map(\.threat.id))
    var found: [String: ApprovalList.Entry] = [:]
    var claims: [String: Int] = [:]
    for assessed in decided.threats where list.entry(assessed.threat.id) == nil {
      let former = formerNames.ids(of: assessed.threat).filter { !present.contains($0) }
      guard let entry = former.lazy.compactMap({ list.entry($0) }).first else { continue }
      found[assessed.threat.id] = entry
      claims[entry.line.id, default: 0] += 1
    }
    return found.filter { claims[$0.value.line.id] == 1 }
  }

  private static func state(
    of assessed: AssessedThreat, _ old: ApprovalLine, _ facts: ApprovalFacts
  ) -> ApprovalState {
    let new = facts.line(assessed)
    let threat = assessed.threat
    var found: [ApprovalChange] = []
    if old.status != new.status { found.append(.status(was: old.status, now: new.status)) }
    if old.score != new.score { found.append(.score(was: old.score, now: new.score)) }
    if old.residual != new.residual {
      found.append(.residual(was: old.residual, now: new.residual))
    }
    // With a vector, the vector says it.
    if old.exploitability != new.exploitability, old.score == new.score,
      old.residual == new.residual
    {
      found.append(.exploitability(was: old.exploitability, now: new.exploitability))
    }
    // What was written down may have other names, as long as it says the same.
    if old.harm != new.harm, !facts.hadHarm(old.harm, assessed) {
      found.append(.harm(was: old.harm, now: new.harm))
    }
    var lost = old.protection.filter { !new.protection.contains($0) }
    var protection = new.protection
    if !lost.isEmpty {
      let rows = facts.protectionThroughTime(threat)
      lost = lost.filter { text in !rows.contains { $0.contains(text) } }
      protection = rows.filter { !Set($0).isDisjoint(with: old.protection) }.map { $0[0] }
    }
    if !lost.isEmpty { found.append(.protection(lost: lost)) }
    if old.subject != new.subject, !facts.hadSubject(old.subject, threat) { found.append(.subject) }
    if old.template != new.template, !facts.hadTemplate(old.template, threat) {
      found.append(.template)
    }
    if old.terms != new.terms, !facts.hadTerms(old.terms, threat) { found.append(.terms) }
    guard found.isEmpty else { return .changed(old, found) }
    var line = new
    let isSame = old.protection.allSatisfy(new.protection.contains)
    line.protection = isSame ? old.protection : protection
    line.approver = old.approver
    line.date = old.date
    return .approved(line)
  }
}
