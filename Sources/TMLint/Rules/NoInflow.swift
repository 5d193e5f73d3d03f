// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let noInflow = Rule(
    "no-inflow", .warning, "A process sends data and receives none.", evidence: .absence
  ) { context, findings in
    let model = context.model
    for id in model.all(.process) where context.movement.incoming(id) == nil {
      guard let flow = context.movement.outgoing(id) else { continue }
      findings.report(
        "process `\(model.path(id))` sends data and receives none",
        about: id, at: model.headingRange(id),
        secondary: [Label(model.headingRange(flow), "data goes out here")],
        help: "add a flow for where its data comes from; "
          + "if the data arises outside the system, make it an `external`")
    }
  }
}
