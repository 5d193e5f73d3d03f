// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let neverWritten = Rule(
    "never-written", .warning, "A data store is read and never written.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.all(.store) where context.movement.incoming(id) == nil {
      guard let flow = context.movement.outgoing(id) else { continue }
      findings.report(
        "data store `\(model.path(id))` is read and never written",
        about: id, at: model.headingRange(id),
        secondary: [Label(model.headingRange(flow), "read here")],
        help:
          "add the flow that fills it, for example from the process that installs or updates its content"
      )
    }
  }
}
