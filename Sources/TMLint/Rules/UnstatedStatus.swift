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
      let verb = answered == 1 ? ("counts", "waits") : ("count", "wait")
      let isWanted = model.statusIsWanted != nil
      findings.report(
        "control `\(model.path(control))` does not say whether it is in place; it "
          + (isWanted ? "answers nothing until it does" : "counts as implemented"),
        about: control, at: model.headingRange(control),
        notes: [
          "\(answered) threat\(answered == 1 ? "" : "s") "
            + (isWanted ? "\(verb.1) for it" : "\(verb.0) on it"), why,
        ],
        help: "write `status: planned`, `implemented` or `verified`")
    }
  }

  /// Why the status matters: the model is one that somebody answers for, or keeps track of its controls.
  private static func reason(_ context: LintContext) -> String? {
    let model = context.model
    switch model.statusIsWanted {
    case .profile(let profile): return "the model has the profile `\(profile)`"
    case .policy:
      return
        "a policy says what is acceptable, what decisions must carry or what has to be approved"
    case nil: break
    }
    if let control = model.all(.control).first(where: { model.entry($0, .status) != nil }) {
      return "others say it, such as `\(model.path(control))`"
    }
    return context.approvals.isAsked ? "its threats are approved one by one" : nil
  }
}
