// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let externalToStore = Rule(
    "external-to-store", .warning,
    "A flow runs straight between an external entity and a data store.", reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows {
      let store: EntityID
      let external: EntityID
      switch (model[flow.source].keyword, model[flow.target].keyword) {
      case (.external, .store): (external, store) = (flow.source, flow.target)
      case (.store, .external): (store, external) = (flow.source, flow.target)
      default: continue
      }
      findings.report(
        "flow `\(model.path(flow.entity))` runs straight between an external entity and a data store",
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: [
          Label(model.nameRange(external), "an external entity"),
          Label(model.nameRange(store), "a data store"),
        ],
        notes: ["a data store does nothing by itself: a process reads and writes it"],
        help: "add the process that reads or writes `\(model.path(store))` for "
          + "`\(model.path(external))`, and lead the flow through it")
    }
  }
}
