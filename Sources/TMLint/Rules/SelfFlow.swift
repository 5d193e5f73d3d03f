// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let selfFlow = Rule(
    "self-flow", .warning, "A flow runs from an element to itself.", reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows where flow.source == flow.target {
      findings.report(
        "flow `\(model.path(flow.entity))` runs from `\(model.path(flow.source))` to itself",
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: [Label(model.nameRange(flow.source), "both ends are here")],
        notes: ["what happens inside an element is not a data flow"],
        help: "delete it, or declare inside the element the parts that the data moves between")
    }
  }
}
