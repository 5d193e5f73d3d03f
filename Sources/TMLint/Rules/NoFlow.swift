// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let noFlow = Rule(
    "no-flow", .warning, "No flow starts or ends at an element.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.allEntities
    where model[id].keyword.isElement && !context.movement.hasFlow(id) {
      findings.report(
        "no flow starts or ends at `\(model.path(id))`",
        about: id, at: model.headingRange(id),
        help: "add the flows it takes part in, or delete it")
    }
  }
}
