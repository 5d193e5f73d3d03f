// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The values of a threat, for conditions that are about one.
extension Evaluator {
  /// The declaration that states a property of the threat.
  func stating(_ property: Property) -> EntityID? {
    threat.flatMap { model.first($0.statements, stating: property) }
  }

  func isTrue(_ attribute: ComputedThreatAttribute) -> Bool {
    guard let threat else { return false }
    switch attribute {
    case .id, .name, .about, .category: return true
    case .multiPatient: return threat.isMultiPatient
    case .score, .initialScore, .residual: return threat.number(attribute) != nil
    case .method, .status, .treatment, .severity, .exploitability, .risk, .harmSeverity, .zone:
      return !threat.words(attribute).isEmpty
    case .harm, .crosses, .assets, .controls: return !threat.entities(attribute).isEmpty
    }
  }

  /// The value in words, for saying why a condition holds or does not.
  func value(_ attribute: ComputedThreatAttribute) -> String {
    guard let threat else { return "nothing to look at" }
    switch attribute {
    case .id: return "`\(threat.id)`"
    case .multiPatient: return threat.isMultiPatient ? "yes" : "no"
    case .score, .initialScore, .residual:
      return threat.number(attribute).map { "\($0)" } ?? "not rated"
    case .about: return "`\(model.path(threat.about.entity))`"
    case .harm, .crosses, .assets, .controls:
      return Self.list(threat.entities(attribute).map { "`\(model.path($0))`" })
    case .risk where threat.words(.risk).isEmpty:
      return
        "in no cell of the matrix: it needs an exploitability, a hazard with a severity, and a "
        + "row and column for them"
    case .name, .category, .method, .status, .treatment, .severity, .exploitability, .risk,
      .harmSeverity, .zone:
      return Self.list(threat.words(attribute).map { "`\($0)`" })
    }
  }

  /// What the clauses of a condition met in the threat that the evaluator is about.
  package func trace(_ condition: Condition) -> [ClauseTrace] {
    guard let threat else { return [] }
    return trace(condition, for: threat.about)
  }
}
