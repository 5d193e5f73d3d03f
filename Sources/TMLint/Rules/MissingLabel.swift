// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let missingLabel = Rule(
    "missing-label", .warning, "A flow has no title."
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows {
      if let title = model.ownTitle(flow.entity), title.contains(where: { !$0.isWhitespace }) {
        continue
      }
      if context.isDamaged(flow.entity) { continue }
      findings.report(
        "flow `\(model.path(flow.entity))` has no title",
        about: flow.entity, at: model.headingRange(flow.entity),
        help: "say after its ends, in quotes, what it does: `\"Sends readings\"`")
    }
  }
}
