// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A base metric of CVSS 3 that the rubric decides; the raw value is its name in a vector.
package enum RubricMetric: String, CaseIterable, Sendable {
  case attackVector = "AV"
  case attackComplexity = "AC"
  case privilegesRequired = "PR"
  case userInteraction = "UI"
  case scope = "S"
  case confidentiality = "C"
  case integrity = "I"
  case availability = "A"

  package var title: String {
    switch self {
    case .attackVector: "Attack Vector"
    case .attackComplexity: "Attack Complexity"
    case .privilegesRequired: "Privileges Required"
    case .userInteraction: "User Interaction"
    case .scope: "Scope"
    case .confidentiality: "Confidentiality"
    case .integrity: "Integrity"
    case .availability: "Availability"
    }
  }

  /// The word for a value of the metric.
  package func word(_ value: String) -> String {
    switch (self, value) {
    case (.attackVector, "N"): "Network"
    case (.attackVector, "A"): "Adjacent"
    case (.attackVector, "L"): "Local"
    case (.attackVector, "P"): "Physical"
    case (.userInteraction, "R"): "Required"
    case (.scope, "U"): "Unchanged"
    case (.scope, "C"): "Changed"
    case (_, "H"): "High"
    case (_, "L"): "Low"
    default: "None"
    }
  }
}
