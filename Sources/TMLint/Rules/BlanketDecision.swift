// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let blanketDecision = Rule(
    "blanket-decision", .warning,
    "One reason takes many different threats off the list, and nobody approved that.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let found = context.statements(of: .status) { assessed in
      guard case .decision = assessed.threat.reason else { return false }
      switch assessed.threat.status {
      case .notApplicable, .avoided: return !context.isApproved(assessed)
      case .open, .mitigated, .accepted, .transferred: return false
      }
    }
    for statement in found where model.entry(statement.entity, .approver) == nil {
      let byStatus = model.conditions(statement.entity, .covers).contains {
        $0.speaks(of: .threat(.computed(.status)))
      }
      let threats = statement.threats.map(\.threat)
      guard threats.count > 1, byStatus || Blanket(threats).isBlanket, let first = threats.first
      else { continue }
      let places = Set(threats.map(\.about)).count
      findings.report(
        "decision `\(model.path(statement.entity))` takes \(threats.count) threats about "
          + "\(places) \(places == 1 ? "thing" : "things") off the list as \(first.status.rawValue), with "
          + "one reason for all",
        about: statement.entity, at: context.range(of: .covers, orHeadingOf: statement.entity),
        notes: context.members(of: statement),
        help:
          "decide by what or by which threat the reason is about (`about is …`, `name is …`), or name "
          + "in `approver` who looked at each",
        risk: RatedRisk(statement.threats))
    }
  }
}
