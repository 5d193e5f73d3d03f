// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let sensitiveInClear = Rule(
    "sensitive-in-clear", .error,
    "A sensitive asset crosses a boundary and nothing encrypts it.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    for flow in context.protectableConnections {
      guard case .sensitive(let assets)? = context.clearCrossings[flow.entity],
        let crossing = context.tellingCrossing(flow, towards: flow.target)
      else { continue }
      var secondary = assets.prefix(4).map { asset in
        Label(model.nameRange(asset), "reading this does harm: \(sensitivity(asset, model))")
      }
      if let value = context.clearTextProtocol(flow) {
        secondary.append(context.clearTextLabel(value, of: flow))
      }
      secondary.append(context.label(crossing, of: flow))
      findings.report(
        "flow `\(model.path(flow.entity))` carries \(context.list(assets)) across "
          + "`\(model.path(crossing.boundary))` in the clear",
        about: flow.entity, at: context.range(of: .encrypted, orHeadingOf: flow.entity),
        secondary: secondary, help: context.encryptionHelp(flow, hiding: assets))
    }
  }

  /// The property that makes an asset sensitive, as it is written.
  private static func sensitivity(_ asset: EntityID, _ model: Model) -> String {
    if model.word(asset, .confidentiality) == "high" { return "`confidentiality: high`" }
    return "`class: \(model.words(asset, .class).joined(separator: ", "))`"
  }
}
