// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds pages by the words that a person would use, which need not be those of the page.
enum HandbookSearch {
  /// The pages that speak of all the words, or else of any of them; the best first.
  static func pages(about text: String, among pages: [HandbookPage]) -> [HandbookPage] {
    let wanted = text.lowercased()
    let words = wanted.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
      .map(String.init)
    guard !words.isEmpty else { return [] }
    let terms = phrases(wanted, words)
    // Names and summaries tell what a page is about; what it only mentions counts where none is about it, and
    // takes long to look through: the pages of threats are made anew.
    let about = rated(pages, terms, inBodies: false)
    let full = about.filter { !$0.scores.contains(0) }
    if !full.isEmpty { return sorted(full) }
    let mentioning = rated(pages, terms, inBodies: true)
    let all = mentioning.filter { !$0.scores.contains(0) }
    return sorted(all.isEmpty ? mentioning.filter { $0.scores.contains { $0 > 0 } } : all)
  }

  private typealias Rated = (page: HandbookPage, scores: [Int])

  private static func rated(
    _ pages: [HandbookPage], _ terms: [[String]], inBodies: Bool
  ) -> [Rated] {
    pages.map { ($0, scores(of: $0, terms, inBody: inBodies)) }
  }

  /// The best first.
  private static func sorted(_ found: [Rated]) -> [HandbookPage] {
    found.enumerated().sorted { one, other in
      let first = one.element.scores.reduce(0, +)
      let second = other.element.scores.reduce(0, +)
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element.page)
  }

  /// What is looked for: a known expression as a whole ("lost phone"), else each word.
  private static func phrases(_ wanted: String, _ words: [String]) -> [[String]] {
    let whole = words.joined(separator: " ")
    if let known = synonyms[whole] { return [[whole] + known] }
    return words.map { word in [word] + (synonyms[word] ?? []) }
  }

  /// For each term how well the page fits; 0 where it says nothing of it.
  private static func scores(
    of page: HandbookPage, _ terms: [[String]], inBody: Bool
  ) -> [Int] {
    let summary = page.summary.lowercased()
    let body = inBody ? page.markdown.lowercased() : ""
    return terms.map { term in
      term.enumerated().map { index, word in
        let name = word.split(separator: " ").joined(separator: "-")
        // The reader's own word counts more than one that means about the same.
        let own = index == 0 ? 1 : 0
        // Of what is meant by a word, the first that is listed fits best.
        // Who looks for a clock looks for what happens to it, and then for what the word means.
        if page.name == name, page.kind == .word { return 7 }
        if page.name == name { return index == 0 ? 60 : max(20, 40 - index) }
        if page.name.contains(name) { return 8 + own }
        if holds(summary, word) { return 4 + own }
        return index == 0 && holds(body, word) ? 1 : 0
      }.max() ?? 0
    }
  }

  /// Whether a text has a word that starts so.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.ranges(of: word).contains { range in
      range.lowerBound == text.startIndex
        || !text[text.index(before: range.lowerBound)].isLetter
    }
  }

  /// Words of people, and those of the pages that mean about the same.
  private static let synonyms: [String: [String]] = [
    "rollback": ["rolled-back", "malicious-update", "downgrade", "outdated"],
    "downgrade": ["rolled-back", "rollback", "outdated", "malicious-update"],
    "replay": ["repeated-command", "relayed-tag", "stale-value"],
    "relay": ["relayed-tag", "relays"],
    "ransomware": ["ransomed", "backend-outage", "care-without-data", "lost-at-rest"],
    "malware": ["network-reach", "spreading-malware", "carried-malware", "harmful-upload"],
    "virus": ["harmful-upload", "network-reach", "carried-malware"],
    "injection": [
      "command-injection", "ldap-injection", "hl7-field", "bus-injection", "prompt-injection",
    ],
    "sql injection": ["injection", "hl7-field"],
    "xss": ["scripting", "reflected-scripting"],
    "cross-site scripting": ["scripting", "reflected-scripting"],
    "csrf": ["forged-request"],
    "ssrf": ["server-side-request"],
    "idor": ["object-access", "broken-access-control", "others-records"],
    "phishing": ["guessed-login", "spoofed-target", "foreign-logins"],
    "social engineering": ["guessed-login", "borrowed-session", "shared-service-account"],
    "lost phone": ["lock-screen", "rooted-phone", "read-at-rest", "scrapped-with-data"],
    "stolen phone": ["lock-screen", "rooted-phone", "read-at-rest"],
    "lost device": ["scrapped", "stolen", "lent, sold"],
    "theft": ["stolen", "scrapped", "reads"],
    "stolen": ["stolen-session", "scrapped"],
    "disposal": ["scrapped-with-data", "next-owner"],
    "decommissioning": ["scrapped-with-data", "next-owner"],
    "resale": ["scrapped", "next-owner"], "second hand": ["next-owner", "scrapped"],
    "lost access": ["access-after-relationship"], "shared access": ["access-after-relationship"],
    "stale values": ["stale-value", "frozen-display"],
    "outage": ["backend-outage", "login-outage"],
    "field service": ["field-service-login", "shared-service-account", "service-misuse"],
    "wrong patient": ["wrong-patient-linked", "other-patient-shown", "misfiled-findings"],
    "identity provider": ["foreign-logins", "login-outage"],
    "third-party identity": ["foreign-logins", "login-outage"],
    "sso": ["foreign-logins", "login-outage"],
    "eavesdropping": ["information-disclosure", "reads", "bus-tapping"],
    "sniffing": ["information-disclosure", "reads", "bus-tapping"],
    "mitm": ["tampering", "spoofed-target", "information-disclosure"],
    "man-in-the-middle": ["tampering", "spoofed-target", "information-disclosure"],
    "dos": ["denial-of-service", "overload", "floods", "blocks"],
    "ddos": ["denial-of-service", "overload", "floods", "blocks"],
    "flooding": ["denial-of-service", "overload", "network-scan", "floods"],
    "jamming": ["radio-jamming", "lost-signal", "denial-of-service"],
    "impersonation": ["spoofing", "poses as"],
    "identity theft": ["spoofing", "poses as", "stolen-session"],
    "privilege": ["elevation-of-privilege", "rights"],
    "privilege escalation": ["elevation-of-privilege", "menu-escape", "exceeded-rights", "rights"],
    "backdoor": ["known-service-code", "service-misuse", "console-access", "planted"],
    "default password": ["shared-service-account", "known-service-code", "borrowed-session"],
    "brute force": ["guessed-login"],
    "brute-force": ["guessed-login", "overload", "login"],
    "credential stuffing": ["guessed-login", "known from leaks"],
    "password guessing": ["guessed-login"], "weak password": ["guessed-login"],
    "hardcoded password": ["known-service-code", "shared-service-account", "stored-credentials"],
    "default credentials": ["shared-service-account", "known-service-code", "borrowed-session"],
    "spyware": ["rooted-phone", "spreading-malware", "network-reach", "malware"],
    "worm": ["spreading-malware", "network-reach", "malware"],
    "trojan": ["planted-in-build", "altered-software", "malware"],
    "botnet": ["network-reach", "overload", "malware"],
    "zero day": ["network-reach", "known-exploited-vulnerability", "crafted"],
    "exploit": ["known-exploited-vulnerability", "crafted", "elevation-of-privilege"],
    "vulnerability": [
      "known-exploited-vulnerability", "unassessed-vulnerability", "harmful-supply",
    ],
    "stolen laptop": ["read-at-rest", "scrapped", "stolen-session", "stolen"],
    "lost laptop": ["read-at-rest", "scrapped", "stolen"],
    "stolen device": ["scrapped", "next-owner", "debug-readout"],
    "lost tablet": ["read-at-rest", "lock-screen", "session-left-open"],
    "usb stick": ["planted-device", "charging-phone", "carried-malware", "media-from-outside"],
    "cable": ["clock-set", "console-access", "planted-device", "bus-injection", "commanding-box"],
    "wifi": ["rogue-network", "radio-jamming", "network-reach"],
    "wi-fi": ["rogue-network", "radio-jamming", "network-reach"],
    "evil twin": ["rogue-network"],
    "bluetooth": ["rogue-pairing", "rogue-control", "tracked-patient"],
    "pairing": ["rogue-pairing", "rogue-control"], "radio": ["radio-jamming", "rogue-pairing"],
    "badge": ["relayed-tag", "borrowed-session"], "cloning": ["relayed-tag", "counterfeit-part"],
    "fake": ["counterfeit-part", "foreign-part", "spoofing", "forged"],
    "counterfeit": ["counterfeit-part", "foreign-part"],
    "expired": ["counterfeit-part", "foreign-part"],
    "side channel": ["process-detecting", "debug-readout", "key-of-one"],
    "reverse engineering": ["debug-readout", "one-key-for-all", "key-of-one", "read-at-rest"],
    "glitching": ["debug-readout", "debug-patching"],
    "deepfake": ["spoofing", "deceived-model", "poses as"],
    "adversarial": ["deceived-model"], "adversarial example": ["deceived-model"],
    "artificial intelligence": ["deceived-model", "poisoned-model", "prompt-injection"],
    "ai": ["deceived-model", "poisoned-model", "prompt-injection"],
    "machine learning": ["deceived-model", "poisoned-model", "copied-model"],
    "data poisoning": ["poisoned-model"], "model theft": ["copied-model"],
    "model inversion": ["copied-model"], "hallucination": ["believed-output"],
    "jailbreak": ["prompt-injection", "rooted-phone"],
    "clickjacking": ["forged-request", "scripting"],
    "open redirect": ["reflected-scripting", "forged-request"],
    "session hijacking": ["stolen-session", "borrowed-session"],
    "session fixation": ["stolen-session"], "token theft": ["stolen-session"],
    "cookie": ["stolen-session", "forged-request"],
    "path traversal": ["file-path"], "file upload": ["harmful-upload", "file-path"],
    "directory traversal": ["file-path"],
    "xxe": ["parser-entities"], "pickle": ["deserialisation"],
    "deserialization": ["deserialisation"],
    "shell": ["command-injection", "console-access"],
    "log injection": ["forged-entries", "invented-events"],
    "man in the middle": ["tampering", "spoofed-target", "information-disclosure"],
    "arp spoofing": ["spoofed-target", "tampering"], "dns spoofing": ["spoofed-target"],
    "expired certificate": ["denial-of-service", "clock-set", "spoofed-target"],
    "certificate": ["spoofed-target", "clock-set"],
    "data leak": ["information-disclosure", "copied-out", "data-disclosure"],
    "data breach": ["information-disclosure", "copied-out", "read-at-rest"],
    "backup": ["ransomed", "lost-at-rest", "care-without-data"],
    "power cut": ["power-loss"], "blackout": ["power-loss"],
    "crash": ["stopped-therapy", "process-denial"],
    "cloud outage": ["backend-outage"],
    "internet down": ["backend-outage", "late-therapy", "denial-of-service"],
    "offline": ["backend-outage", "late-therapy", "denial-of-service"],
    "update failure": ["update-in-use", "blocked-update"],
    "patch": ["blocked-update", "malicious-update"],
    "end of life": ["end-of-support", "scrapped", "next-owner"],
    "former employee": [
      "access-after-relationship", "shared-service-account", "field-service-login",
    ],
    "ex-partner": ["access-after-relationship"],
    "stalking": ["access-after-relationship", "tracked-patient"],
    "curious colleague": ["others-records", "broken-access-control", "exceeded-rights"],
    "snooping": ["others-records", "shoulder-surfing", "exceeded-rights"],
    "vendor": ["field-service-login", "shared-service-account", "harmful-supply"],
    "remote access": ["service-misuse", "shared-service-account", "service-during-care"],
    "remote service": ["service-misuse", "shared-service-account", "field-service-login"],
    "open source": ["poisoned-dependency", "harmful-supply"],
    "dependency": ["poisoned-dependency", "harmful-supply"],
    "webhook": ["server-side-request", "spoofing"],
    "multi-tenant": ["mixed-owners", "broken-access-control", "object-access"],
    "tenant": ["mixed-owners", "broken-access-control", "object-access"],
    "mixed up": ["wrong-patient-linked", "other-patient-shown"],
    "mix-up": ["wrong-patient-linked", "other-patient-shown"],
    "overinfusion": ["limitless-therapy", "altered-therapy"],
    "underdose": ["blocked-therapy", "late-therapy"],
    "shock": ["limitless-therapy", "altered-therapy"],
    "crushing": ["unexpected-motion", "altered-motion"],
    "robot": ["unexpected-motion", "stuck-motion", "altered-motion"],
    "muted": ["muted-and-forgotten", "silenced-alarm"],
    "alarm": ["silenced-alarm", "lost-alarm", "alarm-flood"],
    "screenshot": ["lock-screen", "shoulder-surfing"], "camera": ["shoulder-surfing"],
    "tailgating": ["unplanned-access", "borrowed-session"], "dumpster": ["scrapped"],
    "erase": ["scrapped", "next-owner", "lost-at-rest"],
    "sabotage": ["tampering", "exceeded-rights"],
    "fraud": ["repudiation", "exceeded-rights", "spoofing"],
    "denial": ["denial-of-service", "repudiation"], "spam": ["overload", "alarm-flood"],
    "eavesdrop": ["information-disclosure", "reads", "bus-tapping"],
    "wiretap": ["information-disclosure", "bus-tapping"],
    "password": ["login", "credential", "session"],
    "key extraction": ["one-key-for-all", "key-of-one", "debug-readout"],
    "jtag": ["debug-readout", "debug-patching", "key-of-one"],
    "supply chain": [
      "poisoned-dependency", "planted-in-build", "harmful-supply", "misused-signing",
      "unreviewed-change", "software-at-rest", "fleet-update", "malicious-update",
      "altered-software",
    ],
    "ci cd": [
      "planted-in-build", "leaked-build-secrets", "poisoned-dependency", "unreviewed-change",
      "misused-signing",
    ],
    "typosquatting": ["poisoned-dependency"], "signing": ["misused-signing"],
    "llm": ["language", "prompt-injection", "believed-output"],
    "agent": ["misused-tools", "prompt-injection"], "tool misuse": ["misused-tools"],
    "data exfiltration": ["leaked-context", "copied-out", "prompt-injection"],
    "untrusted output": ["believed-output"], "bola": ["object-access", "broken-access-control"],
    "firmware": ["update", "software", "debug-patching"],
    "tracking": ["tracked-patient", "linking", "detecting"],
    "privacy": ["linking", "identifying", "data-disclosure", "personal"],
    "gdpr": ["non-compliance", "unawareness", "data-disclosure"],
    "leak": ["information-disclosure", "copied-out", "data-disclosure", "reads"],
    "breach": ["information-disclosure", "copied-out", "reads"],
    "memory corruption": ["crafted", "dicom-object", "elevation-of-privilege"],
    "fuzzing": ["crafted", "dicom-object", "elevation-of-privilege"],
    "usb": ["planted-device", "charging-phone", "media-from-outside", "copied-out"],
    "insider": ["exceeded-rights", "bypassed-service", "service-misuse", "shared-service-account"],
    "overdose": ["limitless-therapy", "altered-therapy"],
    "battery": ["drained-battery", "radio-jamming", "power-loss"],
    "clock": ["clock-set", "wrong-time"], "time": ["clock-set", "wrong-time"],
    "audit": ["repudiation", "lost-trace", "log"], "logging": ["repudiation", "lost-trace", "log"],
    "api": ["broken-access-control", "overload", "stolen-session"],
    "buffer overflow": ["crafted", "dicom-object", "elevation-of-privilege"],
    "parser": ["crafted", "dicom-object"],
    "alarm fatigue": ["alarm-flood"],
    "mfa fatigue": ["guessed-login"],
    "service laptop": ["carried-malware", "shared-service-account"],
    "re-identification": ["store-identifying", "left-identity"],
    "de-identification": ["left-identity", "store-identifying"],
    "anonymization": ["left-identity", "store-identifying"],
    "anonymisation": ["left-identity", "store-identifying"],
    "noisy neighbour": ["flooded-queue"],
    "queue": ["flooded-queue", "mixed-owners"],
    "reverse proxy": ["bypassed-front"],
    "waf": ["bypassed-front"],
    "cdn": ["bypassed-front"],
    "retention": ["store-data-disclosure", "process-data-disclosure"],
    "data retention": ["store-data-disclosure", "process-data-disclosure"],
    "certificate expiry": ["denial-of-service", "clock-set", "spoofed-target"],
    "dns": ["spoofed-target", "bypassed-front"],
    "log forging": ["forged-entries", "invented-events"],
    "battery drain": ["drained-battery", "radio-jamming"],
    "bluetooth pairing": ["rogue-pairing", "rogue-control"],
    "sensor spoofing": ["forged-signal", "treated-by-false-signal", "false-signal"],
    "spoofed sensor": ["forged-signal", "treated-by-false-signal", "false-signal"],
    "password hash": ["stored-credentials"],
    "rainbow table": ["stored-credentials"],
    "session hijack": ["stolen-session", "borrowed-session"],
    "sql": ["injection", "hl7-field"],
    "firmware downgrade": ["rolled-back", "malicious-update"],
  ]
}
