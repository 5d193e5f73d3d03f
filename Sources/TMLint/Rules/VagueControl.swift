// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

extension Rule {
  static let vagueControl = Rule(
    "vague-control", .warning,
    "A control counts against almost everything, and nothing says how it works or who checked it.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let table = CategoryTable(model)
    for control in model.all(.control) where context.controls.isInPlace(control) {
      // A word that the program does not know says nothing of how it works.
      let isKnown = model.words(control, .mechanism).contains { !Mechanisms.isUnknown($0) }
      let grounds: [Property] = [.satisfies, .verifiedBy]
      if isKnown || grounds.contains(where: { model.entry(control, $0) != nil }) { continue }
      let answered = context.links.threats(answeredBy: control)
      if answered.isEmpty { continue }
      let categories =
        table.categories(control, .mitigates)
        + answered.map { context.risks.threats[$0].threat.category }
      // A category and its twin ask one question.
      let questions = Set(categories.map { ThreatCategory.cia.contains($0) ? $0.twin ?? $0 : $0 })
      let names = model.words(control, .answers)
      guard questions.count >= 4 || names.count >= 4 else { continue }
      findings.report(
        names.count >= 4
          ? "control `\(model.path(control))` is said to answer \(names.count) threats by name, and nothing says how"
          : "control `\(model.path(control))` is said to answer \(questions.count) categories, and nothing says how",
        about: control,
        at: context.range(of: names.count >= 4 ? .answers : .mitigates, orHeadingOf: control),
        notes: [
          "\(answered.count) \(answered.count == 1 ? "threat counts" : "threats count") on it"
        ],
        help:
          "write what it works by (`mechanism`), or the requirement or verification behind it, or declare "
          + "a control for each thing that is done")
    }
  }
}
