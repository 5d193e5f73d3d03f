// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let noOutflow = Rule(
    "no-outflow", .warning, "A process receives data and sends none.", evidence: .absence
  ) { context, findings in
    let model = context.model
    for id in model.all(.process) where context.movement.outgoing(id) == nil {
      guard let flow = context.movement.incoming(id) else { continue }
      findings.report(
        "process `\(model.path(id))` receives data and sends none",
        about: id, at: model.headingRange(id),
        secondary: [Label(model.headingRange(flow), "data comes in here")],
        help: "add a flow for what it does with the data; if the data rests here, make it a `store`"
      )
    }
  }
}
