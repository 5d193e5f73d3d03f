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

/// What is known of the clauses of a table for one subject.
package struct ClauseAnswers {
  private let model: Model
  private var subject: Subject?
  /// For each clause twice the number of the subject, and one more where it holds; first of the clauses that do
  /// not depend on what is seen of a connection, and of the others for the first view of it.
  private var answers: [UInt32]
  private var count: UInt32 = 0
  /// The clauses that were asked already.
  private var clauses: [CompiledClause?]
  /// Which of them depend on what is seen of a connection.
  private var dependsOnSight: [Bool]

  package init(_ table: ClauseTable, _ model: Model) {
    self.model = model
    let count = table.clauses.count
    answers = Array(repeating: 0, count: count * Evaluator.Sight.allCases.count)
    clauses = Array(repeating: nil, count: count)
    dependsOnSight = Array(repeating: false, count: count)
  }

  /// Whether a condition of the table holds, by its place there.
  package mutating func holds(
    _ condition: Int, of table: ClauseTable, for subject: Subject, seeing sight: Evaluator.Sight
  ) -> Bool {
    if subject != self.subject {
      self.subject = subject
      count += 1
    }
    if model.effort.isSpent { return false }
    for place in table[condition] {
      let number = table.numbers[place]
      switch answers[row(of: number, seeing: sight)] {
      case 2 * count: return false
      case 2 * count + 1: continue
      default:
        let clause = clause(number, of: table)
        let holds = Evaluator(model, sight: sight)
          .holds(clause, of: table.places[number], for: subject)
        answers[row(of: number, seeing: sight)] = 2 * count + (holds ? 1 : 0)
        if !holds { return false }
      }
    }
    return true
  }

  private func row(of clause: Int, seeing sight: Evaluator.Sight) -> Int {
    dependsOnSight[clause] ? sight.rawValue * clauses.count + clause : clause
  }

  private mutating func clause(_ number: Int, of table: ClauseTable) -> CompiledClause {
    if let known = clauses[number] { return known }
    let clause = table.clauses[number].compiled
    clauses[number] = clause
    dependsOnSight[number] = clause.node.dependsOnSight
    return clause
  }
}
