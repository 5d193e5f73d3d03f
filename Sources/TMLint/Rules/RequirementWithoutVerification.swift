// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

extension Rule {
  static let requirementWithoutVerification = Rule(
    "requirement-without-verification", .warning,
    "Nothing verifies a requirement, what does is only planned, or it asks for nothing that could be tested.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let requirements = model.all(.requirement)
    for requirement in requirements where !model.isTestable(requirement: requirement) {
      findings.report(
        "requirement `\(model.path(requirement))` asks for nothing that could be tested",
        about: requirement, at: model.headingRange(requirement),
        notes: ["no test can find that it is not met, so none that passes shows anything"],
        help: "say what the system does or refuses, and in which case")
    }
    guard expectsEvidence(requirements, context) else { return }
    for requirement in requirements
    where model.word(requirement, .status) != "verified"
      && model.isTestable(requirement: requirement)
    {
      let path = model.path(requirement)
      let evidence = model.evidence(of: requirement)
      if evidence.isEmpty {
        findings.report(
          "nothing verifies requirement `\(path)`",
          about: requirement, at: model.headingRange(requirement),
          help:
            "add `verified-by: …` with a `verification`, or with the id of a test kept elsewhere"
        )
      } else if evidence.allSatisfy({ model.result(of: $0) == .planned }) {
        findings.report(
          "what verifies requirement `\(path)` is only planned",
          about: requirement, at: context.place(of: .verifiedBy, in: requirement),
          secondary: context.labels(at: evidence),
          help: "carry it out, and set `status: passed` with its `date`")
      }
    }
  }

  /// Whether the author works with evidence: some requirement has it, or a policy judges risks.
  private static func expectsEvidence(
    _ requirements: [EntityID], _ context: LintContext
  ) -> Bool {
    context.risks.criteria.isStated
      || requirements.contains { context.model.entry($0, .verifiedBy) != nil }
  }
}
