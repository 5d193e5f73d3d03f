// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The clauses of conditions that are all asked of the same subjects, such as those of threat templates.
///
/// Many begin alike (`crosses and target is process and …`): what two of them ask has one number, so that
/// it is evaluated once for a subject.
package struct ClauseTable: Sendable {
  private(set) var clauses: [Condition.Clause] = []
  /// Where the first condition that asks each clause is written.
  private(set) var places: [SourceRange] = []
  /// The numbers of the clauses of all conditions, one condition after another.
  private(set) var numbers: [Int] = []
  /// Which of `numbers` are those of each condition.
  private var rows: [Range<Int>] = []

  /// What is asked, by the words of a clause where it is not compiled yet.
  private enum Question: Hashable {
    case node(ConditionNode)
    case text(LazyClause)
  }

  package init(_ conditions: [Condition]) {
    var known: [Question: Int] = [:]
    for condition in conditions {
      let start = numbers.count
      for clause in condition.clauses {
        let question = clause.waiting.map(Question.text) ?? .node(clause.node)
        let number = known[question] ?? clauses.count
        if number == clauses.count {
          known[question] = number
          clauses.append(clause)
          places.append(condition.range)
        }
        numbers.append(number)
      }
      rows.append(start..<numbers.count)
    }
  }

  /// Which of `numbers` are those of a condition, by its place among those that the table is of.
  subscript(condition: Int) -> Range<Int> { rows[condition] }
}

/// What is known of the clauses of a table for one subject, as one evaluator sees it.
package struct ClauseAnswers {
  private let evaluator: Evaluator
  private var subject: Subject?
  /// For each clause twice the number of the subject, and one more where it holds.
  private var answers: [UInt32]
  private var count: UInt32 = 0
  /// The clauses that were asked already.
  private var clauses: [CompiledClause?]

  package init(_ table: ClauseTable, _ evaluator: Evaluator) {
    self.evaluator = evaluator
    answers = Array(repeating: 0, count: table.clauses.count)
    clauses = Array(repeating: nil, count: table.clauses.count)
  }

  /// Whether a condition of the table holds, by its place there.
  package mutating func holds(
    _ condition: Int, of table: ClauseTable, for subject: Subject
  ) -> Bool {
    if subject != self.subject {
      self.subject = subject
      count += 1
    }
    if evaluator.model.effort.isSpent { return false }
    for place in table[condition] {
      let number = table.numbers[place]
      switch answers[number] {
      case 2 * count: return false
      case 2 * count + 1: continue
      default:
        let clause = clauses[number] ?? table.clauses[number].compiled
        clauses[number] = clause
        let holds = evaluator.holds(clause, of: table.places[number], for: subject)
        answers[number] = 2 * count + (holds ? 1 : 0)
        if !holds { return false }
      }
    }
    return true
  }
}
