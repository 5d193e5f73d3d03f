// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a text beside a mitigated threat says of its measure: that it is there, that it is to come, that it is not there.
enum MeasureStanding {
  case stated
  /// "We plan to add MFA", "Will be fixed in 2.0".
  case planned
  /// "Not mitigated yet", "Encryption is missing".
  case denied
  /// "Accepted by the CISO": why nothing is done.
  case reason

  init(_ text: String) {
    let plain = ImportedText.condensed(text).lowercased().replacing("’", with: "'")
    // Words as the text has them, with a space around each.
    let words = plain.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    let row = " " + words.joined(separator: " ") + " "
    if MeasureWithdrawal.isIn(text) {
      self = .denied
    } else if Self.isReference(text) || Self.openings.contains(where: row.hasPrefix) {
      self = .reason
    } else if Self.isNamed(text) {
      self = .stated
    } else if Self.plans.contains(where: { row.contains(" \($0) ") })
      || Self.marks.contains(where: { row.hasPrefix(" \($0) ") })
    {
      self = .planned
    } else if Self.denials.contains(where: { row.contains(" \($0) ") })
      || Self.stems.contains(where: row.contains) || Self.empty.contains(row)
      || Self.isDenied(words)
    {
      self = .denied
    } else if Self.reasons.contains(where: row.contains) || row.hasPrefix(" see ")
      || row.hasPrefix(" siehe ")
    {
      self = .reason
    } else {
      self = .stated
    }
  }

  /// Whether a part of the text names a measure without denying it, or putting it off, anywhere in that part.
  private static func isNamed(_ text: String) -> Bool {
    ImportedText.condensed(text).replacing("’", with: "'").replacing(" but ", with: ".")
      .replacing(" however ", with: ".").split { ".;!?\n".contains($0) }.contains { part in
        let words = part.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
          .map(String.init)
        let row = " " + words.joined(separator: " ") + " "
        return MeasureWords.name(String(part))
          && !plans.contains { row.contains(" \($0) ") }
          && !marks.contains { row.hasPrefix(" \($0) ") }
          && !denials.contains { row.contains(" \($0) ") } && !stems.contains(where: row.contains)
          && !isDenied(words)
      }
  }

  /// Whether what the words name is called missing or off: "encryption is missing", "TLS is not enabled".
  private static func isDenied(_ words: [String]) -> Bool {
    guard let last = words.last else { return false }
    if absences.contains(last) { return true }
    for (place, word) in words.enumerated().dropFirst() {
      let next = place + 1 < words.count ? words[place + 1] : ""
      let isCopula = ["is", "are", "was", "were", "been", "has", "have", "does", "do"].contains(
        words[place - 1])
      let negates =
        word == "not" && isCopula || ["isn't", "aren't", "hasn't", "wasn't"].contains(word)
      if negates || isCopula && absences.contains(word) {
        // "not replayable" is what a measure brings about; "not enabled" is said of the measure.
        if absences.contains(word) || states.contains(next) || states.contains(last) { return true }
      }
    }
    return false
  }

  /// Whether a text is nothing but numbers of tickets and addresses: what they lead to may name a measure, they do not.
  private static func isReference(_ text: String) -> Bool {
    let parts = ImportedText.condensed(text).split { $0 == " " || $0 == "," || $0 == ";" }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        if part.contains("://") { return true }
        let ticket = part.drop { "(#[".contains($0) }.prefix { !")].:".contains($0) }
        let sides = ticket.split(separator: "-", omittingEmptySubsequences: false)
        let isNumber = { (side: Substring) in
          !side.isEmpty && side.allSatisfy { $0.isASCII && $0.isNumber }
        }
        if part.hasPrefix("#"), isNumber(ticket) { return true }
        let letters = ticket.prefix { $0.isASCII && $0.isUppercase }
        if (1...2).contains(letters.count), isNumber(ticket.dropFirst(letters.count)) {
          return true
        }
        return sides.count == 2 && isNumber(sides[1]) && sides[0].count > 1
          && sides[0].allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
          && sides[0].first?.isUppercase == true
          && !["TLS", "AES", "SHA", "RSA", "HMAC", "OAUTH", "FIPS", "MD", "CVE", "CWE"].contains(
            sides[0])
      }
  }

  /// With what a text begins that says why nothing is done, whatever it names behind that.
  private static let openings = [
    " not needed ", " not required ", " not necessary ", " not relevant ", " not applicable ",
    " no need ", " nicht nötig ", " nicht erforderlich ",
  ]

  /// What is said of a measure that is not there.
  private static let absences: Set<String> = [
    "missing", "absent", "lacking", "disabled", "unmitigated", "unresolved", "unaddressed",
    "outstanding", "deferred", "postponed", "pending", "todo", "tbd", "tbc", "wip", "planned",
    "fehlt",
    "geplant",
  ]

  /// What a measure is once it is there.
  private static let states: Set<String> = [
    "implemented", "enabled", "mitigated", "addressed", "fixed", "done", "deployed", "active",
    "used",
    "encrypted", "authenticated", "in", "available", "applied", "installed", "configured",
    "resolved",
    "finished", "complete", "completed", "ready", "supported", "enforced", "set", "yet",
    "validated",
    "signed", "protected", "verified", "checked", "present", "there",
  ]

  /// What says that somebody is to do it yet. That requests "should require HTTPS" is how tools and their
  /// examples word a measure beside a threat that is mitigated.
  private static let plans = [
    "todo", "to do", "tbd", "tbc", "fixme", "will be", "will add", "will implement", "will use",
    "will fix", "we will", "needs to", "need to", "has to be", "have to be", "still to",
    "going to", "is planned", "are planned", "plan to", "plans to", "planning to", "in progress",
    "work in progress", "wip", "roadmap", "backlog", "next release", "next version", "next sprint",
    "future release", "in the future", "scheduled for", "upcoming", "under development",
    "geplant", "wird noch", "under investigation", "being investigated", "under review",
    "to look at",
    "to look into", "looking into", "to check", "to investigate", "deferred", "postponed",
    "planned for", "partially implemented", "partly implemented", "partially mitigated",
    "partly mitigated", "partially addressed", "partially done", "teilweise umgesetzt",
    "zurückgestellt", "verschoben",
  ]

  /// What stands in front of a plan.
  private static let marks = [
    "planned", "plan", "future", "later", "proposed", "proposal", "idea", "pending", "to be",
    "investigate", "consider",
  ]

  private static let denials = [
    "not yet", "not mitigated", "not implemented", "not addressed", "not fixed", "not resolved",
    "not done",
    "not in place", "not protected", "unmitigated", "no mitigation", "no mitigations", "no control",
    "no controls", "no countermeasure", "no countermeasures", "no measure", "no measures",
    "no protection",
    "no fix", "no solution", "no remediation", "no safeguard", "no safeguards", "no encryption",
    "no authentication", "no authorization", "nothing done", "nothing is done",
    "nothing has been done",
    "was removed", "were removed", "has been removed", "have been removed", "mitigated until",
    "no longer",
    "noch nicht", "nicht umgesetzt", "keine maßnahme", "keine massnahme",
  ]

  /// How words begin that a "not" in front makes a denial of.
  private static let stems = [
    "encrypt", "authenticat", "validat", "sign", "sanitiz", "sanitis", "check", "verif", "monitor",
    "use ", "used ",
  ].flatMap { [" not \($0)", " don't \($0)", " doesn't \($0)", " never \($0)"] }

  private static let empty: Set<String> = [
    " none ", " nothing ", " no ", " never ", " not ", " open ", " keine ", " nichts ", " offen ",
  ]

  private static let reasons = [
    " duplicate of ", " duplicates ", " same as ", " assume ", " assumed ", " assuming ",
    " assumption ", " feature removed ", " removed the feature ", " low likelihood ", " low risk ",
    " no risk ", " unlikely ", " not required ", " not needed ",
    " not necessary ", " not relevant ", " we trust ", " out of scope ", " not applicable ",
    " false positive ",
  ]
}

/// What a tool writes into a field until somebody says something.
enum Placeholder {
  /// A text, unless it is such a one.
  static func removed(_ text: String?) -> String? {
    guard let text else { return nil }
    let plain = ImportedText.condensed(text).lowercased()
    let isPlaceholder =
      plain.hasPrefix("provide ") && plain.contains(" for this threat") && isOneSentence(plain)
    return isPlaceholder || older.contains(plain) ? nil : text
  }

  /// What Threat Dragon 1 wrote.
  private static let older: Set<String> = [
    "mitigation or prevention for the threat", "mitigations or prevention for the threat",
  ]

  private static func isOneSentence(_ text: String) -> Bool {
    text.count < 120 && !text.dropLast().contains { ".;!?".contains($0) }
  }
}
