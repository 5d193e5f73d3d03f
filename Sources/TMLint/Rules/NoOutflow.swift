// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let noOutflow = Rule(
    "no-outflow", .warning, "A process receives data and sends none.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    let found = context.oneSidedProcesses(
      has: context.movement.incoming, lacks: context.movement.outgoing)
    for (process, flow) in found {
      findings.report(
        "process `\(model.path(process))` receives data and sends none",
        about: process, at: model.headingRange(process),
        secondary: [Label(model.headingRange(flow), "data comes in here")],
        help: "add a flow for what it does with the data; if the data rests here, make it a `store`"
      )
    }
  }
}
