// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let clearTextProtocol = Rule(
    "clear-text-protocol", .warning,
    "A flow crosses a boundary over a clear-text protocol and nothing encrypts it.",
    evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    for flow in context.protectableConnections {
      guard case .clearText(let value)? = context.clearCrossings[flow.entity],
        let crossing = context.tellingCrossing(flow, towards: flow.target)
      else { continue }
      findings.report(
        "flow `\(model.path(flow.entity))` crosses `\(model.path(crossing.boundary))` "
          + "in clear text over `\(model.word(value) ?? "")`",
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: [
          context.clearTextLabel(value, of: flow), context.label(crossing, of: flow),
        ],
        help: context.encryptionHelp(flow))
    }
  }
}
