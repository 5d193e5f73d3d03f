// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a text that stands beside a threat says what is done against it, or only why nothing need be done.
///
/// "The connection uses TLS with certificates of both sides" names a measure; "we have to trust the supplier" and "this
/// does not apply" are reasons, and "logs will be kept" is an intention. In doubt it is a reason: a control that nobody built would answer for the threat.
enum MeasureWords {
  /// Whether a text names a measure.
  static func name(_ text: String) -> Bool {
    let plain = ImportedText.condensed(text).lowercased().replacing("’", with: "'")
    if reasons.contains(where: plain.contains) { return false }
    return plain.replacing(" but ", with: ".").split { ".,;:!?".contains($0) }
      .contains { isMeasure(String($0)) }
  }

  /// Whether a part of a sentence names one that is there, and not one that is to come.
  private static func isMeasure(_ part: String) -> Bool {
    let words = part.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }.map(
      String.init)
    if words.contains(where: intentions.contains) { return false }
    var denied = 0
    for (place, word) in words.enumerated() {
      if denials.contains(word) {
        denied = 4
        continue
      }
      if turns.contains(word) { denied = 0 }
      let next = place + 1 < words.count ? words[place + 1] : ""
      let isMeasure =
        whole.contains(word) || stems.contains(where: word.hasPrefix)
        || pairs.contains("\(word) \(next)")
      if isMeasure, denied == 0 { return true }
      denied = max(0, denied - 1)
    }
    return false
  }

  /// What says that there is nothing to do, whatever else is named.
  private static let reasons = [
    "out of scope", "out-of-scope", "not apply", "not applicable", "n/a", "not relevant",
    "irrelevant", "no longer", "not in our control", "not under our control", "have to trust",
    "we trust", "accept the risk", "accepted risk", "risk accepted", "risk is accepted",
    "false positive", "won't fix", "not a concern", "no concern", "not a risk", "no risk",
    "not an issue", "unlikely",
  ]

  /// What is said of what is not there yet.
  private static let intentions: Set<String> = [
    "will", "should", "shall", "would", "could", "todo", "planned", "plan", "plans", "going",
    "future", "later", "if", "ensure", "recommend", "recommended", "consider",
  ]

  /// What denies the words behind it.
  private static let denials: Set<String> = [
    "no", "not", "none", "never", "without", "cannot", "can't", "don't", "doesn't", "isn't",
    "aren't", "lacks", "lack", "missing", "unless",
  ]

  /// Where a denial ends.
  private static let turns: Set<String> = [
    "since", "because", "as", "by", "but", "so", "due", "and", "instead", "use", "uses", "using",
  ]

  private static let whole: Set<String> = [
    "acl", "acls", "aes", "aead", "waf", "ids", "ips", "siem", "hsm", "tpm", "mac", "hmac", "orm",
    "csp", "cors", "hsts", "rbac", "abac", "mfa", "2fa", "otp", "sso", "jwt", "oauth", "oauth2",
    "oidc", "saml", "vpn", "dmz", "tls", "mtls", "dtls", "ssl", "ssh", "https", "ipsec", "wpa2",
    "wpa3", "pki", "crc", "logs", "logged", "logging", "salted", "salt", "salting", "hash",
    "hashed", "hashes", "hashing", "signed", "signs", "signature", "signatures", "signing", "nonce",
    "nonces", "captcha", "quota", "quotas", "backup", "backups", "watchdog", "seal", "sealed",
    "lockout", "timeout", "timeouts", "filtered", "filtering", "filters", "encodes", "encoded",
    "encoding", "locked", "hardened", "hardening", "patching", "pinning", "pinned",
    "pin", "pins", "badge", "badges", "password", "passwords", "passphrase", "fingerprint",
    "biometric", "biometrics", "cloudflare", "kerberos", "vault", "allowlist", "whitelist",
    "denylist", "blacklist",
  ]

  private static let stems = [
    "authenti", "autentic", "encrypt", "encript", "decrypt", "verschlüssel", "signier", "certific",
    "zertifi", "sanitiz", "sanitis", "sanatiz", "validat", "valider", "escap", "parameteri",
    "firewall", "throttl", "ratelimit", "rate-limit", "audit", "anti-forger", "antiforger", "csrf",
    "sandbox", "isolat", "segment", "monitor", "redundan", "replicat", "failover", "load-balanc",
    "allow-list", "white-list", "checksum", "attest", "pseudonym", "anonymi", "tokeni", "redact",
    "mask", "obfusc", "antivirus", "anti-virus", "honeypot", "mitigations",
  ]

  private static let pairs: Set<String> = [
    "access control", "access controls", "access log", "access logs", "least privilege",
    "rate limit", "rate limits", "rate limiting", "load balancer", "load balancing",
    "prepared statements", "prepared statement", "secure boot", "secure element", "key vault",
    "managed identity", "input checks", "integrity check", "integrity checks", "two factor",
    "private key", "access token", "access tokens", "security group", "security groups",
    "network policy", "network policies", "code review", "penetration test", "penetration tests",
    "tamper evident", "anti tamper", "anti forgery", "role based", "password policy",
  ]
}
