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
    "not relevant", "risk accepted", "ignore", "ignored",
  ]
}
