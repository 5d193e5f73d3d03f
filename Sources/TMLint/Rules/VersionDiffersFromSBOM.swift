// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax

extension Rule {
  static let versionDiffersFromSBOM = Rule(
    "version-differs-from-sbom", .warning,
    "Model and SBOM disagree about the version of a component."
  ) { context, findings in
    for component in context.software.components {
      guard let other = component.differingVersion(in: context.model),
        let own = context.model.text(component.entity, .version)
      else { continue }
      findings.report(
        "\(context.phrase(component)) has version `\(own)`, and `\(other)` in the SBOM",
        about: component.entity, at: context.range(of: .version, orHeadingOf: component.entity),
        help: "write the version that is built into the product; both are matched with "
          + "vulnerabilities until then")
    }
  }
}
