// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let unexplainedResidual = Rule(
    "unexplained-residual", .warning,
    "A threat is rated lower after measures than before, and no measure is at work.",
    evidence: .absence
  ) { context, findings in
    let measures = MeasureFinder(context.model)
    let found = context.statements(of: .residual) { isLower($0) && !isExplained($0, measures) }
    for statement in found {
      guard let first = statement.threats.first, let initial = first.initial,
        let residual = first.residual
      else { continue }
      let (one, many) = reasons(first)
      findings.report(
        context.subject(
          of: statement, "is rated \(residual.score) after measures, and \(one)",
          "are rated \(residual.score) after measures, and \(many)"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [context.label(.score, of: first, "before measures: \(initial.weight)")]
          .compactMap { $0 },
        notes: context.members(of: statement),
        help: "name in `controls` what lowers it and is in place, or rate what is left as before",
        risk: RatedRisk(statement.threats))
    }
  }

  private static func isLower(_ assessed: AssessedThreat) -> Bool {
    guard let initial = assessed.initial, let residual = assessed.residual else { return false }
    return initial.scheme == residual.scheme && residual.score < initial.score
  }

  /// Whether something effective lowers it, or the rating is no more than a plan: an open threat
  /// counts by its score before measures until the planned control is in place.
  private static func isExplained(_ assessed: AssessedThreat, _ measures: MeasureFinder) -> Bool {
    if measures.isAnswered(assessed.threat) { return true }
    let isPlan = assessed.threat.status == .open && assessed.threat.refusedClaim == nil
    return isPlan && !assessed.threat.controls.isEmpty
  }

  private static func reasons(_ assessed: AssessedThreat) -> (String, String) {
    if assessed.threat.controls.isEmpty {
      return ("no control in place and no property answers it", "no control in place answers them")
    }
    return ("what answers it is only planned", "what answers them is only planned")
  }
}
