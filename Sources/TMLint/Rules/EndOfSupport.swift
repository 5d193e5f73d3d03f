// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let endOfSupport = Rule(
    "end-of-support", .warning, "The support of a component has ended."
  ) { context, findings in
    for component in context.software.components {
      guard case .ended(let end) = component.support else { continue }
      findings.report(
        "support of \(context.phrase(component)) ended on \(end)",
        about: component.entity,
        at: context.range(of: .endOfSupport, orHeadingOf: component.entity),
        secondary: context.placeLabel(component, "contains it"),
        help: "bring in a supported version, or excuse it with what stands in for the support")
    }
  }
}
