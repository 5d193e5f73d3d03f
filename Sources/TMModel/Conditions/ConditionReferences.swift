// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Condition {
  /// The declarations that the condition names, such as `pump` of `source is pump`.
  package var references: Set<EntityID> {
    var found: Set<EntityID> = []
    root.collectReferences(into: &found)
    return found
  }
}

extension ConditionNode {
  fileprivate func collectReferences(into found: inout Set<EntityID>) {
    switch self {
    case .all(let nodes), .any(let nodes):
      for node in nodes { node.collectReferences(into: &found) }
    case .not(let inner): inner.collectReferences(into: &found)
    case .implies(let condition, let consequence):
      condition.collectReferences(into: &found)
      consequence.collectReferences(into: &found)
    case .quantified(let inner): inner.condition?.collectReferences(into: &found)
    case .isEntity(_, let entities): found.formUnion(entities)
    case .truth, .isKind, .isWord, .compare, .compareRank, .compareDate, .compareText: break
    }
  }
}
