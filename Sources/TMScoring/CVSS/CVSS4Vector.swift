// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A vector of version 4.0 with its score.
package struct CVSS4Vector: CVSSVector {
  package let selection: CVSSSelection

  private typealias Slot = CVSS4Metrics.Slot

  init(_ selection: CVSSSelection) { self.selection = selection }

  package var version: CVSSVersion { .v40 }

  package func with(_ selection: CVSSSelection) -> CVSS4Vector { CVSS4Vector(selection) }

  package var score: Score { Score(tenths: CVSS4Equations(self).tenths) }

  package var groupScores: [GroupScore] { [GroupScore(name: nomenclature, score: score)] }

  /// Which groups of metrics the score rests on: "CVSS-B", "CVSS-BT", "CVSS-BE" or "CVSS-BTE".
  package var nomenclature: String {
    let environment = Slot.confidentialityRequirement..<Slot.safety
    return "CVSS-B" + (selection[Slot.exploitMaturity] == nil ? "" : "T")
      + (selection.isAnyDefined(environment) ? "E" : "")
  }

  package var macroVector: CVSS4MacroVector { CVSS4Equations(self).macroVector }

  package var exploitability: ExploitabilityLevel {
    let vector = macroVector
    switch vector.eq1 + vector.eq2 + vector.eq5 {
    case ...1: return .high
    case 2: return .medium
    default: return .low
    }
  }
}
