// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unusedInterface = Rule(
    "unused-interface", .warning, "An interface that no flow goes through is not disabled.",
    evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    for interface in context.unusedInterfaces where !context.isReachablePort(interface) {
      // Nothing but current goes through it.
      if model.words(interface, .kind) == ["power"] { continue }
      let path = model.path(interface)
      var secondary: [Label] = []
      if let element = model[interface].parent {
        secondary.append(
          Label(model.nameRange(element), "a flow that ends here can name it with `via: \(path)`"))
      }
      findings.report(
        "no flow goes through interface `\(path)`, and nothing disables it",
        about: interface, at: model.headingRange(interface), secondary: secondary,
        help: "name it in the `via` of the flows that use it, or add `disabled: yes`")
    }
  }
}
