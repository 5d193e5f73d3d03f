// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The members of a list that make a condition hold: of what a flow carries, the prescription under
/// `any carries where class has therapy`.
package struct Witnesses: Equatable, Sendable {
  /// Those that it holds because of; nil where it is about none in particular.
  fileprivate(set) var members: [EntityID]?
  /// Those that a part names which the condition could do without: "from a person, or of therapy".
  fileprivate(set) var preferred: [EntityID] = []
  /// Whether it only says what the flow is for, which is true of whatever it carries.
  fileprivate var isPurpose = false

  /// What a sentence names of a list: the members that the condition is about, the preferred ones first.
  package struct Choice: Sendable {
    package private(set) var members: [EntityID]
    /// How many of the first are preferred.
    package private(set) var preferred = 0

    package init(_ list: [EntityID]) { members = list }

    /// What is left of the choice for somebody who speaks of a condition; all, where none is left.
    package func narrowed(by witnesses: Witnesses, among list: [EntityID]) -> Choice {
      var narrowed = self
      if let wanted = witnesses.members {
        let both = members.filter(wanted.contains)
        let kept = both.isEmpty ? list.filter(wanted.contains) : both
        if !kept.isEmpty { narrowed.members = kept }
      }
      let named = narrowed.members.filter(witnesses.preferred.contains)
      let earlier = Array(members.prefix(preferred))
      let first = named.isEmpty ? narrowed.members.filter(earlier.contains) : named
      narrowed.members = first + narrowed.members.filter { !first.contains($0) }
      narrowed.preferred = first.count
      return narrowed
    }
  }
}

extension Evaluator {
  /// How many steps the search for witnesses may take: it is for words only, and no answer rests on it.
  private static let witnessLimit = 100_000

  /// The assets on a flow that a condition, which holds for it, is about.
  package func carriedWitnesses(of condition: Condition, for subject: Subject) -> Witnesses {
    witnesses(of: condition, .property(.carries), for: subject)
  }

  /// The stores of an asset that such a condition is about.
  package func storeWitnesses(of condition: Condition, for subject: Subject) -> Witnesses {
    var found = witnesses(of: condition, .computed(.stores), for: subject)
    // Places are named in one order everywhere.
    found.preferred = []
    return found
  }

  private func witnesses(
    of condition: Condition, _ list: Attribute, for subject: Subject
  ) -> Witnesses {
    var run = EvaluationRun(limit: Self.witnessLimit)
    // The condition holds: what asks nothing of the members says nothing of them.
    let nodes = condition.clauses.map(\.node).filter { $0.asks(list) }
    let found = all(nodes, true, list, subject, &run)
    return run.isOver ? Witnesses() : found ?? Witnesses()
  }

  /// What makes a part of a condition hold, or its opposite; nil where it does not.
  ///
  /// - Parameter isWanted: whether the part itself is asked rather than its opposite.
  private func witnesses(
    _ node: ConditionNode, _ isWanted: Bool, _ list: Attribute, _ subject: Subject,
    _ run: inout EvaluationRun
  ) -> Witnesses? {
    switch (node, isWanted) {
    case (.not(let inner), _): return witnesses(inner, !isWanted, list, subject, &run)
    case (.all, _) where !node.asks(list), (.any, _) where !node.asks(list):
      return holds(node, SubjectStack(subject), &run) == isWanted ? Witnesses() : nil
    case (.all(let nodes), true), (.any(let nodes), false):
      return all(nodes, isWanted, list, subject, &run)
    case (.any(let nodes), true), (.all(let nodes), false):
      return any(nodes, isWanted, list, subject, &run)
    case (.quantified(let quantified), _) where quantified.access.isOnly(list):
      return members(quantified, isWanted, list, subject, &run)
    case (.truth(let access), true)
    where access.isOnly(.computed(.actedOn)) && list == .property(.carries):
      let acted = actedOn(subject)
      return acted.isEmpty ? nil : Witnesses(members: acted)
    default:
      guard holds(node, SubjectStack(subject), &run) == isWanted else { return nil }
      return Witnesses(members: nil, isPurpose: isWanted && node.isPurpose)
    }
  }

  private func members(
    _ quantified: ConditionNode.Quantified, _ isWanted: Bool, _ list: Attribute, _ subject: Subject,
    _ run: inout EvaluationRun
  ) -> Witnesses? {
    let all = entities(list, of: subject)
    guard let condition = quantified.condition else {
      return all.isEmpty == isWanted ? nil : Witnesses()
    }
    let isAny = quantified.quantifier == .any
    // "Not all are" holds because of those that are not.
    let found = all.filter {
      let member = member($0, of: list, of: subject.entity)
      return holds(condition, SubjectStack(subject).pushing(member), &run) == isAny
    }
    if isAny == isWanted { return found.isEmpty ? nil : Witnesses(members: found) }
    return found.isEmpty ? Witnesses() : nil
  }

  private func all(
    _ nodes: [ConditionNode], _ isWanted: Bool, _ list: Attribute, _ subject: Subject,
    _ run: inout EvaluationRun
  ) -> Witnesses? {
    var common = Witnesses()
    for node in nodes {
      guard let next = witnesses(node, isWanted, list, subject, &run) else { return nil }
      common.preferred += next.preferred
      guard let members = next.members else { continue }
      let both = common.members.map { $0.filter(members.contains) } ?? members
      // Each part can hold because of another one.
      common.members = both.isEmpty ? (common.members ?? []) + members : both
    }
    return common
  }

  private func any(
    _ nodes: [ConditionNode], _ isWanted: Bool, _ list: Attribute, _ subject: Subject,
    _ run: inout EvaluationRun
  ) -> Witnesses? {
    let found = nodes.compactMap { witnesses($0, isWanted, list, subject, &run) }
    if found.isEmpty { return nil }
    let named = found.compactMap(\.members).flatMap { $0 }
    let preferred = found.flatMap(\.preferred)
    let isOpen = found.contains { $0.members == nil && !$0.isPurpose }
    if isOpen || named.isEmpty { return Witnesses(members: nil, preferred: preferred + named) }
    return Witnesses(members: named, preferred: preferred)
  }

  /// The assets that an element acts on, of those that the condition sees.
  private func actedOn(_ subject: Subject) -> [EntityID] {
    let seen = members(subject) ?? [subject]
    switch sight {
    case .direction: return seen.flatMap { model.actedOnAssets(of: $0) }
    case .connection, .flow:
      return seen.flatMap { member in
        model.actedOnAssets(of: Subject(member.entity))
          + model.actedOnAssets(of: Subject(member.entity, .backwards))
      }
    }
  }
}

extension ConditionNode {
  /// Whether a part of it asks something of the members of a list of the subject, so that it can hold because
  /// of some of them.
  fileprivate func asks(_ list: Attribute) -> Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains { $0.asks(list) }
    case .not(let inner): inner.asks(list)
    case .quantified(let quantified): quantified.access.isOnly(list)
    case .truth(let access):
      list == .property(.carries) && access.isOnly(.computed(.actedOn))
    case .isKind, .isWord, .isEntity, .compare, .compareRank, .compareDate, .compareText, .implies:
      false
    }
  }

  /// Whether it asks what the subject itself is for.
  fileprivate var isPurpose: Bool {
    guard case .isWord(let access, _) = self else { return false }
    return access.level == 0 && access.isOnly(.property(.function))
  }
}
