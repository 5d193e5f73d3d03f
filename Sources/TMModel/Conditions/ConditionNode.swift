// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// One operation of a condition.
package indirect enum ConditionNode: Hashable, Sendable {
  case all([ConditionNode])
  case any([ConditionNode])
  case not(ConditionNode)
  /// Whether a value says yes: not `no`, not empty, not missing.
  case truth(Access)
  case isKind(Access, KeywordSet)
  /// Whether the value, or one of a list, is one of some words.
  case isWord(Access, [Symbol])
  case isEntity(Access, [EntityID])
  case compare(Access, Comparison, Double)
  /// A comparison of words that have an order, by their positions in the vocabulary.
  case compareRank(Access, Comparison, Int, [Symbol])
  case compareDate(Access, Comparison, CalendarDate)
  case compareText(Access, Comparison, String)
  /// Whether any, or each, of some declarations fulfils a condition.
  case quantified(Quantified)
  /// `because on accepted`: the first where the second holds.
  case implies(ConditionNode, ConditionNode)

  package enum Quantifier: Sendable {
    case any
    case all
  }

  /// `any access where condition`.
  package struct Quantified: Hashable, Sendable {
    let quantifier: Quantifier
    let access: Access
    /// Nil where it is enough that there are any.
    let condition: ConditionNode?
    /// Where it is written; no two have the same place.
    let range: SourceRange
    /// The subjects around it that `condition` names, by how far out they are. Where they and what
    /// `access` starts from are the same, so is the answer.
    let outerLevels: [Int]

    init(
      _ quantifier: Quantifier, _ access: Access, _ condition: ConditionNode?, at range: SourceRange
    ) {
      self.quantifier = quantifier
      self.access = access
      self.condition = condition
      self.range = range
      var levels: Set<Int> = []
      condition?.collectLevels(outside: 1, into: &levels)
      outerLevels = levels.sorted()
    }

    /// Two that ask the same are equal, wherever they are written.
    package static func == (left: Quantified, right: Quantified) -> Bool {
      left.quantifier == right.quantifier && left.access == right.access
        && left.condition == right.condition
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(quantifier)
      hasher.combine(access)
      hasher.combine(condition)
    }
  }

  /// Whether a list stands inside another one, or is one of what a name leads to.
  var remembers: Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains(where: \.remembers)
    case .not(let node): node.remembers
    case .implies(let left, let right): left.remembers || right.remembers
    case .quantified(let list):
      !list.access.way.isEmpty || list.condition?.hasLists == true
    case .truth, .isKind, .isWord, .isEntity, .compare, .compareRank, .compareDate, .compareText:
      false
    }
  }

  private var hasLists: Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains(where: \.hasLists)
    case .not(let node): node.hasLists
    case .implies(let left, let right): left.hasLists || right.hasLists
    case .quantified: true
    case .truth, .isKind, .isWord, .isEntity, .compare, .compareRank, .compareDate, .compareText:
      false
    }
  }

  /// The ids of the only threats that the operation can hold for; nil where any other may be among them.
  var threatIDs: Set<String>? {
    pinned { node in
      guard case .compareText(let access, .equal, let text) = node else { return nil }
      return access.level == 0 && access.isOnly(.threat(.computed(.id))) ? [text] : nil
    }
  }

  /// What the only threats are about that the operation can hold for; nil where they can be about anything.
  var threatSubjects: Set<EntityID>? {
    pinned { node in
      guard case .isEntity(let access, let entities) = node else { return nil }
      return access.level == 0 && access.isOnly(.threat(.computed(.about))) ? Set(entities) : nil
    }
  }

  /// The only values that the operation can hold for, from those that a part of it names.
  private func pinned<Value>(
    to values: (ConditionNode) -> Set<Value>?
  ) -> Set<Value>? {
    switch self {
    case .all(let nodes):
      let sets = nodes.compactMap { $0.pinned(to: values) }
      return sets.dropFirst().reduce(sets.first) { $0?.intersection($1) }
    case .any(let nodes):
      let sets = nodes.map { $0.pinned(to: values) }
      if sets.contains(where: { $0 == nil }) { return nil }
      return Set(sets.compactMap { $0 }.joined())
    case .not, .truth, .isKind, .isWord, .isEntity, .compare, .compareRank, .compareDate,
      .compareText, .quantified, .implies:
      return values(self)
    }
  }

  /// Collects the subjects that the condition names further out than a number of levels.
  private func collectLevels(outside depth: Int, into levels: inout Set<Int>) {
    switch self {
    case .all(let nodes), .any(let nodes):
      for node in nodes { node.collectLevels(outside: depth, into: &levels) }
    case .not(let inner): inner.collectLevels(outside: depth, into: &levels)
    case .implies(let condition, let consequence):
      condition.collectLevels(outside: depth, into: &levels)
      consequence.collectLevels(outside: depth, into: &levels)
    case .truth(let access), .isKind(let access, _), .isWord(let access, _),
      .isEntity(let access, _), .compare(let access, _, _), .compareRank(let access, _, _, _),
      .compareDate(let access, _, _), .compareText(let access, _, _):
      if access.level >= depth { levels.insert(access.level - depth) }
    case .quantified(let inner):
      if inner.access.level >= depth { levels.insert(inner.access.level - depth) }
      for level in inner.outerLevels where level >= depth { levels.insert(level - depth) }
    }
  }
}

/// A sign between two values.
package enum Comparison: Sendable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual

  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// A way from the subject of a condition to a value: `source.zone`.
package struct Access: Hashable, Sendable {
  /// How many subjects further out it starts: 0 is the innermost `where`.
  let level: Int
  /// The names before the last one, each of one declaration.
  let way: [Attribute]
  /// The value itself.
  let last: Attribute

  var steps: [Attribute] { way + [last] }

  /// Whether it is a value of the subject itself.
  func isOnly(_ attribute: Attribute) -> Bool { way.isEmpty && last == attribute }

  /// Whether it asks for a value on its way or at its end.
  func passes(_ attribute: Attribute) -> Bool { last == attribute || way.contains(attribute) }
}

/// What a condition can speak about.
package enum SubjectKinds: Hashable, Sendable {
  case entities(KeywordSet)
  case threat
}
