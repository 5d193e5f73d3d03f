// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax
import TMThreats

/// What the reports of a trace say of each link.
struct TraceFacts {
  let model: Model
  let threats: ThreatFacts

  init(_ model: Model) {
    self.model = model
    threats = ThreatFacts(model)
  }

  /// - Parameter threats: facts of the same model.
  init(_ model: Model, _ threats: ThreatFacts) {
    self.model = model
    self.threats = threats
  }

  func title(_ id: EntityID) -> String? { model.ownTitle(id) }

  /// The path of a control, or `property` and the condition that holds.
  func name(_ measure: Measure) -> String {
    switch measure {
    case .control(let control): model.path(control)
    case .property(let range): "property \(ConditionText.oneLine(range, in: model.sources))"
    }
  }

  /// The name, with the status of a control that is not in place.
  func nameWithStatus(_ measure: Measure) -> String {
    guard case .control(let control) = measure, !model.isInPlace(control: control) else {
      return name(measure)
    }
    return "\(model.path(control)) (\(status(ofControl: control)))"
  }

  /// How far a control is; one without a status counts as implemented.
  func status(ofControl id: EntityID) -> String { threats.status(ofControl: id) }

  /// Whether a declared verification passed; nil for one that is kept elsewhere.
  func result(_ evidence: Evidence) -> String? {
    guard case .declared = evidence else { return nil }
    return model.result(of: evidence).rawValue
  }

  /// "7.7 high", "exploitability high" or nil, of a threat before or after measures.
  static func weight(_ rating: Rating?, _ exploitability: ExploitabilityLevel?) -> String? {
    if let rating { return "\(rating.score) \(rating.severity.rawValue)" }
    return exploitability.map { "exploitability \($0.rawValue)" }
  }

  /// "7.7 high, uncontrolled → 2.0 low, controlled": what it weighs before and after measures.
  func weights(_ assessed: AssessedThreat) -> String {
    let initial = [
      Self.weight(assessed.initial, assessed.initialExploitability), assessed.initialRisk,
    ].compactMap { $0 }.joined(separator: ", ")
    let residual = [
      Self.weight(assessed.residual, assessed.residualExploitability), assessed.residualRisk,
    ].compactMap { $0 }.joined(separator: ", ")
    if initial.isEmpty, residual.isEmpty { return "not rated" }
    if residual.isEmpty { return initial }
    return "\(initial.isEmpty ? "not rated" : initial) → \(residual)"
  }
}
