// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk

/// A threat of the new model that needs an approval, and did not need it, or for less, in the old one.
package struct ApprovalDemand: Sendable {
  package let id: String
  /// The status that it was decided to have.
  package let status: String
  /// What changed since it was approved; empty where nobody ever approved it.
  package let changes: [ApprovalChange]

  /// The demands of a new model, by id.
  static func all(from old: ComparedModel, to new: ComparedModel) -> [ApprovalDemand] {
    guard new.approvals.isAsked else { return [] }
    var found: [ApprovalDemand] = []
    for assessed in new.risks.threats {
      let id = assessed.threat.id
      let now = new.approvals.state(of: id)
      guard now.isMissing else { continue }
      let then = old.approvals.state(of: id)
      if then.isMissing, then.word == now.word, then.changes == now.changes { continue }
      var status = assessed.threat.status
      switch assessed.threat.reason {
      case .unapproved(let decided), .expired(let decided, _): status = decided
      case .unanswered, .refused, .triage, .decision, .control, .property: break
      }
      found.append(ApprovalDemand(id: id, status: status.rawValue, changes: now.changes))
    }
    return found.sorted { $0.id < $1.id }
  }
}
