// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let creditedControl = Rule(
    "credited-control", .warning,
    "The score before measures already counts on a control.", evidence: .presence
  ) { context, findings in
    let evidence = CreditedControls(context)
    let found = context.statements(of: .score) { evidence.credit($0) != nil }
    for statement in found {
      guard let first = statement.threats.first, let credit = evidence.credit(first) else {
        continue
      }
      var secondary = [
        Label(context.model.headingRange(credit.control), "this control is counted already")
      ]
      if let after = context.label(.residual, of: first, "after measures") {
        secondary.append(after)
      }
      findings.report(
        context.subject(of: statement, "\(credit.text)", "\(credit.pluralText)"),
        about: statement.entity, at: context.range(of: statement), secondary: secondary,
        notes: context.members(of: statement),
        help: "rate first as if `\(context.model.path(credit.control))` were not there\(credit.way)"
      )
    }
  }
}
