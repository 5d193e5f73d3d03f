// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The tables of what works where, by the categories of STRIDE. What is not in the table of a place and
/// category does nothing there.
extension MechanismReach {
  static let onTheWay: [ThreatCategory: Set<String>] = [
    // Which of them proves the end that somebody poses as, is decided for each threat.
    .spoofing: [],
    .tampering: ["signature", "mac", "aead", "tls", "segmentation", "tamper-seal"],
    .informationDisclosure: ["aead", "tls", "aes", "segmentation", "tamper-seal"],
    .repudiation: ["audit-log", "signature", "mac"],
    // Whoever limits calls at the end of a path keeps nobody from blocking it.
    .denialOfService: [
      "redundancy", "fallback", "watchdog", "segmentation", "frequency-hopping",
    ],
  ]

  /// Sounds, forces, light: no key proves them, and no cipher hides them.
  static let ofSignals: [ThreatCategory: Set<String>] = [
    .spoofing: ["range-check", "redundancy", "tamper-seal", "review"],
    .tampering: ["range-check", "redundancy", "tamper-seal", "review", "watchdog"],
    .informationDisclosure: ["tamper-seal", "training", "review"],
    .repudiation: ["audit-log", "signature", "mac"],
    .denialOfService: ["range-check", "redundancy", "watchdog", "tamper-seal", "fallback"],
  ]

  /// What a person does at a key pad, a screen or a port.
  static let byHandOf: [ThreatCategory: Set<String>] = [
    .spoofing: [
      "password", "mfa", "passkey", "certificate", "signature", "review", "tamper-seal",
    ],
    .tampering: [
      "signature", "mac", "aead", "secure-boot", "application-allow-list", "malware-scan",
      "tamper-seal",
    ],
    .informationDisclosure: [
      "password", "mfa", "passkey", "role-based-access", "access-check", "tamper-seal", "training",
      "review",
    ],
    .repudiation: ["audit-log", "signature", "mac", "certificate", "hsm", "review"],
    .denialOfService: ["redundancy", "watchdog", "fallback", "tamper-seal"],
  ]

  /// What somebody does at an interface. A signature on software proves no partner of a radio, and what
  /// protects messages bounds no rights.
  static let atAPort: [ThreatCategory: Set<String>] = [
    .spoofing: [
      "password", "mfa", "passkey", "certificate", "aead", "mac", "tls", "tamper-seal", "review",
    ],
    .tampering: [
      "signature", "mac", "aead", "secure-boot", "certificate", "tamper-seal", "range-check",
      "review", "malware-scan", "application-allow-list", "password", "mfa", "passkey",
      "role-based-access", "access-check",
    ],
    .informationDisclosure: [
      "aes", "aead", "tls", "hsm", "tamper-seal", "access-check", "role-based-access",
      "least-privilege", "password", "mfa", "passkey", "certificate", "erasure",
      "storage-encryption",
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

  static let atRest: [ThreatCategory: Set<String>] = [
    .tampering: [
      "signature", "mac", "aead", "hsm", "access-check", "role-based-access", "least-privilege",
      "secure-boot", "review", "backup", "redundancy", "tamper-seal", "segmentation", "range-check",
      "application-allow-list", "password", "mfa", "passkey", "certificate",
    ],
    .repudiation: [
      "audit-log", "signature", "mac", "aead", "hsm", "access-check", "role-based-access",
      "least-privilege", "backup", "redundancy",
    ],
    .informationDisclosure: [
      "aead", "aes", "storage-encryption", "hsm", "access-check", "role-based-access",
      "least-privilege", "tamper-seal", "segmentation", "password", "mfa", "passkey", "certificate",
      "erasure", "application-allow-list",
    ],
    .denialOfService: [
      "backup", "redundancy", "fallback", "access-check", "role-based-access", "least-privilege",
      "segmentation", "tamper-seal", "range-check", "rate-limit",
    ],
  ]

  /// A program as such: its identity, its code, its rights. What protects a line or a network does not
  /// look into it.
  static let ofCode: [ThreatCategory: Set<String>] = [
    .spoofing: ["certificate", "tls", "signature", "mac", "aead"],
    .tampering: [
      "signature", "mac", "aead", "secure-boot", "application-allow-list", "malware-scan",
      "access-check", "role-based-access", "least-privilege", "tamper-seal",
    ],
    .repudiation: ["audit-log", "signature"],
    .informationDisclosure: ["access-check", "role-based-access", "least-privilege"],
    .denialOfService: ["rate-limit", "watchdog", "redundancy", "fallback", "input-validation"],
    .elevationOfPrivilege: [
      "input-validation", "least-privilege", "role-based-access", "access-check",
      "application-allow-list",
    ],
  ]

  /// What a program does to somebody: independent limits and second eyes hold it too.
  static let ofFunctions: [ThreatCategory: Set<String>] = [
    .spoofing: ["certificate", "tls", "signature", "mac", "aead", "password", "mfa", "passkey"],
    .tampering: ofCode[.tampering, default: []].union([
      "range-check", "redundancy", "watchdog", "review", "input-validation", "password", "mfa",
      "passkey", "certificate",
    ]),
    .repudiation: ofCode[.repudiation, default: []],
    .informationDisclosure: ofCode[.informationDisclosure, default: []],
    .denialOfService: ofCode[.denialOfService, default: []],
    .elevationOfPrivilege: ofCode[.elevationOfPrivilege, default: []].union([
      "range-check", "review", "secure-boot", "certificate", "password", "mfa", "passkey",
    ]),
  ]

  /// People, devices and services of others: whether they are who they say, and what they did.
  static let ofOthers: [ThreatCategory: Set<String>] = [
    .spoofing: [
      "certificate", "tls", "signature", "mac", "aead", "password", "mfa", "passkey", "freshness",
    ],
    .repudiation: ["audit-log", "signature"],
    .tampering: ["range-check", "input-validation", "redundancy", "review", "signature"],
    .informationDisclosure: [
      "access-check", "role-based-access", "least-privilege", "training", "review", "erasure",
      "aead", "aes",
    ],
    .denialOfService: ["redundancy", "fallback", "watchdog"],
    .elevationOfPrivilege: ["access-check", "role-based-access", "least-privilege", "review"],
  ]

  /// What answers a special attack only where the flow or interface in question names it, or the end of the flow that
  /// waits, and not for standing at the program behind it.
  static let onlyThere: [String: Set<String>] = [
    "driven-actuator": ["range-check", "redundancy", "fallback", "watchdog", "tamper-seal"],
    "lost-signal": ["range-check", "redundancy", "watchdog"],
    "silenced-alarm": ["range-check", "redundancy", "watchdog"],
    "radio-jamming": ["watchdog"],
    "blocked-update": ["redundancy", "fallback"],
  ]

  /// General threats that other things answer than their place and category say.
  static let byTemplate: [String: Set<String>] = [
    "lost-at-rest": [
      "backup", "redundancy", "fallback", "access-check", "role-based-access",
      "least-privilege", "segmentation", "tamper-seal",
    ]
  ]
}
