// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let storeToStore = Rule(
    "store-to-store", .warning, "A flow runs straight from one data store to another.",
    reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows
    where flow.source != flow.target && model[flow.source].keyword == .store
      && model[flow.target].keyword == .store
    {
      findings.report(
        "flow `\(model.path(flow.entity))` runs straight between two data stores",
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: [
          Label(model.nameRange(flow.source), "a data store"),
          Label(model.nameRange(flow.target), "a data store"),
        ],
        notes: ["a data store does nothing by itself: a process reads and writes it"],
        help: "add the process that copies the data, and lead the flow through it")
    }
  }
}
