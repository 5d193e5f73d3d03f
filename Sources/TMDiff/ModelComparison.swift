// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Compares two models: what is written, then what follows from it.
struct ModelComparison {
  let changes: [DeclarationChange]
  let crossings: [CrossingChange]
  let threats: [ThreatChange]
  let findings: FindingChanges

  init(_ old: ComparedModel, _ new: ComparedModel, today: CalendarDate) {
    let pairs = Correspondence(old.model, new.model)
    let declarations = DeclarationComparison(pairs)
    let causes = ChangeIndex(pairs, declarations.changes, declarations.positions)
    crossings = CrossingComparison(pairs, causes).changes()
    let comparison = ThreatComparison(old, new, pairs, causes, today: today)
    threats = comparison.threats
    var changes = declarations.changes
    for (position, ids) in comparison.unguarded { changes[position].unguarded = ids }
    self.changes = changes
    findings = FindingChanges(
      from: old.findings, to: new.findings, names: Self.newNames(pairs, old, new))
  }

  /// What the paths and threats of the old model are called in the new one, where that differs.
  private static func newNames(
    _ pairs: Correspondence, _ old: ComparedModel, _ new: ComparedModel
  ) -> [String: String] {
    var names: [String: String] = [:]
    var subjects: [EntityID: String] = [:]
    for id in old.model.allEntities {
      guard let other = pairs.counterpart(id, from: .old) else { continue }
      let (before, after) = (old.model.path(id), new.model.path(other))
      if before == after { continue }
      names[before] = after
      subjects[id] = after
    }
    if subjects.isEmpty { return [:] }
    for threat in old.register.threats {
      guard let subject = subjects[threat.about] else { continue }
      names[threat.id] = "\(subject).\(threat.name)"
    }
    return names
  }
}
