// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

extension Rule {
  static let unapprovedDecision = Rule(
    "unapproved-decision", .warning,
    "A threat is accepted or transferred, and nobody approved that.", evidence: .absence
  ) { context, findings in
    // Who keeps a policy has somebody who signs.
    guard context.risks.criteria.isStated else { return }
    let found = context.statements(of: .status) { assessed in
      switch assessed.threat.status {
      case .accepted, .transferred:
        // The list of approvals says who approved what is as it was then.
        !context.isApproved(assessed) && !context.states(.approver, assessed)
          && !context.isRequired(.approver, assessed)
      case .open, .mitigated, .avoided, .notApplicable: false
      }
    }
    for statement in found {
      guard let status = statement.threats.first?.threat.status.rawValue else { continue }
      findings.report(
        context.subject(
          of: statement, "is \(status), and nobody approved it",
          "are \(status), and nobody approved it"),
        about: statement.entity, at: context.range(of: statement),
        notes: (statement.threats.first.map { context.emptyName(.approver, $0) } ?? [])
          + context.members(of: statement),
        help: context.approvals.list == nil
          ? "name in `approver` who took the decision, and in `date` when"
          : "approve \(statement.threats.count == 1 ? "it" : "them") with `tm approve`, or name in "
            + "`approver` who took the decision, and in `date` when")
    }
  }
}
