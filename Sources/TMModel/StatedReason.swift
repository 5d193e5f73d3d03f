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
    return Self.placeholders.contains(words) || words.hasPrefix("lorem ipsum")
      || saysNothingYet
  }

  /// Whether each clause of it says only that the work is still to be done, or nothing in particular: "Nobody checked
  /// this yet.", "Agreed by the team."
  private var saysNothingYet: Bool {
    let clauses = lowercased().split { ".;:!?".contains($0) }
      .flatMap { $0.split(separator: ",") }
      .map { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
      .filter { !$0.isEmpty }
    return !clauses.isEmpty
      && clauses.allSatisfy { words in
        Self.isPutOff(words)
          || words.allSatisfy {
            Self.unrecorded.contains($0) || Self.general.contains($0) || Self.verdicts.contains($0)
          }
      }
  }

  /// Whether a clause says that somebody has still to look or to act: a verb of that kind, and a word that takes it
  /// away or puts it off; and little else.
  private static func isPutOff(_ words: [String]) -> Bool {
    words.count <= 12 && words.contains(where: examining.contains)
      && words.contains(where: puttingOff.contains)
      && words.allSatisfy {
        examining.contains($0) || puttingOff.contains($0) || unrecorded.contains($0)
          || general.contains($0) || verdicts.contains($0)
      }
  }

  /// What is done to a threat before one can say anything of it.
  private static let examining: Set<String> = [
    "analysed", "analyzed", "analyse", "analyze", "analysis", "assessed", "assess", "assessment",
    "checked", "check", "reviewed", "review", "examined", "evaluated", "evaluate", "looked", "look",
    "looking", "considered", "handled", "handle", "fixed", "fix", "addressed", "clarified",
    "discussed", "decided", "decide", "done", "know", "knows", "investigated", "rated",
  ]

  private static let puttingOff: Set<String> = [
    "not", "nobody", "nothing", "never", "yet", "later", "next", "will", "soon", "future", "to",
    "t", "hasn", "haven", "isn", "didn", "don",
  ]

  /// Words that judge and give no ground.
  private static let verdicts: Set<String> = [
    "agreed", "handled", "rated", "low", "high", "medium", "small", "minor", "negligible", "apply",
    "applies", "easy", "can", "because", "live", "could", "may", "might", "release", "releases",
    "version", "sprint", "what", "how", "anyone", "cannot", "them", "they", "if", "about",
    "acceptable",
    "accepted", "ok", "just", "only", "relevant", "applicable",
  ]

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
