// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A category of threat: of STRIDE, of LINDDUN, of confidentiality, integrity and availability, or one
/// that a model declares beside them.
package enum ThreatCategory: Sendable, Hashable, Comparable {
  case spoofing
  case tampering
  case repudiation
  case informationDisclosure
  case denialOfService
  case elevationOfPrivilege
  case linking
  case identifying
  case nonRepudiation
  case detecting
  case dataDisclosure
  case unawareness
  case nonCompliance
  case confidentiality
  case integrity
  case availability
  case own(OwnCategory)

  /// The six of STRIDE, in the order of the acronym.
  package static let stride: [ThreatCategory] = [
    .spoofing, .tampering, .repudiation, .informationDisclosure, .denialOfService,
    .elevationOfPrivilege,
  ]

  /// The seven of LINDDUN, in the order of the acronym.
  package static let linddun: [ThreatCategory] = [
    .linking, .identifying, .nonRepudiation, .detecting, .dataDisclosure, .unawareness,
    .nonCompliance,
  ]

  /// The three of confidentiality, integrity and availability.
  package static let cia: [ThreatCategory] = [.confidentiality, .integrity, .availability]

  /// Those of all methods, in the order of listings.
  package static let ofMethods = stride + linddun + cia

  /// The category of a method that models write so; nil for any other word.
  package init?(method word: String) {
    guard let found = Self.byWord[word] else { return nil }
    self = found
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: ofMethods.map { ($0.rawValue, $0) })

  /// The word that models, tables and data have for it.
  package var rawValue: String {
    switch self {
    case .spoofing: "spoofing"
    case .tampering: "tampering"
    case .repudiation: "repudiation"
    case .informationDisclosure: "information-disclosure"
    case .denialOfService: "denial-of-service"
    case .elevationOfPrivilege: "elevation-of-privilege"
    case .linking: "linking"
    case .identifying: "identifying"
    case .nonRepudiation: "non-repudiation"
    case .detecting: "detecting"
    case .dataDisclosure: "data-disclosure"
    case .unawareness: "unawareness"
    case .nonCompliance: "non-compliance"
    case .confidentiality: "confidentiality"
    case .integrity: "integrity"
    case .availability: "availability"
    case .own(let own): own.name
    }
  }

  /// The property that a threat of the category violates; nil where the model does not say it.
  ///
  /// STRIDE as in Shostack, Threat Modeling (2014); LINDDUN as in LINDDUN PRO.
  package var violatedProperty: String? {
    switch self {
    case .spoofing: "authentication"
    case .tampering, .integrity: "integrity"
    case .repudiation: "non-repudiation"
    case .informationDisclosure, .confidentiality: "confidentiality"
    case .denialOfService, .availability: "availability"
    case .elevationOfPrivilege: "authorization"
    case .linking: "unlinkability"
    case .identifying: "anonymity"
    case .nonRepudiation: "plausible deniability"
    case .detecting: "undetectability"
    case .dataDisclosure: "data minimisation"
    case .unawareness: "transparency"
    case .nonCompliance: "compliance"
    case .own(let own): own.violates
    }
  }

  /// The letters that tables use for the category.
  package var abbreviation: String {
    switch self {
    case .spoofing: "S"
    case .tampering: "T"
    case .repudiation: "R"
    case .informationDisclosure: "I"
    case .denialOfService: "D"
    case .elevationOfPrivilege: "E"
    case .linking: "L"
    case .identifying: "Id"
    case .nonRepudiation: "Nr"
    case .detecting: "De"
    case .dataDisclosure: "DD"
    case .unawareness: "U"
    case .nonCompliance: "Nc"
    case .confidentiality: "Con"
    case .integrity: "Int"
    case .availability: "Av"
    case .own(let own): own.abbreviation
    }
  }

  /// The position in listings: STRIDE first, each method in the order of its acronym, then the model's
  /// own by name.
  private var rank: Int {
    switch self {
    case .spoofing: 0
    case .tampering: 1
    case .repudiation: 2
    case .informationDisclosure: 3
    case .denialOfService: 4
    case .elevationOfPrivilege: 5
    case .linking: 6
    case .identifying: 7
    case .nonRepudiation: 8
    case .detecting: 9
    case .dataDisclosure: 10
    case .unawareness: 11
    case .nonCompliance: 12
    case .confidentiality: 13
    case .integrity: 14
    case .availability: 15
    case .own: 16
    }
  }

  package static func < (left: ThreatCategory, right: ThreatCategory) -> Bool {
    if case .own(let one) = left, case .own(let other) = right { return one.name < other.name }
    return left.rank < right.rank
  }
}
