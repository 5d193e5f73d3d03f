// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMRisk
import TMSyntax

extension Rule {
  static let expiredDecision = Rule(
    "expired-decision", .error,
    "The date until which a decision holds, or an assumption is to be looked at again, is past."
  ) { context, findings in
    let model = context.model
    let found = context.statements(of: .until) { assessed in
      let stating = model.first(assessed.threat.statements, stating: .until)
      return stating.flatMap { model.date($0, .until) }.map { $0 < context.today } ?? false
    }
    for statement in found {
      guard let first = statement.threats.first, let until = model.date(statement.entity, .until)
      else { continue }
      let status = first.threat.status.rawValue
      findings.report(
        context.subject(
          of: statement, "was \(status) until \(until), which is past",
          "were \(status) until \(until), which is past"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement),
        help: "look at it again: decide anew with a later `until`, or set `status: open`",
        risk: RatedRisk(statement.threats))
    }
    findOverdueAssumptions(context, &findings)
  }

  private static func findOverdueAssumptions(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    for assumption in model.all(.assumption) {
      guard let day = model.date(assumption, .reviewBy), day < context.today else { continue }
      let resting = context.stated.filter { assessed in
        assessed.threat.statements.contains { model.references($0, .about).contains(assumption) }
      }
      let ids = resting.prefix(5).map { "`\($0.threat.id)`" }.joined(separator: ", ")
      let more = resting.count > 5 ? " and \(resting.count - 5) more" : ""
      findings.report(
        "assumption `\(model.path(assumption))` was to be looked at again by \(day), which is past",
        about: assumption, at: context.range(of: .reviewBy, orHeadingOf: assumption),
        notes: resting.isEmpty ? [] : ["what was decided of \(ids)\(more) rests on it"],
        help:
          "look at it again: state a later `review-by`, or take it out and decide anew what rests on it",
        risk: RatedRisk(resting))
    }
  }
}
