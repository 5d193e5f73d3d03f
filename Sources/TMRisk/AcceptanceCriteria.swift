// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSource
import TMSyntax

/// What the policies of a model accept, and what they require of a decision.
package struct AcceptanceCriteria: Sendable {
  /// The conditions of `accept`; a risk is acceptable where one of them holds.
  package let accept: [Condition]
  /// The conditions of `require`; every threat has to fulfil all of them.
  package let require: [Condition]
  /// The conditions of `approve`; what one of them holds for counts only as it was approved.
  package let approve: [Condition]
  /// The conditions of a command line that select threats.
  package let selection: [Condition]
  /// Whether what is acceptable follows from the cells of a matrix that the model declares, for want of
  /// `accept`.
  package let isByMatrix: Bool
  private let model: Model
  private let matrix: RiskMatrix

  init(_ model: Model, _ matrix: RiskMatrix, isDeclared: Bool) {
    self.model = model
    self.matrix = matrix
    let selecting = { (id: EntityID) in
      model.sources[model.nameRange(id).file].origin == .selection
    }
    let policies = model.all(.policy).filter { !selecting($0) }
    let authority = PolicyAuthority(model)
    let outside = policies.filter(authority.isOutside)
    let stated = { (policies: [EntityID], property: Property) in
      policies.flatMap { model.conditions($0, property) }
    }
    // What the organisation accepts, the model does not widen.
    let accepted = stated(outside, .accept)
    accept = accepted.isEmpty ? stated(policies, .accept) : accepted
    require = stated(policies, .require)
    approve = stated(policies, .approve)
    selection = stated(model.all(.policy).filter(selecting), .approve)
    isByMatrix = accept.isEmpty && isDeclared
  }

  /// Whether the policy says anything about acceptance or decisions.
  package var isStated: Bool { !accept.isEmpty || !require.isEmpty }

  /// Whether anything says which risks are acceptable: `accept`, or for want of it a matrix.
  package var judges: Bool { !accept.isEmpty || isByMatrix }

  /// Whether a condition of the policy speaks of the risk matrix.
  package var namesMatrix: Bool {
    (accept + require).contains { $0.speaks(of: .threat(.computed(.risk))) }
  }

  /// Whether the policy wants a threat to be approved.
  package func wantsApproval(of assessed: AssessedThreat) -> Bool {
    approve.contains(where: evaluator(assessed).holds)
  }

  /// Whether the command line selects a threat; all where it states nothing.
  package func selects(_ assessed: AssessedThreat) -> Bool {
    selection.isEmpty || selection.contains(where: evaluator(assessed).holds)
  }

  /// Whether what is left of a risk is acceptable; nil where no policy says what is.
  func accepts(_ assessed: AssessedThreat) -> Bool? {
    if isByMatrix {
      // What somebody took on and nobody rated lies in no cell, and so in none that is acceptable.
      let isTakenOn = assessed.threat.status != .open && assessed.isLeft && !assessed.isRated
      return assessed.currentRisk.map(matrix.acceptable.contains) ?? (isTakenOn ? false : nil)
    }
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
