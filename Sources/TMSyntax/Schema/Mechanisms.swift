// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is known of the mechanisms of controls beside their names.
package enum Mechanisms {
  /// Mechanisms that work against one kind of attack each: a control that works by nothing else answers
  /// what these are named for, and no other threat of its category.
  ///
  /// A bound query does not keep an administrator from altering what is stored, though both are tampering.
  private static let narrow: Set<String> = [
    "distance-bounding", "freshness", "sequence-number", "version-check", "address-rotation",
    "parameterised-query", "output-encoding", "anti-forgery-token",
    "salted-hash", "de-identification",
  ]

  /// Whether a control that works by these does so against special attacks alone.
  package static func isNarrow(_ mechanisms: [String]) -> Bool {
    !mechanisms.isEmpty
      && mechanisms.allSatisfy { narrow.contains(known($0)) || isUnclear($0) }
  }

  /// Whether a word stands for mechanisms that do different things, such as a list that does not say of
  /// what: it answers nothing until somebody says which is meant.
  package static func isUnclear(_ word: String) -> Bool {
    (synonyms[word]?.count ?? 1) > 1 && !["mtls", "mutual-tls"].contains(word)
  }

  /// Whether these prove who a person is, and nothing of a program.
  package static func provesPersonsOnly(_ mechanisms: [String]) -> Bool {
    !mechanisms.isEmpty && mechanisms.allSatisfy { ["mfa", "passkey"].contains(known($0)) }
  }

  /// What the program calls a mechanism that somebody gives another name.
  package static func known(_ word: String) -> String {
    guard let meant = synonyms[word], meant.count == 1 else { return word }
    return meant[0]
  }

  /// The words that people use for a mechanism that the program knows by another name.
  static let synonyms: [String: [String]] = {
    var words: [String: [String]] = [:]
    for (known, others) in synonymsByWord {
      for other in others { words[other] = [known] }
    }
    // What is listed makes the difference, and these do not say it.
    for word in ["allow-list", "allowlist", "allow-listing", "whitelist", "whitelisting"] {
      words[word] = ["address-allow-list", "application-allow-list", "input-validation"]
    }
    words["mtls"] = ["tls", "certificate"]
    words["mutual-tls"] = ["tls", "certificate"]
    return words
  }()

  private static let synonymsByWord: [(String, [String])] = [
    (
      "signature",
      [
        "code-signing", "digital-signature", "signing", "signed-code", "signed-firmware", "ecdsa",
        "eddsa", "ed25519", "rsa",
      ]
    ),
    ("mac", ["hmac", "cmac", "message-authentication-code", "hmac-sha-256"]),
    ("aead", ["aes-gcm", "aes-ccm", "gcm", "chacha20-poly1305", "authenticated-encryption"]),
    ("aes", ["encryption", "disk-encryption", "encryption-at-rest", "database-encryption"]),
    (
      "freshness", ["nonce", "challenge-response", "anti-replay", "replay-protection", "timestamp"]
    ),
    ("sequence-number", ["counter", "message-counter", "rolling-code"]),
    (
      "version-check", ["anti-rollback", "rollback-protection", "downgrade-protection"]
    ),
    (
      "address-rotation",
      ["resolvable-private-address", "private-address", "mac-randomisation", "mac-randomization"]
    ),
    ("fallback", ["manual-mode", "safe-state", "fail-safe", "degraded-mode"]),
    ("redundancy", ["failover", "high-availability", "raid", "replication"]),
    (
      "address-allow-list",
      ["ip-allow-list", "ip-whitelist", "host-allow-list", "egress-proxy", "egress-filter"]
    ),
    ("application-allow-list", ["application-whitelisting", "application-control"]),
    ("segmentation", ["vlan", "network-segmentation", "micro-segmentation", "dmz", "air-gap"]),
    (
      "role-based-access",
      ["rbac", "role-based-access-control", "roles", "abac", "permissions"]
    ),
    (
      "access-check",
      [
        "authorization", "authorisation", "access-control", "acl", "ownership-check",
        "object-level-authorization", "object-level-authorisation", "row-level-security",
        "tenant-filter", "tenant-isolation",
      ]
    ),
    ("least-privilege", ["least-privileges", "minimal-rights"]),
    ("secure-boot", ["verified-boot", "trusted-boot", "measured-boot"]),
    (
      "input-validation",
      [
        "validation", "sanitisation", "sanitization", "input-sanitisation", "input-sanitization",
        "schema-validation", "strict-parsing",
      ]
    ),
    (
      "output-encoding",
      ["escaping", "output-escaping", "html-escaping", "html-encoding", "contextual-encoding"]
    ),
    (
      "parameterised-query",
      [
        "parameterized-query", "parameterised-queries", "parameterized-queries",
        "prepared-statement", "prepared-statements", "bind-variables",
      ]
    ),
    (
      "anti-forgery-token",
      ["csrf-token", "anti-csrf", "anti-csrf-token", "csrf-protection", "same-site", "samesite"]
    ),
    (
      "salted-hash",
      ["password-hash", "password-hashing", "bcrypt", "scrypt", "argon2", "argon2id", "pbkdf2"]
    ),
    (
      "rate-limit",
      [
        "rate-limiting", "throttling", "lockout", "account-lockout", "quota", "quotas",
        "load-shedding",
      ]
    ),
    (
      "range-check",
      [
        "bounds-check", "hard-limit", "hard-limits", "limits", "plausibility", "plausibility-check",
        "guard-rails",
      ]
    ),
    ("audit-log", ["logging", "audit", "audit-trail", "log", "event-log"]),
    ("backup", ["backups", "restore", "snapshots"]),
    ("tamper-seal", ["seal", "tamper-evident", "tamper-evidence", "locked-cabinet"]),
    ("password", ["pin", "passcode"]),
    (
      "mfa",
      [
        "multi-factor", "multi-factor-authentication", "2fa", "two-factor",
        "two-factor-authentication", "totp", "otp",
      ]
    ),
    ("passkey", ["passkeys", "webauthn", "fido", "fido2", "security-key"]),
    ("certificate", ["certificates", "client-certificate", "x509", "x.509", "pki"]),
    (
      "review",
      [
        "four-eyes", "dual-control", "peer-review", "code-review", "approval", "confirmation",
        "human-in-the-loop", "second-person",
      ]
    ),
    ("training", ["instructions", "awareness"]),
    ("malware-scan", ["antivirus", "anti-virus", "malware-protection", "virus-scan", "edr"]),
    ("erasure", ["secure-erase", "wipe", "factory-reset", "sanitisation-of-media"]),
    ("hsm", ["hardware-security-module", "tpm", "secure-element", "key-vault"]),
    (
      "de-identification",
      ["anonymisation", "anonymization", "pseudonymisation", "deidentification"]
    ),
  ]
}
