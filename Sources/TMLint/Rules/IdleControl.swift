// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

extension Rule {
  static let idleControl = Rule(
    "idle-control", .warning, "A control is at work somewhere and answers no threat.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    // Without threats, a control can answer none.
    guard !context.register.threats.isEmpty else { return }
    let links = context.links
    let named = References(model, to: .control, by: [.controls, .authenticated, .encrypted])
    for control in model.all(.control) where links.threats(answeredBy: control).isEmpty {
      // What is named nowhere is unused.
      guard named.contains(control) || !model.references(control, .protects).isEmpty else {
        continue
      }
      let categories = model.words(control, .mitigates)
      // `implausible-mechanism` says what is wrong with each of them.
      if !categories.isEmpty, context.mechanismFaults(control).count >= categories.count {
        continue
      }
      findings.report(
        "control `\(model.path(control))` answers no threat",
        about: control, at: model.headingRange(control),
        notes: categories.isEmpty
          ? []
          : ["where it is at work, no threat is of the categories \(context.listed(categories))"],
        help: categories.isEmpty
          ? "say which categories of threat it answers: `mitigates: …`"
          : "correct `mitigates` or `mechanism`, or name it where the threats are that it answers: what works on "
            + "the way in the flow, or in what it carries")
    }
  }
}
