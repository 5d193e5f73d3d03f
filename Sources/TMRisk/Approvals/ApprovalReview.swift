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
    let formerNames = FormerNames(model)
    var states: [String: ApprovalState] = [:]
    var used: Set<String> = []
    for assessed in decided.threats {
      let id = assessed.threat.id
      var entry = list?.entry(id)
      if entry == nil {
        // What was renamed keeps its approval.
        entry = formerNames.ids(of: assessed.threat).lazy.compactMap { list?.entry($0) }.first
      }
      if let entry { used.insert(entry.line.id) }
      // A policy that names what has to be approved leaves the rest alone.
      let isWanted =
        criteria.approve.isEmpty ? list != nil : criteria.wantsApproval(of: assessed)
      guard isWanted || entry != nil else { continue }
      guard let line = entry?.line else {
        states[id] = .new
        continue
      }
      let isRenamed = line.id != id
      let changes = Self.changes(from: line, to: facts.line(assessed), isRenamed: isRenamed)
      states[id] = changes.isEmpty ? .approved(line) : .changed(line, changes)
    }
    self.states = states
    gone = list?.entries.filter { !used.contains($0.line.id) } ?? []
  }

  /// Whether somebody wants approvals of anything.
  package var isAsked: Bool { list != nil || !states.isEmpty }

  package func state(of id: String) -> ApprovalState { states[id] ?? .notAsked }

  private static func changes(
    from old: ApprovalLine, to new: ApprovalLine, isRenamed: Bool
  ) -> [ApprovalChange] {
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
    if old.harm != new.harm { found.append(.harm(was: old.harm, now: new.harm)) }
    let lost = old.protection.filter { !new.protection.contains($0) }
    if !lost.isEmpty { found.append(.protection(lost: lost)) }
    if old.subject != new.subject, !isRenamed { found.append(.subject) }
    if old.template != new.template { found.append(.template) }
    if old.terms != new.terms { found.append(.terms) }
    return found
  }
}
