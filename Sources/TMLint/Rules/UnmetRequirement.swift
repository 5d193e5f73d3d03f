// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let unmetRequirement = Rule(
    "unmet-requirement", .error, "A threat does not meet what the policy requires.",
    evidence: .absence
  ) { context, findings in
    for unmet in unmetRequirements(context) {
      guard let first = unmet.statement.threats.first else { continue }
      let missing = context.missing(unmet.condition, first)
      let text = context.quoted(.require, unmet.condition.range)
      findings.report(
        context.subject(of: unmet.statement, "does not meet \(text)", "do not meet \(text)"),
        about: unmet.statement.entity, at: context.range(of: unmet.statement),
        secondary: context.labels(unmet.condition, first),
        notes: context.members(of: unmet.statement),
        help: missing.isEmpty
          ? "change the decision so that the requirement holds"
          : "state \(missing.map { "`\($0.word)`" }.joined(separator: " and ")) "
            + (first.threat.statements.isEmpty
              ? "in \(context.triagePlace(first))"
              : "in `\(context.model.path(unmet.statement.entity))`"))
    }
  }

  /// A requirement with the threats of one declaration that do not meet it.
  private struct Unmet {
    let condition: Condition
    var statement: RiskStatement
  }

  private static func unmetRequirements(_ context: LintContext) -> [Unmet] {
    struct Key: Hashable {
      let entity: EntityID
      let requirement: SourceRange
    }
    var found: [Unmet] = []
    var places: [Key: Int] = [:]
    if context.risks.criteria.require.isEmpty { return [] }
    for assessed in context.risks.threats {
      for condition in context.risks.criteria.unmet(by: assessed) {
        let statements = assessed.threat.statements
        let deciding = context.model.first(statements, stating: .status) ?? statements.first
        let entity = deciding ?? assessed.threat.about
        let key = Key(entity: entity, requirement: condition.range)
        if let place = places[key] {
          found[place].statement.add(assessed)
        } else {
          places[key] = found.count
          found.append(Unmet(condition: condition, statement: .init(entity, .status, [assessed])))
        }
      }
    }
    return found
  }
}
