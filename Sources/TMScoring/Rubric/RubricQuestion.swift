// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A question of the MITRE "Rubric for Applying CVSS to Medical Devices" (version 0.12.04); the raw
/// value is its code.
///
/// The cases stand in the order of the rubric, which is that of the extended vector.
package enum RubricQuestion: String, CaseIterable, Sendable {
  case usesNetwork = "XAVN"
  case usesInternetLayers = "XAVT"
  case isWireless = "XAVW"
  case hasShortRange = "XAVR"
  case needsContact = "XAVP"
  case usesHumanInterface = "XAVPA"
  case atWill = "XACL"
  case hasLevels = "XPRL"
  case needsAuthorization = "XPRZ"
  case needsSystemLevel = "XPRS"
  case needsUser = "XUI"
  case changesScope = "XS"
  case readsPatientData = "XCP"
  case readsManyPatients = "XCPM"
  case changesPatientData = "XIP"
  case stopsPatientData = "XAP"
  case readsDiagnosis = "XCD"
  case changesDiagnosis = "XID"
  case stopsDiagnosis = "XAD"
  case readsTherapy = "XCT"
  case changesTherapy = "XIT"
  case stopsTherapy = "XAT"
  case readsWorkflow = "XCW"
  case changesWorkflow = "XIW"
  case stopsWorkflow = "XAW"
  case readsSystem = "XCS"
  case changesSystem = "XIS"
  case stopsSystem = "XAS"
  case readsOther = "XCO"
  case changesOther = "XIO"
  case stopsOther = "XAO"

  package var code: String { rawValue }

  /// The metric that the question belongs to.
  package var metric: RubricMetric {
    switch self {
    case .usesNetwork, .usesInternetLayers, .isWireless, .hasShortRange, .needsContact,
      .usesHumanInterface:
      .attackVector
    case .atWill: .attackComplexity
    case .hasLevels, .needsAuthorization, .needsSystemLevel: .privilegesRequired
    case .needsUser: .userInteraction
    case .changesScope: .scope
    case .readsPatientData, .readsManyPatients, .readsDiagnosis, .readsTherapy, .readsWorkflow,
      .readsSystem, .readsOther:
      .confidentiality
    case .changesPatientData, .changesDiagnosis, .changesTherapy, .changesWorkflow, .changesSystem,
      .changesOther:
      .integrity
    case .stopsPatientData, .stopsDiagnosis, .stopsTherapy, .stopsWorkflow, .stopsSystem,
      .stopsOther:
      .availability
    }
  }

  /// The data or function that an impact is on; nil for all other questions.
  package var dataClass: RubricDataClass? {
    switch self {
    case .readsPatientData, .changesPatientData, .stopsPatientData: .patientData
    case .readsDiagnosis, .changesDiagnosis, .stopsDiagnosis: .diagnosis
    case .readsTherapy, .changesTherapy, .stopsTherapy: .therapy
    case .readsWorkflow, .changesWorkflow, .stopsWorkflow: .workflow
    case .readsSystem, .changesSystem, .stopsSystem: .system
    case .readsOther, .changesOther, .stopsOther: .other
    case .usesNetwork, .usesInternetLayers, .isWireless, .hasShortRange, .needsContact,
      .usesHumanInterface, .atWill, .hasLevels, .needsAuthorization, .needsSystemLevel, .needsUser,
      .changesScope, .readsManyPatients:
      nil
    }
  }

  /// The answers that the question takes.
  package var answers: [RubricAnswer] {
    dataClass == nil ? [.yes, .no, .unknown] : [.high, .low, .none, .unknown]
  }

  /// The question about an impact on a kind of data.
  package static func impact(_ metric: RubricMetric, on data: RubricDataClass) -> RubricQuestion? {
    allCases.first { $0.metric == metric && $0.dataClass == data }
  }
}
