// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let unusedZone = Rule(
    "unused-zone", .warning, "A declared zone encloses nothing.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    let used = References(model, to: .zone, by: [.zone, .like])
    for id in model.all(.zone) where !used.contains(id) {
      let path = model.path(id)
      findings.report(
        "no boundary is of zone `\(path)`",
        about: id, at: model.headingRange(id),
        help: "add `zone: \(path)` to the boundary it was meant for, or delete it")
    }
  }
}
