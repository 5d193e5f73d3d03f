// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

extension Model {
  /// Whether every condition of the model holds for the same subjects as in another one, of which the
  /// conditions did not take too long: what changed between the two is wording.
  ///
  /// Most letters that somebody types belong to a title, a description or a reason. May say no of models
  /// where it would be true.
  package func answersConditions(like other: Model) -> Bool {
    guard !other.effort.isSpent, isComplete == other.isComplete, system == other.system,
      symbols.holdsSame(as: other.symbols), haveSameFiles(as: other),
      entities.elementsEqual(other.entities, by: Self.areAlike),
      graph.flows.elementsEqual(other.graph.flows, by: Self.areAlike),
      entries.elementsEqual(
        other.entries, by: { $0.property == $1.property && $0.values == $1.values }),
      conditions.elementsEqual(other.conditions, by: { $0.asksSame(as: $1) }),
      values.count == other.values.count
    else { return false }
    let readsText = conditionsReadText
    return zip(values, other.values).allSatisfy {
      Self.areAlike($0.content, $1.content, readsText: readsText)
    }
      && allEntities.allSatisfy { hasLikeTitle($0, in: other, readsText) }
  }

  /// Whether the answer of any condition depends on the words of a title or text.
  var conditionsReadText: Bool { conditions.contains { $0.clauses.contains(where: \.readsText) } }

  private func haveSameFiles(as other: Model) -> Bool {
    sources.files.elementsEqual(other.sources.files) {
      $0.path == $1.path && $0.origin == $1.origin
    }
  }

  private static func areAlike(_ one: Entity, _ other: Entity) -> Bool {
    one.keyword == other.keyword && one.name == other.name && one.parent == other.parent
      && one.file == other.file && one.properties == other.properties
  }

  /// The ends are written before the properties, and so in no table but the graph.
  private static func areAlike(_ one: Flow, _ other: Flow) -> Bool {
    one.entity == other.entity && one.source == other.source && one.target == other.target
      && one.sourceInterface == other.sourceInterface
      && one.targetInterface == other.targetInterface && one.isTwoWay == other.isTwoWay
  }

  static func areAlike(_ one: Value.Content, _ other: Value.Content, readsText: Bool) -> Bool {
    switch (one, other) {
    case (.text(let one), .text(let other)):
      one == other
        || !readsText && one.givesNoReason == other.givesNoReason
          && one.namesNothing == other.namesNothing
          && one.showsNothing == other.showsNothing
          && one.allSatisfy(\.isWhitespace) == other.allSatisfy(\.isWhitespace)
    case (.word(let one), .word(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.boolean(let one), .boolean(let other)): one == other
    case (.date(let one), .date(let other)): one == other
    case (.entity(let one), .entity(let other)): one == other
    case (.condition(let one), .condition(let other)): one == other
    case (.invalid, .invalid): true
    case (.text, _), (.word, _), (.number, _), (.boolean, _), (.date, _), (.entity, _),
      (.condition, _), (.invalid, _):
      false
    }
  }

  private func hasLikeTitle(_ id: EntityID, in other: Model, _ readsText: Bool) -> Bool {
    switch (ownTitle(id), other.ownTitle(id)) {
    case (nil, nil): true
    // The title of a person tells whose data they work with.
    case (let one?, let other?): one == other || !readsText && self[id].keyword != .external
    case (nil, _?), (_?, nil): false
    }
  }
}

extension Condition {
  /// Whether another condition asks the same, where both are of models with the same declarations.
  fileprivate func asksSame(as other: Condition) -> Bool {
    isConjunction == other.isConjunction
      && clauses.elementsEqual(other.clauses) { one, other in
        if let one = one.waiting, let other = other.waiting { return one == other }
        return one.node == other.node
      }
  }
}

extension Condition.Clause {
  fileprivate var readsText: Bool { waiting?.mayReadText ?? true && node.readsText }
}

extension ConditionNode {
  /// Whether the answer depends on the words of a title or text.
  fileprivate var readsText: Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains(where: \.readsText)
    case .not(let node): node.readsText
    case .implies(let left, let right): left.readsText || right.readsText
    case .quantified(let list): list.condition?.readsText ?? false
    case .compareText(let access, _, _):
      access.last != .threat(.computed(.id)) && access.last != .computed(.id)
    case .truth, .isKind, .isWord, .isEntity, .compare, .compareRank, .compareDate: false
    }
  }
}
