// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let unusedVerification = Rule(
    "unused-verification", .warning, "A verification verifies nothing.", evidence: .absence
  ) { context, findings in
    let model = context.model
    let used = References(model, to: .verification, by: [.verifiedBy])
    for id in model.all(.verification) where !used.contains(id) {
      let path = model.path(id)
      findings.report(
        "verification `\(path)` verifies nothing",
        about: id, at: model.headingRange(id),
        help: "add `verified-by: \(path)` to the requirement that it verifies, or delete it")
    }
  }
}
