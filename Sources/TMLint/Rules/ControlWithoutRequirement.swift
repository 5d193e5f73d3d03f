// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let controlWithoutRequirement = Rule(
    "control-without-requirement", .warning,
    "A control satisfies no requirement, in a model that has requirements.", evidence: .absence
  ) { context, findings in
    let model = context.model
    guard context.hasRequirements else { return findWords(context, &findings) }
    for control in model.all(.control) where model.entry(control, .satisfies) == nil {
      findings.report(
        "control `\(model.path(control))` satisfies no requirement",
        about: control, at: model.headingRange(control),
        help: "add `satisfies: …` with the requirement that asks for it, or declare that one")
    }
  }

  /// Controls that close what a policy judges, where nothing asks for any of them or shows that it works.
  private static func findWords(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    // Where nobody can come to harm, nobody has to show it to an authority.
    guard context.risks.criteria.judges, !model.all(.hazard).isEmpty else { return }
    let controls = model.all(.control).filter { control in
      context.controls.isInPlace(control) && model.evidence(of: control).isEmpty
        && !context.links.threats(answeredBy: control).isEmpty
    }
    guard let first = controls.first else { return }
    let closed = Set(controls.flatMap { context.links.threats(answeredBy: $0) }).count
    findings.report(
      "\(closed) \(closed == 1 ? "threat is" : "threats are") closed by controls that no requirement asks for and nothing "
        + "shows to work",
      about: first, at: model.headingRange(first),
      notes: [context.listed(controls.map(model.path))],
      help:
        "name in `verified-by` what shows that each works, or declare the requirement that asks for it and name it in `satisfies`"
    )
  }
}
