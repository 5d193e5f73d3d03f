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
      // Where a policy is kept, `unapproved-decision` finds them one and all.
      case .accepted, .transferred:
        return !context.risks.criteria.isStated && !context.isApproved(assessed)
      case .open, .mitigated: return false
      }
    }
    findRatings(context, &findings)
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

  /// One rating without a word for many different threats, by which the policy accepts them as they are.
  private static func findRatings(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let found = context.statements(of: .score) { assessed in
      assessed.threat.status == .open && assessed.isAcceptable == true
        && assessed.threat.rationale(in: model) == nil && !context.isApproved(assessed)
    }
    for statement in found
    where model[statement.entity].keyword == .decision
      && model.entry(statement.entity, .approver) == nil
    {
      let threats = statement.threats.map(\.threat)
      guard Blanket(threats).isBlanket else { continue }
      findings.report(
        "decision `\(model.path(statement.entity))` gives \(threats.count) open threats one score, by which "
          + "the policy accepts them",
        about: statement.entity, at: context.range(of: .score, orHeadingOf: statement.entity),
        notes: context.members(of: statement),
        help: "rate what differs apart, or write in `because` why it is the same for all",
        risk: RatedRisk(statement.threats))
    }
  }
}
