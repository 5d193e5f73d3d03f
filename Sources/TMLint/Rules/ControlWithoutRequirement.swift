// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let controlWithoutRequirement = Rule(
    "control-without-requirement", .warning,
    "A control satisfies no requirement, in a model that has requirements.", evidence: .absence
  ) { context, findings in
    guard context.hasRequirements else { return }
    let model = context.model
    for control in model.all(.control) where model.entry(control, .satisfies) == nil {
      findings.report(
        "control `\(model.path(control))` satisfies no requirement",
        about: control, at: model.headingRange(control),
        help: "add `satisfies: …` with the requirement that asks for it, or declare that one")
    }
  }
}
