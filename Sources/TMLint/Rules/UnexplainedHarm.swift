// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let unexplainedHarm = Rule(
    "unexplained-harm", .warning,
    "A graver hazard that follows from the model is set aside, and nothing says why.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    if model.all(.hazard).isEmpty { return }
    let facts = SubjectFacts(model)
    var order: [EntityID] = []
    var dropped: [EntityID: [(hazard: EntityID, source: EntityID)]] = [:]
    var threats: [EntityID: [AssessedThreat]] = [:]
    for assessed in context.stated + unstated(context) {
      guard let overriding = facts.overridingHarm(of: assessed.threat) else { continue }
      let kept = assessed.hazards
      let lost = facts.derivedHazards(of: assessed.threat).filter { pair in
        !kept.contains(pair.hazard) && isGraver(pair.hazard, than: kept, model)
      }
      if lost.isEmpty || isExplained(overriding, assessed.threat, model) { continue }
      if threats[overriding] == nil { order.append(overriding) }
      threats[overriding, default: []].append(assessed)
      for pair in lost where dropped[overriding]?.contains(where: { $0 == pair }) != true {
        dropped[overriding, default: []].append(pair)
      }
    }
    for overriding in order {
      let lost = dropped[overriding] ?? []
      let hazards = lost.map(\.hazard).reduce(into: [EntityID]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      findings.report(
        "`\(model.fullPath(overriding))` sets aside \(context.list(hazards)) without saying why",
        about: overriding, at: context.range(of: .harm, orHeadingOf: overriding),
        secondary: lost.prefix(4).map {
          Label(
            context.range(of: .harm, orHeadingOf: $0.source),
            "`\(model.path($0.hazard))` follows from this")
        },
        notes: ["it counts for \(context.listed((threats[overriding] ?? []).map(\.threat.id)))"],
        help: "write in `because` why it cannot come to that, or leave `harm` out",
        risk: RatedRisk(threats[overriding] ?? []))
    }
  }

  /// Whether a hazard is graver than all of some, or of several patients where none of these is. Who names
  /// one that weighs as much says more exactly what follows.
  private static func isGraver(
    _ hazard: EntityID, than others: [EntityID], _ model: Model
  ) -> Bool {
    if others.isEmpty { return true }
    if model.isMultiPatient([hazard]), !model.isMultiPatient(others) { return true }
    let order = Vocabulary.harmSeverities.words
    // One of unknown severity may be as grave as can be.
    let rank = { (id: EntityID) in
      model.word(id, .severity).flatMap(order.firstIndex) ?? order.count
    }
    return rank(hazard) > others.map(rank).max() ?? 0
  }

  /// The threats that no triage or decision states anything of.
  private static func unstated(_ context: LintContext) -> [AssessedThreat] {
    context.risks.threats.filter { $0.threat.statements.isEmpty }
  }

  private static func isExplained(
    _ overriding: EntityID, _ threat: Threat, _ model: Model
  ) -> Bool {
    if overriding != threat.about {
      // A stated assumption is a reason too.
      let rests = threat.statements.contains { model.entry($0, .about) != nil }
      return rests || threat.rationale(in: model) != nil
    }
    return model.text(overriding, .because)?.givesNoReason == false
  }
}
