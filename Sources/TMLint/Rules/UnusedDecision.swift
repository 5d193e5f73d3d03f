// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

extension Rule {
  static let unusedDecision = Rule(
    "unused-decision", .warning, "A decision covers no threat.", evidence: .absence
  ) { context, findings in
    let model = context.model
    let decisions = model.all(.decision)
    if decisions.isEmpty { return }
    var used: Set<EntityID> = []
    for assessed in context.stated { used.formUnion(assessed.threat.decisions) }
    for id in decisions where !used.contains(id) {
      let hasCondition = model.entry(id, .covers) != nil
      findings.report(
        hasCondition
          ? "decision `\(model.path(id))` covers no threat"
          : "decision `\(model.path(id))` does not say which threats it covers",
        about: id, at: context.range(of: .covers, orHeadingOf: id),
        help: hasCondition
          ? "change the condition, or delete the decision; `tm threats` lists the threats"
          : "add `covers:` with a condition, such as `covers: category is denial-of-service`")
    }
  }
}
