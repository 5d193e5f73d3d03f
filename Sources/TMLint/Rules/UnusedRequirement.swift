// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let unusedRequirement = Rule(
    "unused-requirement", .warning, "No control satisfies a requirement.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    let used = References(model, to: .requirement, by: [.satisfies])
    for id in model.all(.requirement) where !used.contains(id) {
      let path = model.path(id)
      findings.report(
        "no control satisfies requirement `\(path)`",
        about: id, at: model.headingRange(id),
        help: "add `satisfies: \(path)` to the control that implements it, or delete it")
    }
  }
}
