// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let untreatedThreat = Rule(
    "untreated-threat", .error, "A threat is open, and the policy does not accept its risk.",
    evidence: .absence
  ) { context, findings in
    guard context.risks.criteria.judges else { return }
    let remedies = Remedies(context)
    for assessed in context.risks.threats
    where assessed.threat.status == .open && assessed.isAcceptable == false {
      if context.hasWrongRating(assessed) { continue }
      let planned = context.unfinished(assessed)
      findings.report(
        "\(context.named(assessed)) is open\(reason(assessed, planned.controls, context))",
        about: context.place(of: assessed), at: primary(assessed, context),
        secondary: planned.labels, notes: notes(assessed, planned.controls, context),
        help: help(assessed, planned.controls, remedies, context), risk: RatedRisk(assessed))
    }
  }

  private static func reason(
    _ assessed: AssessedThreat, _ planned: [EntityID], _ context: LintContext
  ) -> String {
    if !planned.isEmpty {
      return ": \(context.list(planned)) \(planned.count == 1 ? "is" : "are") not in place"
    }
    return assessed.isRated
      ? ", and the policy does not accept its risk" : ", and nobody rated or decided it"
  }

  /// The status that its triage states, else the triage, else what it is about.
  private static func primary(_ assessed: AssessedThreat, _ context: LintContext) -> SourceRange {
    guard let triage = assessed.threat.triage else {
      return context.model.headingRange(assessed.threat.about)
    }
    return context.range(of: .status, orHeadingOf: triage)
  }

  private static func notes(
    _ assessed: AssessedThreat, _ planned: [EntityID], _ context: LintContext
  ) -> [String] {
    guard assessed.isRated else { return [] }
    var notes = context.acceptanceNotes(assessed)
    if let residual = assessed.residual, !planned.isEmpty {
      notes.append("the residual score of \(residual.score) counts once the measure is in place")
    }
    return notes
  }

  private static func help(
    _ assessed: AssessedThreat, _ planned: [EntityID], _ remedies: Remedies,
    _ context: LintContext
  ) -> String {
    let model = context.model
    let about = assessed.threat.about
    let decide = "decide in \(context.triagePlace(assessed))"
    let rest = assessed.isRated ? decide : "rate and \(decide)"
    if !planned.isEmpty {
      let controls = context.list(planned)
      return "put \(controls) in place and set `status: implemented`, or \(rest)"
    }
    let found = remedies.remedies(for: assessed)
    if found.isEmpty, let template = assessed.threat.template, template.isSpecial {
      let ways = Suggestion.alternatives(template.mechanisms)
      return "add a control that works by \(ways) (`mechanism`), write "
        + "`answers: \(assessed.threat.name)` in one that answers it, or \(rest)"
    }
    let category = assessed.threat.category.rawValue
    if found.isEmpty { return "add a control that mitigates \(category), or \(rest)" }
    let (verb, which) = found.count == 1 ? ("mitigates", "it") : ("mitigate", "one")
    return "\(context.list(found)) \(verb) \(category): if \(which) is at work here, name it in "
      + "`controls` of `\(model.path(about))`, or else \(rest)"
  }
}
