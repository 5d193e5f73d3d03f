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
    case "non-production-mode": ["range-check", "signature", "mac"].contains(family)
    // What does not fit the order is not filed.
    case "misfiled-findings", "wrong-patient-linked", "other-patient-shown":
      ["range-check", "input-validation", "access-check"].contains(family)
    // What was taken is compared with what its maker signed; who keeps a list of versions looks for others.
    case "poisoned-dependency": family == "signature"
    case "forgotten-version":
      ["review", "firewall"].contains(family) || isCiphertext(family, template)
    // What is signed for one is of no use to another.
    case "exceeded-rights", "object-access", "others-records":
      ["signature", "mac"].contains(family) || isCiphertext(family, template)
    // Only those who hold the key send it at all.
    case "elevation-of-privilege": ["signature", "mac", "aead"].contains(family)
    // What was changed there is found.
    case "menu-escape": family == "review"
    default: isCiphertext(family, template)
    }
  }

  /// Whether what somebody reaches there without rights is ciphertext to them.
  private static func isCiphertext(_ family: String, _ template: String) -> Bool {
    let reached: Set = [
      "object-access", "others-records", "mixed-owners", "bypassed-service", "forgotten-version",
    ]
    return reached.contains(template) && ["aes", "aead", Mechanisms.storage].contains(family)
  }

  /// Whether a mechanism does the work of another that a template expects, so that it may be named in its
  /// place.
  ///
  /// What proves who somebody is does not keep an old version from being installed, and no certificate
  /// keeps one update from reaching all devices: that both are about trust makes them no substitutes.
  static func standsIn(_ family: String, for wanted: String) -> Bool {
    standIns[wanted]?.contains(family) ?? false
  }

  /// Whether a mechanism against one kind of attack can be at work in a subject of threats.
  static func stands(_ family: String, at place: Keyword) -> Bool {
    narrowPlaces[family]?.contains(place) ?? true
  }

  private static let narrowPlaces: [String: Set<Keyword>] = [
    "freshness": [.flow, .interface, .external], "sequence-number": [.flow, .interface],
    "distance-bounding": [.flow, .interface, .external],
    "version-check": [.process, .asset, .interface],
    "address-rotation": [.flow, .interface, .external, .asset],
    "parameterised-query": [.store, .asset, .process], "salted-hash": [.store, .asset],
    "output-encoding": [.process, .interface, .flow],
    "anti-forgery-token": [.flow, .interface, .process],
    "de-identification": [.store, .asset, .flow],
  ]

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
    // What is proven genuine is no secret for that, and tells more of who made it.
    let genuineness: Set<ThreatCategory> = [
      .spoofing, .tampering, .integrity, .repudiation, .elevationOfPrivilege, .denialOfService,
      .availability, .informationDisclosure, .confidentiality, .nonCompliance,
    ]
    let filters = genuineness.subtracting([.repudiation]).union([.dataDisclosure, .detecting])
    return [
      "training": people, "review": review, "audit-log": records,
      "rate-limit": [
        .denialOfService, .availability, .spoofing, .elevationOfPrivilege, .informationDisclosure,
      ],
      "backup": restoring, "redundancy": restoring.union([.spoofing]), "fallback": restoring,
      "watchdog": restoring.union([.elevationOfPrivilege]),
      "frequency-hopping": [.denialOfService, .availability],
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
      "output-encoding": [
        .tampering, .integrity, .elevationOfPrivilege, .informationDisclosure, .spoofing,
      ],
      "anti-forgery-token": [.spoofing, .tampering, .integrity, .elevationOfPrivilege],
      "signature": genuineness, "mac": genuineness.union(channel),
      "secure-boot": genuineness, "firewall": filters, "segmentation": filters,
      "address-allow-list": filters, "malware-scan": filters.subtracting([.detecting]),
      "application-allow-list": filters.subtracting([.detecting]),
      "parameterised-query": [
        .tampering, .integrity, .informationDisclosure, .confidentiality, .elevationOfPrivilege,
      ],
    ]
  }()

  /// What does the same work as a mechanism that templates name in `answered-with`, by that mechanism.
  private static let standIns: [String: Set<String>] = [
    // Whoever may make what is genuine.
    "signature": ["mac", "aead"], "mac": ["signature", "aead"], "aead": ["mac", "signature"],
    "secure-boot": ["hsm"],
    "certificate": ["mac", "passkey"],
    // A channel refuses what was recorded.
    "freshness": ["sequence-number", "tls"], "sequence-number": ["freshness", "tls"],
    "anti-forgery-token": ["freshness"],
    // Whoever is shown not to be the owner gets nothing.
    "access-check": ["role-based-access", "least-privilege"],
    "role-based-access": ["access-check", "least-privilege"],
    "least-privilege": ["access-check", "role-based-access", "segmentation"],
    // Who gets there.
    "firewall": ["segmentation", "address-allow-list"],
    "segmentation": ["firewall", "address-allow-list"],
    "address-allow-list": ["firewall", "segmentation"],
    "application-allow-list": ["malware-scan", "signature", "secure-boot"],
    "malware-scan": ["application-allow-list"],
    // What comes in.
    "output-encoding": ["input-validation"], "range-check": ["input-validation"],
    // What hides it from whoever has it.
    "salted-hash": ["hsm", "aes", "aead", Mechanisms.storage],
    "de-identification": ["erasure"],
    "erasure": ["access-check", "de-identification"],
    // What keeps it going.
    "backup": ["fallback"], "fallback": ["redundancy"], "redundancy": ["fallback"],
    "watchdog": ["redundancy"], "frequency-hopping": ["redundancy"],
    "rate-limit": ["firewall", "segmentation", "address-allow-list", "redundancy", "fallback"],
  ]
}
