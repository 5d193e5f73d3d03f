// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the mechanisms of a control can do against a general threat, by where it happens: the judgement
/// of this project.
///
/// Roles do not keep anybody from reading along on a wire, and a backup does not keep a line up. A control
/// that says how it works counts where one of its mechanisms can do something; one that does not say it, or
/// uses a word of its author's own, is taken at its word. Templates of special attacks name what answers
/// them themselves, and are not asked here.
enum MechanismReach {
  /// Whether one of a control's mechanisms can do something against a threat.
  ///
  /// - Parameter place: the declaration through which the control counts; nil where the triage or decision
  ///   of the threat names it.
  static func works(
    _ mechanisms: [String], against threat: Threat, through place: EntityID?, in model: Model
  ) -> Bool {
    if mechanisms.isEmpty { return true }
    guard var able = able(threat, model) else { return true }
    // What is signed goes to whoever poses as the receiver, too.
    if threat.template?.name == "spoofed-target" { able.subtract(["signature", "review"]) }
    let far = place.map { channels(at: $0, threat, model) } ?? []
    return mechanisms.contains { word in
      guard let family = family(of: word) else { return true }
      return able.contains(family) && !far.contains(family)
    }
  }

  /// The mechanisms that can do something against a threat; nil where nothing is known of it.
  private static func able(_ threat: Threat, _ model: Model) -> Set<String>? {
    switch model[threat.about].keyword {
    case .asset, .store: return atRest[property(threat.category)] ?? nil
    case .flow:
      guard let flow = model.graph.flow(threat.about) else { return nil }
      if model.isPhysicalSignal(flow) { return ofSignals[property(threat.category)] ?? nil }
      let byHand = model.isInPerson(flow)
      return (byHand ? byHandOf : onTheWay)[property(threat.category)] ?? nil
    case .interface: return atAPort[property(threat.category)] ?? nil
    default: return nil
    }
  }

  /// What works on a flow only where the flow, its port or its data names it.
  ///
  /// That messages of a device carry a code says nothing of each line that ends at the device. Logins and
  /// certificates belong to the ends, and to no boundary.
  private static func channels(
    at place: EntityID, _ threat: Threat, _ model: Model
  ) -> Set<String> {
    guard model[threat.about].keyword == .flow else { return [] }
    switch model[place].keyword {
    case .boundary: return Self.channels.union(Self.logins)
    case .process, .store, .external: return Self.channels
    default: return []
    }
  }

  private static let channels: Set = ["signature", "mac", "aead", "tls", "aes", "secure-boot"]
  private static let logins: Set = ["certificate", "password", "mfa", "passkey", "hsm", "review"]

  /// A category as the one of STRIDE that the same things work against.
  private static func property(_ category: ThreatCategory) -> ThreatCategory {
    switch category {
    case .confidentiality, .dataDisclosure: .informationDisclosure
    case .integrity: .tampering
    case .availability: .denialOfService
    default: category
    }
  }

  /// A mechanism without its version: `tls-1.3` is `tls`; nil for a word that the program does not know.
  private static func family(of word: String) -> String? {
    let known = Mechanisms.known(word)
    guard Vocabulary.mechanisms.words.contains(known) else {
      return Mechanisms.isUnclear(word) ? word : nil
    }
    for family in ["tls", "aes"] where known.hasPrefix(family + "-") { return family }
    return known
  }

  private static let onTheWay: [ThreatCategory: Set<String>] = [
    .spoofing: [
      "signature", "mac", "aead", "tls", "aes", "certificate", "password", "mfa", "passkey", "hsm",
      "segmentation", "tamper-seal", "review",
    ],
    .tampering: [
      "signature", "mac", "aead", "tls", "aes", "certificate", "hsm", "secure-boot", "segmentation",
      "tamper-seal", "review", "redundancy",
    ],
    .informationDisclosure: [
      "aead", "tls", "aes", "certificate", "segmentation", "tamper-seal",
    ],
    .repudiation: ["audit-log", "signature", "mac", "certificate", "hsm", "review"],
    .denialOfService: [
      "rate-limit", "redundancy", "fallback", "watchdog", "segmentation", "frequency-hopping",
    ],
  ]

  /// Sounds, forces, light: no key proves them, and no cipher hides them.
  private static let ofSignals: [ThreatCategory: Set<String>] = [
    .spoofing: ["range-check", "redundancy", "tamper-seal", "review"],
    .tampering: ["range-check", "redundancy", "tamper-seal", "review", "watchdog"],
    .informationDisclosure: ["tamper-seal", "training", "review", "segmentation"],
    .repudiation: ["audit-log", "signature", "mac"],
    .denialOfService: ["range-check", "redundancy", "watchdog", "tamper-seal", "fallback"],
  ]

  /// What a person does at a key pad, a screen or a port.
  private static let byHandOf: [ThreatCategory: Set<String>] = [
    .spoofing: [
      "password", "mfa", "passkey", "certificate", "signature", "review", "tamper-seal",
    ],
    .informationDisclosure: [
      "password", "mfa", "passkey", "role-based-access", "access-check", "tamper-seal", "training",
      "review", "segmentation",
    ],
    .repudiation: ["audit-log", "signature", "mac", "certificate", "hsm", "review"],
  ]

  /// What somebody does at an interface. A signature on software proves no partner of a radio, and what
  /// protects messages bounds no rights.
  private static let atAPort: [ThreatCategory: Set<String>] = [
    .spoofing: [
      "password", "mfa", "passkey", "certificate", "aead", "mac", "tls", "segmentation",
      "tamper-seal", "review",
    ],
    .tampering: [
      "signature", "mac", "aead", "secure-boot", "certificate", "tamper-seal", "range-check",
      "review", "malware-scan", "application-allow-list", "password", "mfa", "passkey",
      "role-based-access", "access-check",
    ],
    .informationDisclosure: [
      "aes", "aead", "tls", "hsm", "tamper-seal", "access-check", "role-based-access",
      "least-privilege", "password", "mfa", "passkey", "certificate", "erasure",
    ],
    .denialOfService: [
      "rate-limit", "redundancy", "fallback", "watchdog", "segmentation", "firewall", "backup",
    ],
    .elevationOfPrivilege: [
      "input-validation", "range-check", "least-privilege", "role-based-access", "access-check",
      "password", "mfa", "passkey", "certificate", "signature", "secure-boot", "firewall",
      "segmentation", "address-allow-list", "application-allow-list", "malware-scan", "tamper-seal",
      "review",
    ],
  ]

  private static let atRest: [ThreatCategory: Set<String>] = [
    .tampering: [
      "signature", "mac", "aead", "aes", "hsm", "access-check", "role-based-access",
      "least-privilege", "secure-boot", "review", "backup", "redundancy", "tamper-seal",
      "segmentation", "range-check", "audit-log", "application-allow-list", "password", "mfa",
      "passkey", "certificate",
    ],
    .informationDisclosure: [
      "aead", "aes", "hsm", "access-check", "role-based-access", "least-privilege", "tamper-seal",
      "segmentation", "password", "mfa", "passkey", "certificate", "erasure",
      "application-allow-list",
    ],
    .denialOfService: [
      "backup", "redundancy", "fallback", "access-check", "role-based-access", "least-privilege",
      "segmentation", "tamper-seal", "range-check", "rate-limit",
    ],
  ]
}

extension Threat {
  /// Whether one of some mechanisms can do something against it where it happens.
  package func isWorkedAgainst(by mechanisms: [String], in model: Model) -> Bool {
    !Mechanisms.isNarrow(mechanisms)
      && MechanismReach.works(mechanisms, against: self, through: nil, in: model)
  }
}
