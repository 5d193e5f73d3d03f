// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel

extension Rule {
  static let unmatchableComponent = Rule(
    "unmatchable-component", .warning,
    "A component lacks what vulnerabilities could be matched with."
  ) { context, findings in
    guard context.software.hasVulnerabilities else { return }
    for component in context.software.components {
      let lacking = [
        component.hasVersion ? nil : "version", component.hasIdentifier ? nil : "`purl` or `cpe`",
      ].compactMap { $0 }
      if lacking.isEmpty { continue }
      findings.report(
        "\(context.phrase(component)) has no \(lacking.joined(separator: " and no ")), so "
          + (component.hasIdentifier
            ? "whether it is vulnerable cannot be told"
            : "vulnerabilities cannot be matched with it"),
        about: component.entity, at: context.model.headingRange(component.entity),
        help: component.hasIdentifier
          ? "add `version`"
          : "add `purl: \"pkg:type/name@version\"`, or `cpe` for what has no package")
    }
  }
}
