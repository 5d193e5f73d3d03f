// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let unusedControl = Rule(
    "unused-control", .warning, "A control is at work nowhere.", evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    let used = References(model, to: .control, by: [.controls, .authenticated, .encrypted])
    for id in model.all(.control)
    where !used.contains(id) && model.references(id, .protects).isEmpty {
      findings.report(
        "control `\(model.path(id))` is at work nowhere",
        about: id, at: model.headingRange(id),
        help: "name it in `controls` of what it protects, or say `protects: …` in it, or delete it")
    }
  }
}
