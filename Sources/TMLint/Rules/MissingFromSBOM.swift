// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSource

extension Rule {
  static let missingFromSBOM = Rule(
    "missing-from-sbom", .warning, "A declared component is not in the SBOM."
  ) { context, findings in
    for component in context.software.components
    where component.hasBill && component.entry == nil {
      findings.report(
        "\(context.phrase(component)) is not in the SBOM",
        about: component.entity, at: context.model.headingRange(component.entity),
        secondary: context.placeLabel(component, "contains it"),
        help: "give both the same `purl` or `cpe`, add it to the SBOM, or take it out of the model")
    }
  }
}
