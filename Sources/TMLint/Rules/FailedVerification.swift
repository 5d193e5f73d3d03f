// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let failedVerification = Rule(
    "failed-verification", .error, "A verification that a control or requirement rests on failed."
  ) { context, findings in
    let model = context.model
    let failed = model.all(.verification).filter { model.result(of: .declared($0)) == .failed }
    if failed.isEmpty { return }
    let links = context.links
    for verification in failed {
      let subjects = links.subjects(of: verification)
      guard !subjects.isEmpty else { continue }
      let labels = subjects.prefix(4).map { subject in
        let words =
          model[subject].keyword == .control
          ? "this control is not shown to work" : "this requirement is not shown to be met"
        return Label(model.headingRange(subject), words)
      }
      findings.report(
        "verification `\(model.path(verification))` failed",
        about: verification, at: context.place(of: .status, in: verification),
        secondary: labels, notes: notes(subjects, links, context),
        help: "repair what it found and repeat it, or answer the threats otherwise")
    }
  }

  /// The threats whose answer is in doubt.
  private static func notes(
    _ subjects: [EntityID], _ links: TraceLinks, _ context: LintContext
  ) -> [String] {
    let controls = subjects.flatMap { subject in
      context.model[subject].keyword == .control ? [subject] : links.controls(satisfying: subject)
    }
    let threats = Set(controls.flatMap(links.threats(answeredBy:))).sorted()
    if threats.isEmpty { return [] }
    let ids = threats.map { context.risks.threats[$0].threat.id }
    return ["threats for which it counts for nothing now: \(context.listed(ids))"]
  }
}
