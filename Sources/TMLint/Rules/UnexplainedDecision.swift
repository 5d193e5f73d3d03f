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
      let status = first.threat.status.rawValue
      let missing = lacking(first, context)
      let questions = missing.map(\.question).joined(separator: " and ")
      let properties = missing.map { "`\($0.property.word): \"…\"`" }.joined(separator: " and ")
      findings.report(
        context.subject(
          of: statement, "is \(status) without saying \(questions)",
          "are \(status) without saying \(questions)"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement),
        help: "add \(properties) to `\(context.model.path(statement.entity))`")
    }
  }

  /// What a decision has to say and does not.
  private static func lacking(
    _ assessed: AssessedThreat, _ context: LintContext
  ) -> [(property: Property, question: String)] {
    let asked: [(Property, String)]
    switch assessed.threat.status {
    case .accepted, .avoided, .notApplicable: asked = [(.because, "why")]
    case .transferred: asked = [(.because, "why"), (.transferredTo, "to whom")]
    case .open, .mitigated: return []
    }
    return asked.filter { property, _ in
      !context.states(property, assessed) && !context.isRequired(property, assessed)
    }
  }
}
