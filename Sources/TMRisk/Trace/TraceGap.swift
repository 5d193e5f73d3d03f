// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// A link that is missing between an asset and the evidence that it is protected.
package struct TraceGap: Hashable, Sendable {
  /// What is missing; the words stand in JSON and CSV.
  package enum Kind: String, CaseIterable, Sendable {
    case untreatedThreat = "untreated-threat"
    case mitigatedWithoutControl = "mitigated-without-control"
    case missingResidual = "missing-residual"
    case plannedControl = "planned-control"
    case idleControl = "idle-control"
    case controlWithoutRequirement = "control-without-requirement"
    case unusedRequirement = "unused-requirement"
    case requirementWithoutVerification = "requirement-without-verification"
    case plannedVerification = "planned-verification"
    case failedVerification = "failed-verification"
    case unusedVerification = "unused-verification"
    case undeclaredVerification = "undeclared-verification"

    /// The gap in words.
    package var text: String {
      switch self {
      case .untreatedThreat: "the threat has no treatment"
      case .mitigatedWithoutControl: "no control in place and no property answers the threat"
      case .missingResidual: "the threat is rated and mitigated, and has no residual rating"
      case .plannedControl: "a threat rests on this control, which is not in place"
      case .idleControl: "the control answers no threat"
      case .controlWithoutRequirement: "the control satisfies no requirement"
      case .unusedRequirement: "no control satisfies the requirement"
      case .requirementWithoutVerification: "nothing verifies the requirement"
      case .plannedVerification: "the verification is only planned"
      case .failedVerification: "the verification failed"
      case .unusedVerification: "the verification verifies nothing"
      case .undeclaredVerification: "it names a verification that nobody declares"
      }
    }
  }

  /// What a gap is reported at.
  package enum Place: Hashable, Sendable {
    /// A threat, by its place in the register.
    case threat(Int)
    case declaration(EntityID)
  }

  package let kind: Kind
  package let place: Place
}
