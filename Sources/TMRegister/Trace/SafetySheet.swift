// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMWriting

/// The hand-over to the safety risk file as a table: `to-safety` rows lead from a hazard to a threat,
/// `from-control` rows from a control to a hazard that it has an effect on itself.
package enum SafetySheet {
  /// What every form of the hand-over says first.
  package static let separation =
    "severity of harm comes from the safety risk file and the score from the security side; they "
    + "stand beside each other and are never combined into one number"

  /// One row: a hazard with a threat, or a control with a hazard.
  private struct Row {
    let hazard: EntityID?
    var assessed: AssessedThreat?
    var effect: SafetyTrace.Effect?
  }

  package static func sheet(
    of safety: SafetyTrace, _ risks: RiskRegister, in model: Model
  ) -> Sheet {
    let facts = TraceFacts(model)
    return Sheet(
      "rows", notes: notes(risks),
      hazardColumns(facts) + threatColumns(facts) + controlColumns(facts), rows(safety))
  }

  /// What a reader has to know: that nothing is combined, and whose matrix it is.
  package static func notes(_ risks: RiskRegister) -> [String] {
    risks.matrixDeclaration == nil ? [separation, RiskMatrix.cellsNote] : [separation]
  }

  private static func rows(_ safety: SafetyTrace) -> [Row] {
    let threats = safety.entries.flatMap { entry -> [Row] in
      if entry.threats.isEmpty { return [Row(hazard: entry.hazard)] }
      return entry.threats.map { Row(hazard: entry.hazard, assessed: $0) }
    }
    let effects = safety.effects.flatMap { effect -> [Row] in
      if effect.hazards.isEmpty { return [Row(hazard: nil, effect: effect)] }
      return effect.hazards.map { Row(hazard: $0, effect: effect) }
    }
    return threats + effects
  }

  private static func hazardColumns(_ facts: TraceFacts) -> [Sheet.Column<Row>] {
    let model = facts.model
    return [
      ("direction", { .text($0.effect == nil ? "to-safety" : "from-control") }),
      ("hazard", { .init($0.hazard.map(model.path)) }),
      ("hazard-title", { .init($0.hazard.flatMap(facts.title)) }),
      ("harm-severity", { .init($0.hazard.flatMap { model.word($0, .severity) }) }),
      (
        "multi-patient",
        { $0.hazard.map { .boolean(model.boolean($0, .multiPatient) == true) } ?? .empty }
      ),
      ("hazard-link", { .list($0.hazard.map { model.texts($0, .link) } ?? []) }),
    ]
  }

  private static func threatColumns(_ facts: TraceFacts) -> [Sheet.Column<Row>] {
    let measures = MeasureFinder(facts.model)
    return [
      ("threat", { .init($0.assessed?.threat.id) }),
      ("category", { .init($0.assessed?.threat.category.rawValue) }),
      ("threat-title", { .init($0.assessed.map { facts.threats.title($0.threat) }) }),
      ("status", { .init($0.assessed?.threat.status.rawValue) }),
      ("treatment", { .init($0.assessed?.treatment?.rawValue) }),
      ("score", { .init($0.assessed?.initial?.score.value) }),
      ("exploitability", { .init($0.assessed?.initialExploitability?.rawValue) }),
      ("risk", { .init($0.assessed?.initialRisk) }),
      ("residual", { .init($0.assessed?.residual?.score.value) }),
      ("residual-exploitability", { .init($0.assessed?.residualExploitability?.rawValue) }),
      ("residual-risk", { .init($0.assessed?.residualRisk) }),
      ("acceptable", { $0.assessed?.isAcceptable.map(Sheet.Value.boolean) ?? .empty }),
      (
        "measures",
        {
          .list(
            $0.assessed.map { measures.measures(for: $0.threat).map(facts.nameWithStatus) } ?? [])
        }
      ),
    ]
  }

  private static func controlColumns(_ facts: TraceFacts) -> [Sheet.Column<Row>] {
    let model = facts.model
    return [
      ("control", { .init($0.effect.map { model.path($0.control) }) }),
      ("control-title", { .init($0.effect.flatMap { facts.title($0.control) }) }),
      ("control-status", { .init($0.effect.map { facts.status(ofControl: $0.control) }) }),
      ("new-risks", { .init($0.effect?.newRisks) }),
    ]
  }
}
