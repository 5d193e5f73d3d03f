// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let neverRead = Rule(
    "never-read", .warning, "A data store is written and never read.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.all(.store)
    where context.movement.outgoing(id) == nil
      && model.boolean(id, .log) != true
    {
      guard let flow = context.movement.incoming(id) else { continue }
      findings.report(
        "data store `\(model.path(id))` is written and never read",
        about: id, at: model.headingRange(id),
        secondary: [Label(model.headingRange(flow), "written here")],
        help: "add the flow that reads it, or write `log: yes` if it is kept as a record")
    }
  }
}
