// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a product is not affected, in the words of the standards.
package enum VEXJustification: String, CaseIterable, Sendable {
  case componentNotPresent = "component_not_present"
  case codeNotPresent = "vulnerable_code_not_present"
  case codeNotInPath = "vulnerable_code_not_in_execute_path"
  case notControllable = "vulnerable_code_cannot_be_controlled_by_adversary"
  case mitigated = "inline_mitigations_already_exist"

  /// The word of CycloneDX.
  package var ofCycloneDX: String {
    switch self {
    case .componentNotPresent, .codeNotPresent: "code_not_present"
    case .codeNotInPath: "code_not_reachable"
    case .notControllable: "requires_environment"
    case .mitigated: "protected_by_mitigating_control"
    }
  }

  /// Reads a word of any of the standards, with hyphens or not.
  package init?(word: String) {
    let plain = word.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }.joined(
      separator: "_")
    if let known = Self(rawValue: plain) {
      self = known
      return
    }
    switch plain {
    case "code_not_present", "requires_dependency": self = .codeNotPresent
    case "code_not_reachable": self = .codeNotInPath
    case "requires_configuration", "requires_environment": self = .notControllable
    case "protected_by_compiler", "protected_at_runtime", "protected_at_perimeter",
      "protected_by_mitigating_control":
      self = .mitigated
    default: return nil
    }
  }
}
