// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let missingHarm = Rule(
    "missing-harm", .warning,
    "A threat whose template names a consequence for a patient leads to no hazard of the model.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    // A model without hazards leaves the link to the safety side out as a whole.
    guard !model.all(.hazard).isEmpty else { return }
    let facts = SubjectFacts(model)
    var places: [EntityID] = []
    var threats: [EntityID: [AssessedThreat]] = [:]
    for assessed in context.risks.threats {
      let threat = assessed.threat
      guard let template = threat.template, let consequence = template.consequence,
        threat.category.endangersFunction, assessed.hazards.isEmpty,
        threat.status != .notApplicable,
        !consequence.isEmpty, !isStated(threat, facts, model)
      else { continue }
      if threats[threat.about] == nil { places.append(threat.about) }
      threats[threat.about, default: []].append(assessed)
    }
    for place in places {
      let found = threats[place] ?? []
      let names = found.prefix(3).map { "`\($0.threat.name)`" }.joined(separator: ", ")
      let rest = found.count > 3 ? " and \(found.count - 3) more" : ""
      findings.report(
        "`\(model.path(place))` has no hazard for what \(names)\(rest) can lead to", about: place,
        at: model.headingRange(place),
        notes: found.prefix(1).compactMap { $0.threat.template?.consequence },
        help: "write `harm:` here, at the asset or in the triage: with the hazard, or `none`")
    }
  }

  /// Whether somebody says that there is no hazard: of the threat, of what it is about, or of each asset
  /// at stake.
  private static func isStated(_ threat: Threat, _ facts: SubjectFacts, _ model: Model) -> Bool {
    if facts.overridingHarm(of: threat) != nil { return true }
    let assets = facts.assets(of: threat.about)
    return !assets.isEmpty && assets.allSatisfy { model.entry($0, .harm) != nil }
  }
}
