// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax

extension Rule {
  static let wrongComponentID = Rule(
    "wrong-component-id", .error, "The `purl` or `cpe` of a component is none."
  ) { context, findings in
    for fault in context.software.faults {
      findings.report(
        "`\(fault.property.word)` of component `\(context.model.path(fault.entity))` "
          + fault.fault.reason,
        about: fault.entity, at: context.range(of: fault.property, orHeadingOf: fault.entity),
        help: fault.fault.help)
    }
  }
}
