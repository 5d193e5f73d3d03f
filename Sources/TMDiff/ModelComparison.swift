// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// Compares two models: what is written, then what follows from it.
struct ModelComparison {
  let changes: [DeclarationChange]
  let crossings: [CrossingChange]
  let threats: [ThreatChange]
  let findings: FindingChanges
  let excused: [FindingChange]
  let newPaths: [String: String]

  init(_ old: ComparedModel, _ new: ComparedModel, today: CalendarDate) {
    let pairs = Correspondence(old.model, new.model)
    let declarations = DeclarationComparison(
      pairs, SeverityComparison(old: old.severities, new: new.severities))
    let causes = ChangeIndex(pairs, declarations.changes, declarations.positions)
    crossings = CrossingComparison(pairs, causes).changes()
    let comparison = ThreatComparison(old, new, pairs, causes, today: today)
    threats = comparison.threats
    var changes = declarations.changes
    for (position, ids) in comparison.unguarded { changes[position].unguarded = ids }
    self.changes = changes
    newPaths = Self.newPaths(pairs)
    findings = FindingChanges(
      from: old.findings, to: new.findings, names: Self.newNames(newPaths, old.register, old.model))
    excused =
      FindingChanges(
        from: old.excused, to: new.excused,
        names: Self.newNames(newPaths, old.register, old.model)
      ).new
  }

  /// What the paths of the old model are in the new one, where they differ.
  private static func newPaths(_ pairs: Correspondence) -> [String: String] {
    var paths: [String: String] = [:]
    for id in pairs.old.allEntities {
      guard let other = pairs.counterpart(id, from: .old) else { continue }
      let (before, after) = (pairs.path(id, on: .old), pairs.path(other, on: .new))
      if before != after { paths[before] = after }
    }
    return paths
  }

  /// The paths, and the ids of threats with them, as messages name them.
  private static func newNames(
    _ paths: [String: String], _ register: ThreatRegister, _ model: Model
  ) -> [String: String] {
    if paths.isEmpty { return [:] }
    var names = paths
    for threat in register.threats {
      guard let subject = paths[model.path(threat.about)] else { continue }
      names[threat.id] = "\(subject).\(threat.name)"
    }
    return names
  }
}
