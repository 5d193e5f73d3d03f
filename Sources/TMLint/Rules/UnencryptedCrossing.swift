// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unencryptedCrossing = Rule(
    "unencrypted-crossing", .warning,
    "A flow crosses a boundary and nothing says that it is encrypted.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    for flow in context.protectableConnections {
      guard case .unstated? = context.clearCrossings[flow.entity],
        let crossing = context.tellingCrossing(flow, towards: flow.target)
      else { continue }
      var secondary = [context.label(crossing, of: flow)]
      for value in model.values(flow.entity, .protocol).prefix(1) {
        secondary.append(
          Label(
            model.range(of: value, in: flow.entity),
            "`\(model.word(value) ?? "")` alone does not say whether it encrypts"))
      }
      let isDenied = model.entry(flow.entity, .encrypted) != nil
      findings.report(
        "flow `\(model.path(flow.entity))` crosses `\(model.path(crossing.boundary))` "
          + (isDenied ? "unencrypted" : "and nothing encrypts it"),
        about: flow.entity, at: context.range(of: .encrypted, orHeadingOf: flow.entity),
        secondary: secondary, help: context.encryptionHelp(flow))
    }
  }
}
