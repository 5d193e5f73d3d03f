// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let unusedCategory = Rule(
    "unused-category", .warning, "A declared category of threat is asked nowhere.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let declared = model.all(.category)
    if declared.isEmpty { return }
    let asked = Set(context.register.library.templates.map(\.category.rawValue))
      .union(context.register.threats.map(\.category.rawValue))
    for id in declared where !asked.contains(model.name(id)) {
      let path = model.path(id)
      findings.report(
        "nothing asks for category `\(path)`: no threat template and no threat has it", about: id,
        at: model.headingRange(id),
        help:
          "declare a template with `category: \(path)`, or a threat where it can happen, or delete it"
      )
    }
  }
}
