// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a text says that somebody lives with a risk, or that somebody else carries it: "We accept this risk",
/// "Accepted (QA, 2026-05-01)", "Transferred to the insurer". A tool that knows no such state calls the threat mitigated,
/// or not applicable, and leaves it to the text.
enum RiskTaken {
  /// The state that a text gives a threat; nil where it speaks of a measure, or of something else.
  static func state(saidIn text: String) -> ImportedStatus? {
    let plain = ImportedText.condensed(text).lowercased().replacing("’", with: "'")
    let parts = plain.replacing(" but ", with: ". ").split { ".;!?".contains($0) }.map(String.init)
    var found: ImportedStatus?
    for (place, part) in parts.enumerated() where found == nil {
      let words = part.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
      found = isAccepted(words) ? .accepted : isTransferred(words) ? .transferred : nil
      // What is left beside a measure is accepted of every measure.
      guard found != nil, !residual.isDisjoint(with: words) else { continue }
      let others = parts.enumerated().filter { $0.offset != place }.map(\.element)
      if others.contains(where: { MeasureWords.name($0) && MeasureStanding($0) == .stated }) {
        return nil
      }
    }
    return found
  }

  private static func isAccepted(_ words: [String]) -> Bool {
    for (place, word) in words.enumerated() where acceptance.contains(where: word.hasPrefix) {
      let before = words[max(0, place - 2)..<place]
      let next = place + 1 < words.count ? words[place + 1] : ""
      // "Unsigned packages are not accepted", "accepts only signed ones" are measures.
      if !denials.isDisjoint(with: before) || restrictions.contains(next) { continue }
      if !risks.isDisjoint(with: words) || next == "by" || next == "von" { return true }
      if place == 0, states.contains(word) { return true }
    }
    return false
  }

  private static func isTransferred(_ words: [String]) -> Bool {
    for (place, word) in words.enumerated() {
      if ["insured", "insurer", "insurance", "versichert", "versicherung"].contains(word) {
        return true
      }
      guard word.hasPrefix("transfer") || word.hasPrefix("übertragen") else { continue }
      let next = place + 1 < words.count ? words[place + 1] : ""
      if !risks.isDisjoint(with: words) || place == 0 && ["to", "an"].contains(next) {
        return true
      }
    }
    return false
  }

  private static let acceptance = ["accept", "akzept", "tolerat", "tolerier", "hingenommen"]
  private static let states: Set<String> = ["accepted", "acceptable", "akzeptiert", "tolerated"]
  private static let risks: Set<String> = [
    "risk", "risks", "risiko", "risiken", "restrisiko", "residual", "threat", "finding",
  ]
  private static let residual: Set<String> = ["residual", "remaining", "restrisiko"]
  private static let denials: Set<String> = [
    "not", "never", "no", "only", "nicht", "isn't", "aren't",
  ]
  private static let restrictions: Set<String> = ["only", "just", "nur"]
}

extension ImportedThreat {
  /// Takes the state that the text beside it gives the threat, where the file calls it mitigated or not applicable by
  /// nothing else.
  ///
  /// - Returns: the text, and what the file called the threat; nil where its state stays.
  mutating func heedRiskTaken() -> (text: String, called: String)? {
    guard status == .mitigated || status == .notApplicable, !isReturning, mark == nil,
      controls.isEmpty, let text = mitigation ?? because,
      let state = RiskTaken.state(saidIn: text)
    else { return nil }
    let called = status.word ?? ""
    status = state
    because = [because, mitigation].compactMap { $0 }.joined(separator: " ")
    mitigation = nil
    return (text, called)
  }
}
