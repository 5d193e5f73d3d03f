// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let residualAboveScore = Rule(
    "residual-above-score", .error,
    "A threat weighs more after measures than before, or is rated only after them."
  ) { context, findings in
    for statement in context.statements(of: .residual, where: isAbove) {
      guard let first = statement.threats.first, let initial = first.initial,
        let residual = first.residual
      else { continue }
      let before = context.label(.score, of: first, "before measures: \(initial.weight)")
      findings.report(
        context.subject(
          of: statement,
          "is rated \(residual.score) after measures, above the \(initial.score) before them",
          "are rated \(residual.score) after measures, above the \(initial.score) before them"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [before].compactMap { $0 }, notes: context.members(of: statement),
        help: "`score` is the rating without measures, `residual` the one with them: exchange the "
          + "two, or correct one")
    }
    reportEasier(context, &findings)
    reportUnratedBefore(context, &findings)
  }

  private static func isAbove(_ assessed: AssessedThreat) -> Bool {
    guard let initial = assessed.initial, let residual = assessed.residual else { return false }
    return initial.scheme == residual.scheme && residual.score > initial.score
  }

  /// Exploitability that is stated in words, and rises.
  private static func reportEasier(_ context: LintContext, _ findings: inout Findings) {
    let found = context.statements(of: .residualExploitability) { assessed in
      guard let before = assessed.initialExploitability,
        let after = assessed.residualExploitability
      else { return false }
      return after > before
    }
    for statement in found {
      guard let first = statement.threats.first, let before = first.initialExploitability else {
        continue
      }
      let label =
        context.label(.exploitability, of: first, "before measures")
        ?? context.label(.score, of: first, "before measures: \(before.rawValue)")
      let text = "easier to exploit after measures than the `\(before.rawValue)` before them"
      findings.report(
        context.subject(of: statement, "is \(text)", "are \(text)"), about: statement.entity,
        at: context.range(of: statement), secondary: [label].compactMap { $0 },
        notes: context.members(of: statement),
        help: "`exploitability` is the rating without measures, `residual-exploitability` the one "
          + "with them: exchange the two, or correct one")
    }
  }

  private static func reportUnratedBefore(_ context: LintContext, _ findings: inout Findings) {
    // What seems to be missing may only be misspelt.
    guard context.model.isComplete else { return }
    let found = context.statements(of: .residual) { assessed in
      assessed.residual != nil && !context.states(.score, assessed)
    }
    for statement in found {
      findings.report(
        context.subject(
          of: statement, "has a `residual` score and no `score`",
          "have a `residual` score and no `score`"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement),
        help: "state in `score` what the threat weighs without measures")
    }
  }
}
