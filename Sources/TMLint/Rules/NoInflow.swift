// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let noInflow = Rule(
    "no-inflow", .warning, "A process sends data and receives none.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    let found = context.oneSidedProcesses(
      has: context.movement.outgoing, lacks: context.movement.incoming)
    for (process, flow) in found {
      findings.report(
        "process `\(model.path(process))` sends data and receives none",
        about: process, at: model.headingRange(process),
        secondary: [Label(model.headingRange(flow), "data goes out here")],
        help: "add a flow for where its data comes from; "
          + "if the data arises outside the system, make it an `external`")
    }
  }
}
