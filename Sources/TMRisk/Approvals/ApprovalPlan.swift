// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// What an approval would write down, and what it leaves out.
package struct ApprovalPlan: Sendable {
  package struct Request: Sendable {
    let ids: [String]
    let open: Bool
    let unacceptable: Bool
    let by: String
    let date: String

    /// - Parameters:
    ///   - ids: the threats; all where it is empty.
    ///   - date: yyyy-mm-dd.
    package init(ids: [String], open: Bool, unacceptable: Bool, by: String, date: String) {
      self.ids = ids
      self.open = open
      self.unacceptable = unacceptable
      self.by = by
      self.date = date
    }
  }

  package struct Approved: Sendable {
    package let line: ApprovalLine
    /// What is different from an earlier approval; empty for a first one.
    package let changes: [ApprovalChange]
  }

  package enum Refusal: Equatable, Sendable {
    case isOpen
    case isUnacceptable
  }

  /// What is approved now, in the order of the register.
  package private(set) var approved: [Approved] = []
  /// The ids that are left out, and why.
  package private(set) var refused: [(id: String, why: Refusal)] = []
  /// The ids whose lines are taken out: their threats are gone.
  package private(set) var dropped: [String] = []
  /// How many are approved already.
  package private(set) var known = 0
  /// All lines of the list afterwards.
  package private(set) var lines: [ApprovalLine] = []

  /// - Parameter decided: the threats as they were decided, whoever approved that.
  package init(
    _ model: Model, _ decided: RiskRegister, _ review: ApprovalReview, _ request: Request
  ) throws(UnknownThreat) {
    let facts = ApprovalFacts(model)
    let names = Set(request.ids)
    for name in request.ids where !decided.threats.contains(where: { $0.threat.id == name }) {
      throw UnknownThreat(
        id: name, close: Suggestion.candidates(for: name, among: decided.threats.map(\.threat.id)))
    }
    let isWhole = request.ids.isEmpty && decided.criteria.selection.isEmpty
    for assessed in decided.threats {
      let id = assessed.threat.id
      let state = review.state(of: id)
      let isSelected =
        (names.isEmpty || names.contains(id)) && decided.criteria.selects(assessed)
        && (!decided.criteria.approve.isEmpty && isWhole
          ? decided.criteria.wantsApproval(of: assessed) || state.line != nil : true)
      if case .approved(let line) = state {
        if isSelected { known += 1 }
        lines.append(line)
        continue
      }
      if isSelected, let why = refusal(assessed, request) {
        refused.append((id, why))
      } else if isSelected {
        var line = facts.line(assessed)
        line.approver = request.by
        line.date = request.date
        approved.append(Approved(line: line, changes: state.changes))
        lines.append(line)
        continue
      }
      // What is not approved now stays as it was approved, and so unapproved.
      if let line = state.line { lines.append(line) }
    }
    if isWhole {
      dropped = review.gone.map(\.line.id)
    } else {
      lines += review.gone.map(\.line)
    }
  }

  private func refusal(_ assessed: AssessedThreat, _ request: Request) -> Refusal? {
    if assessed.threat.status == .open, !request.open { return .isOpen }
    if assessed.isAcceptable == false, !request.unacceptable { return .isUnacceptable }
    return nil
  }

  /// An id that is no threat of the model.
  package struct UnknownThreat: Error, Sendable {
    package let id: String
    package let close: [String]
  }
}
