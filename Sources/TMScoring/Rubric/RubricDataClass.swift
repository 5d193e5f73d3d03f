// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A kind of data or function whose loss the rubric asks about.
package enum RubricDataClass: CaseIterable, Sendable {
  // The raw order is that of asking: what can harm a patient comes first.
  case therapy
  case diagnosis
  case patientData
  case workflow
  case system
  case other

  /// What a sentence calls it.
  package var title: String {
    switch self {
    case .therapy: "the delivery of therapy"
    case .diagnosis: "diagnosis or monitoring"
    case .patientData: "patients' data (PHI, PII)"
    case .workflow: "the clinical workflow"
    case .system: "private data of the system or its users, such as passwords and keys"
    case .other: "anything else that is critical or sensitive"
    }
  }

  /// Short, for a reason.
  package var name: String {
    switch self {
    case .therapy: "therapy"
    case .diagnosis: "diagnosis or monitoring"
    case .patientData: "patients' data"
    case .workflow: "clinical workflow"
    case .system: "system and user data"
    case .other: "other"
    }
  }
}
