// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A set of words that a property knows.
///
/// A class, so that passing one around copies a reference.
package final class Vocabulary: Sendable {
  /// What a message calls one of the words: "an access level".
  package let phrase: String
  package let words: [String]
  /// Whether a word outside the set is a note with suggestions rather than an error.
  package let isOpen: Bool
  /// Whether protection hangs on the words, so that a slip of one letter is an error: what the word
  /// would have implied must not be lost without a trace.
  package let isProtective: Bool
  private let set: Set<String>
  private let table: WordTable
  /// The words by their lower case.
  private let byLowerCase: [String: String]
  /// What codes among the words stand for.
  private let meanings: [String: String]
  /// Whether the number of a question may follow a word: `AUDT-2.8.1`.
  private let takesQuestions: Bool
  /// Other words that people use, with the known ones that may be meant.
  private let synonyms: [String: [String]]

  convenience init(_ phrase: String, open: [String]) { self.init(phrase, open, isOpen: true) }

  /// An open set of words on which protection hangs.
  convenience init(
    _ phrase: String, protective: [String], synonyms: [String: [String]] = [:]
  ) {
    self.init(phrase, protective, isOpen: true, isProtective: true, synonyms: synonyms)
  }

  convenience init(_ phrase: String, closed: [String]) { self.init(phrase, closed, isOpen: false) }

  /// A closed set of codes, each with what it stands for.
  convenience init(
    _ phrase: String, codes: [(String, String)], takesQuestions: Bool = false
  ) {
    self.init(
      phrase, codes.map(\.0), isOpen: false,
      meanings: Dictionary(codes, uniquingKeysWith: { first, _ in first }),
      takesQuestions: takesQuestions)
  }

  private init(
    _ phrase: String, _ words: [String], isOpen: Bool, meanings: [String: String] = [:],
    takesQuestions: Bool = false, isProtective: Bool = false,
    synonyms: [String: [String]] = [:]
  ) {
    self.phrase = phrase
    self.words = words
    self.isOpen = isOpen
    self.meanings = meanings
    self.takesQuestions = takesQuestions
    self.isProtective = isProtective
    self.synonyms = synonyms
    set = Set(words)
    table = WordTable(words)
    byLowerCase = Dictionary(
      words.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func contains(_ word: String) -> Bool {
    if set.contains(word) { return true }
    return takesQuestions && base(of: word) != word && set.contains(base(of: word))
  }

  /// Whether it is one of the words, written as the program writes it.
  package func has(_ word: ArraySlice<UInt8>) -> Bool { table.place(word) != nil }

  /// The word as the program writes it, for one in any case: `phi` for `PHI`; nil for another word.
  package func known(_ word: String) -> String? {
    if contains(word) { return word }
    if let known = byLowerCase[word.lowercased()] { return known }
    guard takesQuestions, let hyphen = word.firstIndex(of: "-"),
      let known = byLowerCase[word[..<hyphen].lowercased()], contains(known + word[hyphen...])
    else { return nil }
    return known + word[hyphen...]
  }

  /// The known word that is one letter away from a word on which protection hangs.
  ///
  /// Words of three letters are too close to one another, and another digit is another version.
  package func slip(_ word: String) -> String? {
    guard isProtective, word.utf8.count >= 3 else { return nil }
    return words.first { known in
      guard max(known.utf8.count, word.utf8.count) > 3 else { return false }
      guard Suggestion.isOneStep(from: word, to: known) else { return false }
      return known.filter(\.isNumber) == word.filter(\.isNumber)
    }
  }

  /// The known words that somebody may mean by another one; several where it does not say which.
  package func meant(by word: String) -> [String] { synonyms[word.lowercased()] ?? [] }

  /// Words that people use for known ones, sorted.
  package var others: [String] { synonyms.keys.sorted() }

  /// What a code stands for, such as "transmission integrity"; nil for a word that says it itself.
  package func meaning(of word: String) -> String? { meanings[base(of: word)] }

  /// The word without the number of a question behind it: `AUDT` of `AUDT-2.8.1`.
  package func base(of word: String) -> String {
    guard takesQuestions, let hyphen = word.firstIndex(of: "-") else { return word }
    let numbers = word[word.index(after: hyphen)...].split(
      separator: ".", omittingEmptySubsequences: false)
    let isQuestion = numbers.allSatisfy { number in
      (1...3).contains(number.utf8.count) && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isQuestion ? String(word[..<hyphen]) : word
  }
}

extension Vocabulary {
  package static let methods = Vocabulary(
    "a method", closed: ["stride", "stride-per-element", "linddun", "linddun-per-element", "cia"])
  package static let scorings = Vocabulary(
    "a scoring scheme",
    closed: ["cvss-4.0", "cvss-3.1", "cvss-3.0", "cvss-2.0", "dread", "owasp", "matrix"])
  package static let access = Vocabulary(
    "an access level", closed: ["public", "staff", "restricted", "locked"])
  package static let assetClasses = Vocabulary(
    "a class of asset",
    protective: [
      "phi", "pii", "credentials", "keys", "firmware", "configuration", "clinical-function", "log",
      "diagnosis", "therapy", "workflow", "telemetry", "payment", "ip", "system", "other",
    ], synonyms: Synonyms.assetClasses)
  package static let levels = Vocabulary("a level", closed: ["none", "low", "medium", "high"])
  package static let harmSeverities = Vocabulary(
    "a severity of harm", closed: ["negligible", "minor", "serious", "critical", "catastrophic"])
  package static let boundaryKinds = Vocabulary(
    "a kind of boundary",
    closed: ["network", "machine", "process", "physical", "organisation"])
  /// What devices get from elsewhere.
  package static let supplies = Vocabulary("something supplied", closed: ["code", "therapy"])
  package static let formats = Vocabulary(
    "a format",
    open: [
      "xml", "json", "html", "csv", "yaml", "archive", "image", "dicom", "pdf", "office", "objects",
      "script", "text", "binary",
    ])
  package static let storeKinds = Vocabulary(
    "a kind of store",
    protective: [
      "database", "sql", "file", "object-storage", "memory", "flash", "removable-media", "queue",
      "cache", "vault", "archive", "backup", "paper",
    ], synonyms: Synonyms.storeKinds)
  package static let interfaceKinds = Vocabulary(
    "a kind of interface",
    protective: [
      "ble", "bluetooth", "wifi", "ethernet", "cellular", "nfc", "rfid", "infrared", "radio",
      "zigbee", "thread", "z-wave", "ant", "lorawan", "uwb", "medradio", "wmts", "usb",
      "removable-media", "serial", "jtag", "swd", "can", "internal-bus", "user-interface",
      "keypad", "touchscreen", "display", "audio", "sensor", "actuator", "service", "update", "api",
      "web", "power", "consumable",
    ], synonyms: Synonyms.interfaceKinds)
  package static let privileges = Vocabulary(
    "a privilege", open: ["none", "user", "service", "admin", "system", "root", "kernel"])
  package static let functions = Vocabulary(
    "a function",
    protective: [
      "therapy", "measurement", "alarm", "emergency-stop", "interlock", "radiation", "motion",
      "calibration", "update", "emergency-access", "clinical-display", "service-access",
      "authentication", "logging", "browser", "build", "signing", "commands", "machine-learning",
      "language-model", "agent", "clock", "reverse-proxy", "de-identification",
    ], synonyms: Synonyms.functions)
  package static let authentication = Vocabulary(
    "a way of authentication",
    closed: ["yes", "no", "password", "pin", "token", "certificate", "mutual", "mfa"])
  package static let encryption = Vocabulary(
    "a way of encryption",
    closed: [
      "yes", "no", "tls", "tls-1.3", "tls-1.2", "tls-1.1", "tls-1.0", "ssl-3", "mtls", "dtls-1.3",
      "dtls-1.2", "ipsec", "wireguard", "vpn", "ssh", "wpa3", "wpa2", "wep", "ble-lesc", "aes",
      "aes-128",
      "aes-192", "aes-256", "aes-gcm", "aes-ccm", "chacha20", "des", "triple-des", "rc4", "md5",
      "sha-1", "crc", "base64", "obscurity", "disk-encryption", "database-encryption", "s-mime",
      "openpgp", "end-to-end", "hsm",
    ])
  package static let mechanisms = Vocabulary(
    "a mechanism",
    protective: [
      "signature", "mac", "aead", "tls", "tls-1.3", "tls-1.2", "tls-1.1", "tls-1.0", "aes",
      "aes-256", "aes-128",
      "sha-256", "sha-1", "md5", "des", "triple-des", "rc4", "wep", "crc", "checksum", "obscurity",
      "distance-bounding", "freshness", "sequence-number", "version-check", "address-rotation",
      "frequency-hopping", "fallback", "redundancy", "address-allow-list",
      "application-allow-list", "firewall", "segmentation",
      "role-based-access", "access-check", "least-privilege", "secure-boot", "watchdog",
      "input-validation", "output-encoding", "parameterised-query", "anti-forgery-token",
      "salted-hash",
      "rate-limit", "range-check", "audit-log", "backup", "tamper-seal", "password", "mfa",
      "passkey", "certificate", "hsm", "de-identification", "erasure", "malware-scan", "review",
      "training",
    ], synonyms: Mechanisms.synonyms)
  package static let controlStatuses = Vocabulary(
    "a status of a control", closed: ["proposed", "planned", "implemented", "verified"])
  package static let requirementStatuses = Vocabulary(
    "a status of a requirement", closed: ["proposed", "approved", "implemented", "verified"])
  package static let verificationMethods = Vocabulary(
    "a method of verification",
    closed: [
      "test", "threat-mitigation-test", "vulnerability-test", "fuzz-test", "penetration-test",
      "static-analysis", "composition-analysis", "analysis", "inspection", "review",
    ])
  package static let verificationStatuses = Vocabulary(
    "a status of a verification", closed: ["planned", "passed", "failed"])
  /// IEC 62443-3-3; as the foundational requirements stand in IEC TR 60601-4-5.
  package static let foundationalRequirements = Vocabulary(
    "a foundational requirement of IEC 62443",
    codes: [
      ("FR1", "identification and authentication control"), ("FR2", "use control"),
      ("FR3", "system integrity"), ("FR4", "data confidentiality"),
      ("FR5", "restricted data flow"), ("FR6", "timely response to events"),
      ("FR7", "resource availability"),
    ])
  package static let severityBands = Vocabulary(
    "a severity of a score", closed: ["none", "low", "medium", "high", "critical"])
  package static let noHarm = Vocabulary("a word for no harm", closed: ["none"])
  package static let exploitabilities = Vocabulary(
    "an exploitability", closed: ["low", "medium", "high"])
  /// The 19 capabilities of IEC TR 80001-2-2 and those that MDS2 (ANSI/NEMA HN 1-2019) adds; the
  /// number of a question of MDS2 may follow.
  package static let capabilities = Vocabulary(
    "a security capability of IEC TR 80001-2-2 or MDS2",
    codes: [
      ("MPII", "management of personally identifiable information"),
      ("ALOF", "automatic logoff"), ("AUDT", "audit controls"), ("AUTH", "authorization"),
      ("CNFS", "configuration of security features"),
      ("CSUP", "cyber security product upgrades"), ("DIDT", "health data de-identification"),
      ("DTBK", "data backup and disaster recovery"), ("EMRG", "emergency access"),
      ("IGAU", "health data integrity and authenticity"),
      ("MLDP", "malware detection/protection"), ("NAUT", "node authentication"),
      ("PAUT", "person authentication"), ("PLOK", "physical locks"),
      ("RDMP", "roadmap for third party components in device life cycle"),
      ("SBoM", "software bill of materials"), ("SAHD", "system and application hardening"),
      ("SGUD", "security guidance"), ("STCF", "health data storage confidentiality"),
      ("TXCF", "transmission confidentiality"), ("TXIG", "transmission integrity"),
      ("CONN", "connectivity capabilities"), ("RMOT", "remote service"),
      ("OTHR", "other security considerations"),
    ], takesQuestions: true)
  package static let controlCategories = Vocabulary(
    "a control category of the FDA premarket guidance",
    closed: [
      "authentication", "authorization", "cryptography", "code-data-execution-integrity",
      "confidentiality", "event-detection-and-logging", "resiliency-and-recovery",
      "updatability-and-patchability",
    ])
  package static let threatCategories = Vocabulary(
    "a threat category",
    closed: [
      "spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service",
      "elevation-of-privilege", "linking", "identifying", "non-repudiation", "detecting",
      "data-disclosure", "unawareness", "non-compliance", "confidentiality", "integrity",
      "availability",
    ])
  package static let threatStatuses = Vocabulary(
    "a status of a threat",
    closed: ["open", "mitigated", "accepted", "transferred", "avoided", "not-applicable"])
  package static let treatments = Vocabulary(
    "a treatment", closed: ["eliminate", "mitigate", "accept", "transfer", "avoid"])
  package static let supportLevels = Vocabulary(
    "a level of support",
    closed: ["maintained", "supported", "required", "limited", "none"])
  package static let overlays = Vocabulary("an overlay", closed: ["threats", "none"])
  package static let viewKinds = Vocabulary(
    "a kind of view",
    closed: ["diagram", "global", "multi-patient-harm", "updateability", "use-case"])
  /// The states that FDA's premarket guidance names for use-case views, and two of ours.
  package static let useStates = Vocabulary(
    "a state of use",
    open: [
      "power-on", "standby", "transition", "programming", "therapy", "alarming", "send-receive",
      "reporting", "maintenance", "shutdown",
    ])
  package static let profiles = Vocabulary(
    "a profile", closed: ["fda", "mdr", "iec-81001-5-1"])
  package static let contents = Vocabulary(
    "a kind of content", closed: ["data", "code", "command"])
  /// What profiles ask for and a model cannot say, or not alone.
  package static let documentSubjects = Vocabulary(
    "a subject of a document",
    codes: [
      ("risk-management-plan", "plan of the security risk management"),
      ("risk-management-report", "report of the security risk management"),
      ("threat-model", "threat model"),
      ("risk-assessment", "assessment of the security risks"),
      ("safety-risk-file", "risk management file of the safety side"),
      ("benefit-risk-analysis", "benefit weighed against risk"),
      ("sbom", "software bill of materials, machine-readable"),
      ("vulnerability-assessment", "assessment of known vulnerabilities"),
      ("anomaly-assessment", "assessment of unresolved anomalies"),
      ("metrics", "measures and metrics of patching"),
      ("security-architecture", "security architecture, its controls and views"),
      ("security-test-report", "report of security tests"),
      ("penetration-test-report", "report of a penetration test"),
      ("labeling", "labeling, instructions for use, security guide"),
      ("mds2", "manufacturer disclosure statement (MDS2)"),
      ("it-requirements", "minimum requirements on hardware, network and IT security"),
      ("life-cycle-process", "secure development life cycle"),
      ("management-plan", "plan for vulnerabilities, updates and disclosure after release"),
      ("surveillance-plan", "plan of post-market surveillance"),
      ("traceability", "traceability matrix"),
    ])
  package static let documentStatuses = Vocabulary(
    "a status of a document", closed: ["planned", "draft", "approved", "superseded"])
  package static let templateSubjects = Vocabulary(
    "something a threat template applies to",
    closed: ["flow", "external", "process", "store", "interface", "asset"])
  package static let ruleSubjects = Vocabulary(
    "something a rule applies to",
    closed: [
      "flow", "external", "process", "store", "interface", "asset", "boundary", "control",
      "requirement", "component",
    ])
  package static let ways = Vocabulary("a number of ways", closed: ["each", "once", "each-flow"])
  package static let severities = Vocabulary(
    "a severity", closed: ["error", "warning", "note", "off"])
  package static let zones = Vocabulary("a zone", closed: Zone.builtIn.map(\.name))
  package static let protocols = Vocabulary(
    "a protocol", protective: ProtocolFacts.known.map(\.name), synonyms: Synonyms.protocols)
}

extension Vocabulary {
  /// The mechanisms by which a receiver finds that something was altered, without encryption.
  package static let integrityMechanisms = ["signature", "mac", "aead", "secure-boot", "aes-gcm"]

  /// Whether a mechanism encrypts, signs or proves who somebody is.
  package static func isCryptographic(_ mechanism: String) -> Bool {
    let others: Set = [
      "signature", "mac", "aead", "tls", "mtls", "aes", "sha-256", "sha-1", "md5", "des",
      "triple-des", "rc4", "wep", "password", "mfa", "passkey", "certificate", "crc", "checksum",
      "obscurity",
    ]
    let families = ["tls-", "aes-", "dtls", "wpa", "ipsec", "ssh", "chacha20"]
    return others.contains(mechanism) || families.contains { mechanism.hasPrefix($0) }
  }
}
