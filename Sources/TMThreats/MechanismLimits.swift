// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a mechanism can do at most, wherever it stands: the judgement of this project.
package enum MechanismLimits {
  /// Whether something of a family can do anything against a category.
  static func may(_ family: String, _ category: ThreatCategory) -> Bool {
    guard let reached = reach[family] else { return true }
    return reached.contains(category) || category.twin.map(reached.contains) ?? false
  }

  /// Whether a mechanism, as it is written, can do anything against a category somewhere; nil for a word
  /// of which nothing is known.
  package static func mayReach(_ word: String, _ category: ThreatCategory) -> Bool? {
    if Weakness(word) != nil { return nil }
    let families = Mechanisms.families(of: word)
    return families.isEmpty ? nil : families.contains { may($0, category) }
  }

  /// Whether something of a family may be named against a special attack although it does other work than
  /// what the template expects.
  static func isNamedBesides(_ family: String, _ template: String) -> Bool {
    switch template {
    // A limit in hardware holds in every mode.
    case "non-production-mode": family == "range-check"
    // What does not fit the order is not filed.
    case "misfiled-findings", "wrong-patient-linked":
      family == "range-check" || family == "input-validation"
    // What somebody reaches there is ciphertext.
    case "broken-access-control", "object-access", "others-records", "mixed-owners",
      "bypassed-service", "forgotten-version":
      ["aes", "aead", Mechanisms.storage].contains(family)
    default: false
    }
  }

  /// Whether two mechanisms do work of one kind, so that one may stand where the other is expected.
  static func doAlike(_ one: String, _ other: String) -> Bool {
    kinds.contains { $0.contains(one) && $0.contains(other) }
  }

  /// People prevent nothing on a path and records hide nothing; what limits or restores does not hide; what
  /// encrypts does not keep a service up, and what filters a network proves nobody.
  private static let reach: [String: Set<ThreatCategory>] = {
    let people: Set<ThreatCategory> = [
      .spoofing, .repudiation, .informationDisclosure, .dataDisclosure, .unawareness,
      .nonCompliance, .elevationOfPrivilege,
    ]
    let review = people.union([.tampering, .integrity, .denialOfService])
    let records: Set<ThreatCategory> = people.union([
      .tampering, .integrity, .denialOfService, .availability,
    ]).subtracting([.informationDisclosure, .dataDisclosure])
    let restoring: Set<ThreatCategory> = [
      .denialOfService, .availability, .tampering, .integrity,
    ]
    let channel: Set<ThreatCategory> = [
      .spoofing, .tampering, .integrity, .informationDisclosure, .dataDisclosure,
      .confidentiality, .linking, .identifying, .detecting, .nonRepudiation, .nonCompliance,
    ]
    let privacy: Set<ThreatCategory> = [
      .linking, .identifying, .detecting, .informationDisclosure, .dataDisclosure,
      .nonRepudiation, .nonCompliance,
    ]
    return [
      "training": people, "review": review, "audit-log": records,
      "rate-limit": [
        .denialOfService, .availability, .spoofing, .elevationOfPrivilege, .informationDisclosure,
      ],
      "backup": restoring, "redundancy": restoring.union([.spoofing]), "fallback": restoring,
      "watchdog": restoring.union([.elevationOfPrivilege]),
      "frequency-hopping": [.denialOfService, .availability, .detecting, .linking],
      "address-rotation": [.linking, .identifying, .detecting, .informationDisclosure],
      "range-check": [
        .spoofing, .tampering, .integrity, .repudiation, .denialOfService, .availability,
        .elevationOfPrivilege,
      ],
      "tls": channel, "aes": channel.subtracting([.spoofing]),
      Mechanisms.storage: channel.subtracting([.spoofing]),
      "de-identification": privacy, "erasure": privacy,
      "salted-hash": [.informationDisclosure, .confidentiality, .spoofing],
      "version-check": [.tampering, .integrity, .spoofing, .elevationOfPrivilege],
      "distance-bounding": [.spoofing],
      "freshness": [.spoofing, .tampering, .integrity, .repudiation],
      "sequence-number": [.spoofing, .tampering, .integrity, .repudiation],
      "parameterised-query": [
        .tampering, .integrity, .informationDisclosure, .confidentiality, .elevationOfPrivilege,
      ],
    ]
  }()

  /// Mechanisms by the work that they do.
  private static let kinds: [Set<String>] = [
    // They prove who somebody is, or what is genuine.
    [
      "signature", "mac", "aead", "tls", "certificate", "password", "mfa", "passkey", "hsm",
      "freshness", "sequence-number", "version-check", "distance-bounding", "anti-forgery-token",
      "secure-boot",
    ],
    // They hide.
    [
      "aes", "aead", "tls", "hsm", "de-identification", "salted-hash", "erasure",
      "address-rotation", Mechanisms.storage,
    ],
    // They look at what comes in.
    [
      "input-validation", "output-encoding", "parameterised-query", "range-check", "malware-scan",
      "application-allow-list", "anti-forgery-token",
    ],
    // They bound what somebody may.
    [
      "role-based-access", "access-check", "least-privilege", "application-allow-list", "review",
      "segmentation", "mfa", "passkey", "password", "certificate", "signature", "mac", "aead",
      "erasure",
    ],
    // They slow down or outdo who guesses.
    ["password", "mfa", "passkey", "certificate", "rate-limit"],
    // They bound who gets there.
    [
      "firewall", "segmentation", "address-allow-list", "application-allow-list", "rate-limit",
      "tamper-seal",
    ],
    // They keep it going.
    ["backup", "redundancy", "fallback", "watchdog", "rate-limit", "frequency-hopping"],
  ]
}
