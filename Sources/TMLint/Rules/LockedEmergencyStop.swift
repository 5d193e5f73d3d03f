// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let lockedEmergencyStop = Rule(
    "locked-emergency-stop", .error,
    "Who wants to stop something in an emergency has to log in first.", reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows
    where model.isInScope(flow.entity) && model.isEmergencyStop(flow) {
      guard model.boolean(flow.source, .human) == true,
        let value = model.values(flow.entity, .authenticated).first(where: {
          model.word($0) != "no"
        })
      else { continue }
      let login = model.word(value).map { "`\($0)`" } ?? "a login"
      findings.report(
        "flow `\(model.path(flow.entity))` stops something in an emergency, and asks for \(login) first",
        about: flow.entity, at: model.range(of: value, in: flow.entity),
        notes: ["nobody may be kept from stopping it"],
        help:
          "leave out `authenticated`, and let the place decide who gets at the stop: what keeps "
          + "others from it is a control of the boundary or the interface")
    }
  }
}
