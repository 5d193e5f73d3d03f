// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

/// What findings say of the `accept` and `require` conditions of a policy.
extension LintContext {
  /// The text of a condition as it is written, on one line and not too long.
  func quoted(_ property: Property, _ range: SourceRange) -> String {
    let text = model.sources.text(range).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let shown = text.count > 120 ? text.prefix(119) + "…" : text[...]
    return "`\(property.word): \(shown)`"
  }

  /// The clauses of a condition that a threat does not meet, with what they met instead:
  /// "score is 7.4".
  func unmetClauses(
    _ condition: Condition, _ assessed: AssessedThreat
  ) -> [(range: SourceRange, facts: [ClauseTrace.Fact])] {
    risks.criteria.trace(condition, assessed).filter { !$0.holds }.map { ($0.range, $0.facts) }
  }

  /// Facts as a sentence: "score is 7.4, harm-severity is `critical`".
  func sentence(_ facts: [ClauseTrace.Fact]) -> String {
    facts.map { "\($0.name) is \($0.value)" }.joined(separator: ", ")
  }

  /// A second label at each clause of a condition that a threat does not meet.
  func labels(_ condition: Condition, _ assessed: AssessedThreat) -> [Label] {
    unmetClauses(condition, assessed).map { Label($0.range, sentence($0.facts)) }
  }

  /// What each condition of `accept` met in a threat, for notes; at most four.
  func acceptanceNotes(_ assessed: AssessedThreat) -> [String] {
    risks.criteria.accept.prefix(4).map { condition in
      let facts = unmetClauses(condition, assessed).flatMap(\.facts)
      return "\(quoted(.accept, condition.range)): \(sentence(facts))"
    }
  }

  /// The properties that a condition asks for and that nobody states of a threat.
  func missing(_ condition: Condition, _ assessed: AssessedThreat) -> [Property] {
    let facts = unmetClauses(condition, assessed).flatMap(\.facts)
    var missing: [Property] = []
    for fact in facts where ["not stated", "not rated", "none"].contains(fact.value) {
      let word = fact.name == "initial-score" ? "score" : fact.name
      guard let property = Property(word: word),
        Schema.spec(of: .threat).spec(of: property) != nil, !missing.contains(property)
      else { continue }
      missing.append(property)
    }
    return missing
  }

  /// Whether `unmet-requirement` reports that a property of a threat is missing, so that no other
  /// rule has to.
  func isRequired(_ property: Property, _ assessed: AssessedThreat) -> Bool {
    if turnedOff.contains(Rule.unmetRequirement.name) { return false }
    return risks.criteria.unmet(by: assessed).contains { missing($0, assessed).contains(property) }
  }
}
