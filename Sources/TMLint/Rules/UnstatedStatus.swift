// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

extension Rule {
  static let unstatedStatus = Rule(
    "unstated-status", .warning,
    "In a model that somebody signs, a control that answers threats does not say whether it is in place.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    guard let why = reason(context) else { return }
    for control in model.controlsWithoutStatus {
      let answered = context.links.threats(answeredBy: control).count
      if answered == 0 { continue }
      findings.report(
        "control `\(model.path(control))` does not say whether it is in place; it counts as implemented",
        about: control, at: model.headingRange(control),
        notes: [
          "\(answered) \(answered == 1 ? "threat counts" : "threats count") on it", why,
        ],
        help: "write `status: planned`, `implemented` or `verified`")
    }
  }

  /// Why the status matters: the model is one that somebody answers for, or keeps track of its controls.
  private static func reason(_ context: LintContext) -> String? {
    let model = context.model
    if let control = model.all(.control).first(where: { model.entry($0, .status) != nil }) {
      return "others say it, such as `\(model.path(control))`"
    }
    if let system = model.system, let profile = model.word(system, .profile) {
      return "the model has the profile `\(profile)`"
    }
    if context.approvals.isAsked { return "its threats are approved one by one" }
    return context.risks.criteria.judges ? "a policy says which risks are acceptable" : nil
  }
}
