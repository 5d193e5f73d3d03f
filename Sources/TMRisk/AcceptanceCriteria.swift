// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What the policies of a model accept, and what they require of a decision.
package struct AcceptanceCriteria: Sendable {
  /// The conditions of `accept`; a risk is acceptable where one of them holds.
  package let accept: [Condition]
  /// The conditions of `require`; every threat has to fulfil all of them.
  package let require: [Condition]
  private let model: Model

  init(_ model: Model) {
    self.model = model
    let policies = model.all(.policy)
    accept = policies.flatMap { model.conditions($0, .accept) }
    require = policies.flatMap { model.conditions($0, .require) }
  }

  /// Whether the policy says anything about acceptance or decisions.
  package var isStated: Bool { !accept.isEmpty || !require.isEmpty }

  /// Whether what is left of a risk is acceptable; nil where no policy says what is.
  func accepts(_ assessed: AssessedThreat) -> Bool? {
    if accept.isEmpty { return nil }
    return accept.contains(where: evaluator(assessed).holds)
  }

  /// The requirements that a threat does not fulfil.
  package func unmet(by assessed: AssessedThreat) -> [Condition] {
    if require.isEmpty { return [] }
    let evaluator = evaluator(assessed)
    return require.filter { !evaluator.holds($0) }
  }

  /// Whether one condition of the policy holds for a threat.
  package func holds(_ condition: Condition, for assessed: AssessedThreat) -> Bool {
    evaluator(assessed).holds(condition)
  }

  /// What each clause of a condition met in a threat.
  package func trace(_ condition: Condition, _ assessed: AssessedThreat) -> [ClauseTrace] {
    evaluator(assessed).trace(condition)
  }

  private func evaluator(_ assessed: AssessedThreat) -> Evaluator {
    Evaluator(model, about: AssessedSubject(assessed, model))
  }
}
