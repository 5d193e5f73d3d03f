// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let mitigatedWithoutControl = Rule(
    "mitigated-without-control", .warning,
    "A threat is called mitigated, and no control in place and no property answers it.",
    evidence: .absence
  ) { context, findings in
    let found = context.statements(of: .status) { isOnlyClaimed($0, context) }
    if found.isEmpty { return }
    let remedies = Remedies(context)
    for statement in found {
      guard let first = statement.threats.first else { continue }
      let planned = context.unfinished(first)
      findings.report(
        context.subject(
          of: statement, "is called mitigated, and no control in place answers it",
          "are called mitigated, and no control in place answers them"),
        about: statement.entity, at: context.range(of: statement), secondary: planned.labels,
        notes: context.members(of: statement),
        help: help(first, planned.controls, remedies, context))
    }
  }

  /// Whether somebody says that a threat is mitigated, and nothing in the model does it.
  private static func isOnlyClaimed(_ assessed: AssessedThreat, _ context: LintContext) -> Bool {
    let threat = assessed.threat
    guard threat.status == .mitigated,
      !threat.controls.contains(where: context.controls.isInPlace)
    else { return false }
    let answers = threat.template?.answers ?? []
    return !answers.contains { context.evaluator.holds($0, for: threat.subject) }
  }

  private static func help(
    _ assessed: AssessedThreat, _ planned: [EntityID], _ remedies: Remedies,
    _ context: LintContext
  ) -> String {
    if !planned.isEmpty {
      return "leave it open until \(context.list(planned)) \(planned.count == 1 ? "is" : "are") "
        + "in place"
    }
    let found = remedies.remedies(for: assessed)
    let such = found.isEmpty ? "" : ", such as \(context.list(found))"
    return "name the control that does it in `controls`\(such), or leave the threat open"
  }
}
