// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

extension Rule {
  static let unexplainedDecision = Rule(
    "unexplained-decision", .warning,
    "A threat is accepted, transferred, avoided or not applicable, and nothing says why.",
    evidence: .absence
  ) { context, findings in
    let found = context.statements(of: .status) { !lacking($0, context).isEmpty }
    for statement in found {
      guard let first = statement.threats.first else { continue }
      let claim = first.threat.refusedClaim
      let status = (claim ?? first.threat.status).rawValue
      let (one, many) = claim == nil ? ("is", "are") : ("is called", "are called")
      let (opens, open) = claim == nil ? ("", "") : ("; it stays open", "; they stay open")
      let missing = lacking(first, context)
      let questions = missing.map(\.question).joined(separator: " and ")
      let properties = missing.map { "`\($0.property.word): \"…\"`" }.joined(separator: " and ")
      findings.report(
        context.subject(
          of: statement, "\(one) \(status) without saying \(questions)\(opens)",
          "\(many) \(status) without saying \(questions)\(open)"),
        about: statement.entity, at: context.range(of: statement),
        notes: emptyReasons(first, context) + context.emptyName(.transferredTo, first)
          + context.members(of: statement),
        help: "add \(properties) to `\(context.model.path(statement.entity))`")
    }
  }

  /// What stands in the place of a reason and is none.
  private static func emptyReasons(
    _ assessed: AssessedThreat, _ context: LintContext
  ) -> [String] {
    let text = context.model.first(assessed.threat.statements, stating: .because)
      .flatMap { context.model.text($0, .because) }
    guard let text, text.contains(where: { !$0.isWhitespace }),
      assessed.threat.rationale(in: context.model) == nil
    else { return [] }
    return ["`because: \"\(text.prefix(60))\"` is no reason that somebody else could check"]
  }

  /// What a decision has to say and does not.
  private static func lacking(
    _ assessed: AssessedThreat, _ context: LintContext
  ) -> [(property: Property, question: String)] {
    let asked: [(Property, String)]
    switch assessed.threat.refusedClaim ?? assessed.threat.status {
    case .accepted, .avoided, .notApplicable: asked = [(.because, "why")]
    case .transferred: asked = [(.because, "why"), (.transferredTo, "to whom")]
    case .open, .mitigated: return []
    }
    return asked.filter { property, _ in
      !context.states(property, assessed) && !context.isRequired(property, assessed)
    }
  }
}
