// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TMSource

/// How much work the conditions of one model have been, and may be.
///
/// Lists inside lists multiply, so that a few lines could keep the program busy for years. Work is counted
/// in steps rather than seconds, so that the answer is the same on every machine.
final class EvaluationEffort: Sendable {
  /// How many steps a model may take, however small it is: a second or two.
  private static let baseLimit = 10_000_000
  /// How many more for each declaration. The built-in libraries take some hundreds.
  private static let limitPerDeclaration = 20_000

  /// From how many steps on a single evaluation is put down against its condition.
  private static let notable = 64

  private struct State {
    /// The steps of each condition that takes many at a time, by where it is written. The limit grows
    /// with the declarations, so that those that take few cannot reach it.
    var steps: [SourceRange: Int] = [:]
    /// What is known already of conditions about declarations.
    var answers: [EvaluationRun.Question: Bool] = [:]
  }

  let limit: Int
  /// The steps that are left; below zero once there were too few.
  private let left: Atomic<Int>
  private let state = Mutex(State())

  init(declarations: Int) {
    limit = Self.baseLimit + Self.limitPerDeclaration * declarations
    left = Atomic(limit)
  }

  /// Whether there are no steps left, so that every answer is false.
  var isSpent: Bool { left.load(ordering: .relaxed) <= 0 }

  /// Counts the steps of an evaluation; once there are none left, every answer is false.
  ///
  /// - Parameters:
  ///   - condition: where it is written.
  ///   - threat: what the condition is about, if it is a threat. What is known of one threat says nothing
  ///     of another.
  ///   - remembers: whether parts of the condition are remembered: lists inside lists.
  @inline(__always) func evaluating(
    _ condition: SourceRange, about threat: (any ThreatSubject)?, remembers: Bool,
    _ body: (inout EvaluationRun) -> Bool
  ) -> Bool {
    var run = EvaluationRun(limit: left.load(ordering: .relaxed))
    if run.isOver { return false }
    let isShared = remembers && threat == nil
    if isShared { state.withLock { swap(&run.answers, &$0.answers) } }
    let answer = body(&run)
    left.subtract(run.steps, ordering: .relaxed)
    if isShared || run.steps >= Self.notable {
      state.withLock { state in
        if run.steps >= Self.notable { state.steps[condition, default: 0] += run.steps }
        if isShared { swap(&run.answers, &state.answers) }
      }
    }
    return answer && !run.isOver
  }

  /// The condition that took most of the steps, where there were too many.
  ///
  /// - Parameter isOwn: whether a condition is the author's, who can change it.
  func overrun(_ isOwn: (SourceRange) -> Bool) -> SourceRange? {
    guard isSpent else { return nil }
    return state.withLock { state in
      let own = state.steps.filter { isOwn($0.key) }
      return (own.isEmpty ? state.steps : own)
        .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}

/// One evaluation of a condition.
struct EvaluationRun {
  /// A quantifier with all that its answer depends on.
  struct Question: Hashable {
    let place: SourceRange
    /// What the evaluator sees of a flow.
    let sight: Evaluator.Sight
    /// What its list is a property of.
    let start: Subject
    /// The subjects around it that it names.
    let outer: [Subject]

    /// Hashes the places as one number: most questions differ by them.
    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(place.start) << 32 | UInt64(start.entity.index))
      for subject in outer { hasher.combine(subject.entity.index) }
    }
  }

  /// How many answers are kept.
  private static let memory = 200_000

  /// The steps left when the evaluation began.
  let limit: Int
  private(set) var steps = 0
  var answers: [Question: Bool] = [:]

  init(limit: Int) { self.limit = limit }

  /// Whether there are no steps left, so that no answer means anything.
  var isOver: Bool { steps >= limit }

  mutating func step(_ count: Int = 1) {
    let (sum, isTooLarge) = steps.addingReportingOverflow(count)
    steps = isTooLarge ? limit : min(sum, limit)
  }

  mutating func remember(_ answer: Bool, to question: Question) {
    if answers.count >= Self.memory { answers.removeAll() }
    answers[question] = answer
  }
}

extension Model {
  /// Whether the conditions did not take too long.
  package var answersAreReliable: Bool { !effort.isSpent }

  /// Why no answer to a condition of the model can be relied on: together they take too many steps. Nil
  /// as long as they do not.
  package var conditionOverrun: Diagnostic? {
    guard let place = effort.overrun({ sources[$0.file].origin != .library }) else { return nil }
    return Diagnostic(
      "wrong-condition", .error,
      "the conditions of the model take more than \(Self.grouped(effort.limit)) steps, most of them this one",
      at: Label(place),
      notes: ["nothing is known of what it holds for, nor of any condition after it"],
      help: [
        "put fewer `any` and `all` inside each other, and name nothing of the outer list in an inner one"
      ])
  }

  /// A number with commas: 10,000,000.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
