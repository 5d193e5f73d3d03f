// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether what stands in the place of a reason is one.
extension String {
  /// Whether a reader learns nothing from it: it is blank, has next to no letters, repeats one of them,
  /// or is a word that stands where a reason is still to be written.
  package var givesNoReason: Bool {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    let letters = words.filter(\.isLetter)
    guard let first = letters.first else { return true }
    if letters.allSatisfy({ $0 == first }) { return true }
    // Two letters of another script can be a word.
    if letters.count < 3, letters.allSatisfy(\.isASCII) { return true }
    return Self.placeholders.contains(words)
  }

  /// Whether it stands in the place of a name or id that is still to be filled in, or names nobody.
  package var namesNothing: Bool {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    let signs = words.filter { $0 != " " }
    guard let first = signs.first else { return true }
    // In other scripts one letter can be a name.
    if first.isASCII, signs.allSatisfy({ $0 == first && $0.isLetter }) { return true }
    return Self.placeholders.contains(words) || Self.nobody.contains(words)
  }

  /// Whether it stands in the place of a record that shows something, and names none: "FAILED", "see wiki",
  /// "we looked".
  package var showsNothing: Bool {
    if namesNothing { return true }
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.last.map(Self.failures.contains) ?? false
      || words.allSatisfy { Self.unrecorded.contains($0) || Self.general.contains($0) }
  }

  /// Whether a requirement of these words asks for nothing in particular: "The system shall be secure".
  package var asksNothing: Bool {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return namesNothing || words.allSatisfy(Self.general.contains)
  }

  /// Whether a reader could look something up by it: a number of a document, a file or an address stands in
  /// it.
  package var namesRecord: Bool {
    !givesNoReason
      && split(whereSeparator: \.isWhitespace).contains { word in
        word.contains(where: \.isNumber)
          || word.split(separator: "/").count > 1 && word.contains(".")
          || [".tm", ".md", ".pdf", ".docx", ".xlsx"].contains { word.lowercased().contains($0) }
      }
  }

  /// The same words, whatever their case and marks.
  package func says(_ other: String) -> Bool {
    let plain = { (text: String) in text.lowercased().split { !$0.isLetter && !$0.isNumber } }
    return plain(self) == plain(other)
  }

  private static let placeholders: Set<String> = [
    "tbd", "tba", "tbc", "tbs", "todo", "to do", "to be done", "to be defined", "to be determined",
    "to be decided", "to be written", "to be added", "to follow", "fixme", "fix me", "wip", "later",
    "pending", "n a", "not available", "not applicable", "none", "nope", "nil", "null", "yes",
    "okay",
    "fine", "done", "unknown", "dummy", "test", "foo", "bar", "foo bar", "asdf", "qwerty", "xyz",
    "abc",
    "lorem ipsum", "placeholder", "reason", "why", "a reason", "no reason", "because",
    "just because",
    "see above", "see below", "as above", "as before", "same", "same as above", "ditto", "whatever",
    "trust me", "accepted", "accept", "mitigated", "transferred", "avoided", "open", "irrelevant",
    "not relevant", "risk accepted", "ignore", "ignored", "somehow", "self explanatory", "obvious",
    "as discussed", "as agreed", "no risk", "low risk", "not applicable here", "no comment",
    "passed",
    "ok", "approved", "out of scope", "not in scope", "in scope", "legacy", "by design",
    "as designed",
    "not relevant for this product", "not relevant here", "does not apply", "not needed", "x y",
    "x y z", "x x", "no",
  ]

  private static let failures: Set<String> = ["failed", "fail", "fails", "failing"]

  /// Words that say that something was looked at, or is kept somewhere, and not what.
  private static let unrecorded: Set<String> = [
    "i", "us", "me", "everybody", "somebody", "someone", "people", "team", "developer",
    "developers",
    "engineering", "qa", "did", "do", "does", "done", "looked", "look", "looks", "looking",
    "checked",
    "check", "checks", "see", "seen", "tried", "try", "tested", "test", "tests", "testing",
    "verified",
    "verify", "works", "worked", "work", "working", "passed", "pass", "passes", "was", "were",
    "wiki", "confluence", "sharepoint", "jira", "intranet", "drive", "folder", "file", "files",
    "email",
    "mail", "document", "documents", "documentation", "docs", "code", "report", "reports", "record",
    "records", "somewhere", "elsewhere", "there", "here", "yet", "later", "soon", "ok", "okay",
    "fine",
    "yes", "everything", "internal", "internally", "manually", "on", "so", "seems", "think",
    "believe",
    "known", "already", "before", "once", "quickly", "briefly", "never", "nothing", "nobody",
    "pending",
    "open", "planned", "missing", "about", "responsible", "colleague", "colleagues",
  ]

  private static let nobody: Set<String> = [
    "me", "myself", "us", "somebody", "someone", "anybody", "anyone", "nobody", "no one", "noone",
    "everybody", "everyone", "who", "name", "names", "approver", "the approver", "signature",
    "author",
    "person", "user", "john doe", "jane doe", "max mustermann", "erika mustermann", "responsible",
    "the responsible", "to be named", "your name", "first last",
  ]

  /// Words that requirements are made of and that ask for nothing by themselves.
  private static let general: Set<String> = [
    "the", "a", "an", "it", "its", "this", "that", "all", "any", "every", "each", "our", "we", "is",
    "are", "be", "being", "been", "must", "shall", "should", "will", "has", "have", "to", "of",
    "and",
    "or", "in", "with", "by", "for", "from", "against", "as", "at", "at all", "times", "time",
    "always",
    "very", "fully", "completely", "highly", "sufficiently", "adequately", "appropriately",
    "properly",
    "well", "system", "systems", "product", "device", "devices", "software", "service", "services",
    "application", "app", "data", "everything", "things", "parts", "components", "component",
    "secure", "secured", "securely", "security", "safe", "safely", "safety", "protected", "protect",
    "protection", "private", "privacy", "cybersecurity", "cyber", "hardened", "robust", "resilient",
    "trusted", "trustworthy", "attack", "attacks", "threat", "threats", "risk", "risks", "harm",
    "ensure", "ensured", "ensures", "provide", "provides", "provided", "good", "best", "practice",
    "practices", "state", "art", "measure", "measures", "adequate", "appropriate", "suitable",
    "sufficient", "reasonable", "proper", "necessary", "implemented", "applied", "kept", "made",
    "design", "designed", "requirement", "requirements", "confidentiality", "integrity",
    "availability", "not", "no", "vulnerabilities", "vulnerable", "free", "possible", "where",
    "when",
  ]
}
