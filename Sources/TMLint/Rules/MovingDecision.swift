// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let movingDecision = Rule(
    "moving-decision", .warning,
    "An approved decision covers whatever its condition meets tomorrow.", evidence: .absence
  ) { context, findings in
    let model = context.model
    let listed = listedDecisions(context)
    for decision in model.all(.decision)
    where model.entry(decision, .approver) != nil || listed.contains(decision) {
      for condition in model.conditions(decision, .covers) {
        let asksForStatus = condition.speaks(of: .threat(.computed(.status)))
        if condition.isPinned { continue }
        // Where a list says which threats were approved, later ones are found by their names.
        if context.approvals.list != nil, !asksForStatus { continue }
        findings.report(
          "approved decision `\(model.path(decision))` covers "
            + (asksForStatus
              ? "threats by a status that changes" : "threats by a condition that later ones meet"),
          about: decision, at: condition.range,
          notes: ["a threat that is new tomorrow is covered as if its approver had seen it"],
          help: "name what was looked at, with `about in (…)`, `name in (…)` or `id`"
            + (asksForStatus ? "" : ", or keep a list of what was approved with `tm approve`"))
      }
    }
  }

  /// The decisions of which a list of approvals has a threat.
  private static func listedDecisions(_ context: LintContext) -> Set<EntityID> {
    if context.approvals.list == nil { return [] }
    return Set(
      context.stated.filter { context.approvals.state(of: $0.threat.id).line != nil }
        .compactMap(\.threat.decisions.first))
  }
}
