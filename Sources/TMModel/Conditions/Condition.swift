// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A condition of `when`, `answered-by`, `accept` or a view: names are resolved and types checked, so that
/// evaluating it cannot fail.
///
/// Those of a model are compiled with it, as they can be wrong. Those of a library are right, and most are never
/// asked beyond their first clause: each clause is compiled when it is asked.
package struct Condition: Sendable {
  /// Where the condition is written.
  package let range: SourceRange
  /// The conjuncts at its top level, for explaining which of them held.
  package let clauses: [Clause]
  /// Whether it is the conjunction of its clauses, and not the only one.
  let isConjunction: Bool

  /// A condition that is compiled already.
  init(_ clauses: [Clause], at range: SourceRange, isConjunction: Bool) {
    self.range = range
    self.clauses = clauses
    self.isConjunction = isConjunction
  }

  /// A condition that is right, each clause to be compiled when it is asked.
  init(_ node: SyntaxNode, of context: LazyClause.Context) {
    range = node.range
    isConjunction = node.kind == .conjunction
    clauses = Self.clauses(node).map { Clause(LazyClause($0, of: context)) }
  }

  /// The conjuncts at the top level of a condition.
  static func clauses(_ node: SyntaxNode) -> [SyntaxNode] {
    guard node.kind == .conjunction else { return [node] }
    // The words between them left out.
    return node.children.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }

  package var root: ConditionNode {
    isConjunction ? .all(clauses.map(\.node)) : clauses[0].node
  }

  /// Whether answers to parts of it are remembered: lists inside lists, or of what a name leads to.
  var remembers: Bool { clauses.contains(where: \.remembers) }

  /// The ids of the only threats that the condition can hold for; nil where any other may be among them.
  package var threatIDs: Set<String>? { root.threatIDs }

  /// What the only threats are about that the condition can hold for; nil where they can be about anything.
  package var threatSubjects: Set<EntityID>? { root.threatSubjects }

  package struct Clause: Sendable {
    package let range: SourceRange
    private let form: Form

    private enum Form: Sendable {
      case compiled(CompiledClause)
      case waiting(LazyClause)
    }

    init(node: ConditionNode, range: SourceRange) {
      self.range = range
      form = .compiled(CompiledClause(node))
    }

    fileprivate init(_ clause: LazyClause) {
      range = clause.syntax.range
      form = .waiting(clause)
    }

    var compiled: CompiledClause {
      switch form {
      case .compiled(let clause): clause
      case .waiting(let clause): clause.compiled
      }
    }

    package var node: ConditionNode { compiled.node }

    /// Whether answers to parts of it are remembered.
    var remembers: Bool { compiled.remembers }

    /// The clause as text, where it is compiled when it is asked.
    var waiting: LazyClause? {
      if case .waiting(let clause) = form { clause } else { nil }
    }
  }
}

/// A clause, compiled.
final class CompiledClause: Sendable {
  let node: ConditionNode
  /// Whether answers to parts of it are remembered.
  let remembers: Bool

  init(_ node: ConditionNode) {
    self.node = node
    remembers = node.remembers
  }
}
