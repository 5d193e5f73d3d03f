// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

extension Rule {
  static let verifiedWithoutEvidence = Rule(
    "verified-without-evidence", .warning,
    "A control or requirement is called verified, and no verification that passed shows it.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    for id in model.all(.control) + model.all(.requirement)
    where model.word(id, .status) == "verified" {
      let evidence = context.evidence(behind: id)
      if evidence.contains(where: { model.result(of: $0) == .passed }) { continue }
      let kind = model[id].keyword.word
      findings.report(
        "\(kind) `\(model.path(id))` is called verified, and "
          + (evidence.isEmpty ? "nothing verifies it" : "no verification of it passed"),
        about: id, at: context.place(of: .status, in: id),
        secondary: context.labels(at: evidence),
        help: evidence.isEmpty
          ? "name the evidence in `verified-by`, or say `status: implemented`"
          : "say `status: implemented` until one passed")
    }
  }
}
