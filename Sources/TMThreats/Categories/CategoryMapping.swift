// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How the categories of STRIDE and of confidentiality, integrity and availability (CIA) correspond.
///
/// LINDDUN has no counterpart in either: its categories are about what a person can expect, even from
/// those who may have the data.
extension ThreatCategory {
  /// What a threat of a STRIDE category is called under CIA: the properties that are lost with it.
  ///
  /// Whoever poses as somebody else reads and says things in their name; what can be denied cannot be
  /// relied on; whoever gains rights can do all three.
  package var cia: [ThreatCategory] {
    switch self {
    case .spoofing: [.confidentiality, .integrity]
    case .tampering: [.integrity]
    case .repudiation: [.integrity]
    case .informationDisclosure: [.confidentiality]
    case .denialOfService: [.availability]
    case .elevationOfPrivilege: [.confidentiality, .integrity, .availability]
    case .linking, .identifying, .nonRepudiation, .detecting, .dataDisclosure, .unawareness,
      .nonCompliance, .confidentiality, .integrity, .availability, .own:
      []
    }
  }

  /// What a threat of a CIA category is called under STRIDE.
  package var stride: [ThreatCategory] {
    ThreatCategory.cia.contains(self) ? [twin].compactMap { $0 } : []
  }

  /// The category of the other method that violates the same property, and so asks the same
  /// question.
  ///
  /// Where both ask it of one thing, the threat is listed once, under STRIDE; and a control that names
  /// one of the two answers the other. Spoofing, for example, has no twin: a control that keeps
  /// content intact does not keep anybody from posing as the sender.
  package var twin: ThreatCategory? {
    switch self {
    case .tampering: .integrity
    case .informationDisclosure: .confidentiality
    case .denialOfService: .availability
    case .integrity: .tampering
    case .confidentiality: .informationDisclosure
    case .availability: .denialOfService
    case .spoofing, .repudiation, .elevationOfPrivilege, .linking, .identifying, .nonRepudiation,
      .detecting, .dataDisclosure, .unawareness, .nonCompliance, .own:
      nil
    }
  }
}
