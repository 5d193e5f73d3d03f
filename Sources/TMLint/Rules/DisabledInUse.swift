// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let disabledInUse = Rule(
    "disabled-in-use", .error, "A flow goes through an interface that is disabled.", reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows {
      for interface in model.interfaces(of: flow.entity)
      where model.boolean(interface, .disabled) == true {
        let via = model.values(flow.entity, .via).first { value in
          guard case .entity(interface) = value.content else { return false }
          return true
        }
        let path = model.path(interface)
        findings.report(
          "flow `\(model.path(flow.entity))` goes through `\(path)`, which is disabled",
          about: flow.entity,
          at: via.map { model.range(of: $0, in: flow.entity) }
            ?? model.headingRange(flow.entity),
          secondary: [
            Label(context.range(of: .disabled, orHeadingOf: interface), "disabled here")
          ],
          help: "delete `disabled: yes` from `\(path)`, or send the flow another way")
      }
    }
  }
}
