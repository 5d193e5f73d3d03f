// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let contradictingTreatment = Rule(
    "contradicting-treatment", .warning,
    "The treatment of a threat contradicts what became of it."
  ) { context, findings in
    for statement in context.statements(of: .treatment, where: { contradicts($0, context) }) {
      guard let first = statement.threats.first, let treatment = first.treatment else { continue }
      let status = first.threat.status.rawValue
      findings.report(
        context.subject(
          of: statement, "is \(status), and its treatment is `\(treatment.rawValue)`",
          "are \(status), and their treatment is `\(treatment.rawValue)`"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [reason(first, context)].compactMap { $0 },
        notes: context.members(of: statement),
        help: "state the treatment that goes with `status: \(status)`, or leave it out: the status "
          + "says it")
    }
  }

  private static func contradicts(_ assessed: AssessedThreat, _ context: LintContext) -> Bool {
    guard let treatment = assessed.treatment else { return false }
    switch assessed.threat.status {
    // Until something is done, the treatment is a plan.
    case .open: return false
    case .mitigated: return treatment != .mitigate && treatment != .eliminate
    case .accepted:
      // What is left after a measure may be accepted.
      let isMeasured =
        assessed.residual != nil || assessed.residualExploitability != nil
        || assessed.threat.controls.contains(where: context.controls.isInPlace)
      return treatment != .accept && !(treatment == .mitigate && isMeasured)
    case .transferred: return treatment != .transfer
    case .avoided, .notApplicable: return treatment != .avoid && treatment != .eliminate
    }
  }

  /// Where the status comes from.
  private static func reason(_ assessed: AssessedThreat, _ context: LintContext) -> Label? {
    let status = assessed.threat.status.rawValue
    switch assessed.threat.reason {
    case .triage, .decision: return context.label(.status, of: assessed, "it is \(status)")
    case .control(let control):
      return Label(context.model.headingRange(control), "it is \(status) by this control")
    case .property, .unanswered, .refused, .unapproved, .expired: return nil
    }
  }
}
