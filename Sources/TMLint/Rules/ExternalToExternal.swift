// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let externalToExternal = Rule(
    "external-to-external", .warning, "A flow runs from one external entity to another.",
    reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows
    where flow.source != flow.target && model[flow.source].keyword == .external
      && model[flow.target].keyword == .external
    {
      findings.report(
        "flow `\(model.path(flow.entity))` runs between two external entities",
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: [
          Label(model.nameRange(flow.source), "an external entity"),
          Label(model.nameRange(flow.target), "an external entity"),
        ],
        notes: ["what passes between two parties outside the system is not part of the model"],
        help: "add the process of the system that takes part in it, or delete the flow")
    }
  }
}
