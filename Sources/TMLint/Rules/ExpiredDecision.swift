// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMRisk
import TMSyntax

extension Rule {
  static let expiredDecision = Rule(
    "expired-decision", .error, "The date until which a decision holds is past."
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
  }
}
