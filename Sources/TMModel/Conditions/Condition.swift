// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A compiled condition of `when`, `answered-by`, `accept` or a view: names are resolved and types
/// checked, so that evaluating it cannot fail.
package struct Condition: Sendable {
  package let root: ConditionNode
  /// Where the condition is written.
  package let range: SourceRange
  /// The conjuncts at its top level, for explaining which of them held.
  package let clauses: [Clause]

  package struct Clause: Sendable {
    package let node: ConditionNode
    package let range: SourceRange
  }
}

/// One operation of a condition.
package indirect enum ConditionNode: Sendable {
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
  case quantified(Quantifier, Access, ConditionNode?)
  /// `because on accepted`: the first where the second holds.
  case implies(ConditionNode, ConditionNode)

  package enum Quantifier: Sendable {
    case any
    case all
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
package struct Access: Sendable {
  /// How many subjects further out it starts: 0 is the innermost `where`.
  let level: Int
  let steps: [Attribute]
}

/// What a condition can speak about.
package enum SubjectKinds: Sendable {
  case entities(KeywordSet)
  case threat
}
