// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let mitigatedWithoutControl = Rule(
    "mitigated-without-control", .warning,
    "A threat is called mitigated, and no control and no property answers it.",
    evidence: .absence
  ) { context, findings in
    let found = context.statements(of: .status) { isOnlyClaimed($0, context) }
    if found.isEmpty { return }
    let remedies = Remedies(context)
    for statement in found {
      guard let first = statement.threats.first else { continue }
      let isOpen = first.threat.refusedClaim == .mitigated
      findings.report(
        context.subject(
          of: statement,
          "is called mitigated, and no control answers it" + (isOpen ? "; it stays open" : ""),
          "are called mitigated, and no control answers them" + (isOpen ? "; they stay open" : "")),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement), help: help(first, remedies, context),
        risk: RatedRisk(statement.threats))
    }
  }

  /// Whether somebody says that a threat is mitigated, and nothing in the model does it; controls
  /// that are only planned are found by `planned-control`, those that answer something else by
  /// `ineffective-control`.
  private static func isOnlyClaimed(_ assessed: AssessedThreat, _ context: LintContext) -> Bool {
    let threat = assessed.threat
    guard threat.controls.isEmpty, threat.idleControls.isEmpty else { return false }
    if threat.refusedClaim == .mitigated { return true }
    // A reason makes a claim, and is no measure.
    let answers = threat.template?.answers ?? []
    return threat.status == .mitigated
      && !answers.contains { context.evaluator.holds($0, for: threat.subject) }
  }

  private static func help(
    _ assessed: AssessedThreat, _ remedies: Remedies, _ context: LintContext
  ) -> String {
    let found = remedies.remedies(for: assessed)
    let such = found.isEmpty ? "" : ", such as \(context.list(found))"
    return "name the control that does it in `controls`\(such), or leave the threat open"
  }
}
