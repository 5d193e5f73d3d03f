// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unusedPort = Rule(
    "unused-port", .warning, "A physical or debug port that no flow uses is not disabled.",
    evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    for interface in context.unusedInterfaces where context.isReachablePort(interface) {
      var secondary: [Label] = []
      for exposed in model.references(interface, .exposes).prefix(4) {
        secondary.append(Label(model.nameRange(exposed), "reachable through the port"))
      }
      let path = model.path(interface)
      let kind = model.isDebugPort(interface) ? "debug port" : "port"
      findings.report(
        "no flow goes through \(kind) `\(path)`, and nothing disables it",
        about: interface, at: model.headingRange(interface), secondary: secondary,
        help: "add the flow of whoever uses it, or `disabled: yes` if the product as shipped "
          + "has it switched off")
    }
  }
}

extension LintContext {
  /// The interfaces in scope that no flow goes through and that are not disabled; those of external
  /// entities are for others to disable.
  var unusedInterfaces: some Sequence<EntityID> {
    model.allEntities.lazy.filter { id in
      model[id].keyword == .interface
        && model.flows(through: id).isEmpty
        && model.boolean(id, .disabled) != true
        && model[id].parent.map { model[$0].keyword } != .external
        && model.isInScope(id)
    }
  }

  /// Whether somebody at the device can plug into the interface, or touches it as the model says.
  func isReachablePort(_ interface: EntityID) -> Bool {
    model.isPort(interface) || model.isDebugPort(interface)
      || model.boolean(interface, .physical) == true
  }
}
