// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let unusedHazard = Rule(
    "unused-hazard", .warning, "Nothing in the model can lead to a hazard.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    let used = References(model, to: .hazard, by: [.harm, .safetyImpact])
    for id in model.all(.hazard) where !used.contains(id) {
      findings.report(
        "nothing in the model can lead to hazard `\(model.path(id))`",
        about: id, at: model.headingRange(id),
        help: "name it in `harm` of the assets or threats that can lead to it, or delete it")
    }
  }
}
