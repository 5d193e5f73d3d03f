// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let undeclaredVerification = Rule(
    "undeclared-verification", .warning,
    "`verified-by` names a verification that a model with verifications does not declare.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let declared = model.all(.verification).map { model.path($0) }.sorted()
    if declared.isEmpty { return }
    for id in model.all(.control) + model.all(.requirement) {
      for value in model.values(id, .verifiedBy) {
        guard let word = model.word(value) else { continue }
        findings.report(
          "no verification `\(word)` is declared", about: id, at: model.range(of: value, in: id),
          label: "so nobody knows its result",
          help: Suggestion.help(for: word, among: declared)
            ?? "declare it with `verification \(word) \"Title\"`, or put the id of a test that is "
            + "kept elsewhere in quotes")
      }
    }
  }
}
