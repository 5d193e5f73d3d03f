// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Answers to the rubric, as many as there are.
package struct RubricAnswers: Hashable, Sendable {
  private var answers: [RubricQuestion: RubricAnswer]

  package init(_ answers: [RubricQuestion: RubricAnswer] = [:]) { self.answers = answers }

  package subscript(question: RubricQuestion) -> RubricAnswer? {
    get { answers[question] }
    set { answers[question] = newValue }
  }

  /// The next question whose answer a metric needs, in the order of the metrics; nil when all are
  /// decided.
  package var nextQuestion: RubricQuestion? {
    for metric in RubricMetric.allCases {
      if case .open(let question) = RubricDecision.step(metric, answers) { return question }
      // Asked for the record: the rubric wants it where the device is touched.
      if metric == .attackVector, answers[.usesNetwork] == .no, answers[.needsContact] == .yes,
        answers[.usesHumanInterface] == nil
      {
        return .usesHumanInterface
      }
    }
    return nil
  }

  /// The metrics with their reasons; nil while an answer is missing.
  package var result: RubricResult? {
    let decisions = RubricMetric.allCases.compactMap { decision($0) }
    guard decisions.count == RubricMetric.allCases.count else { return nil }
    return RubricResult(decisions: decisions, extendedVector: extendedVector)
  }

  /// What the answers decide of one metric; nil while one is missing.
  package func decision(_ metric: RubricMetric) -> RubricResult.Decision? {
    guard case .decided(let value, let because) = RubricDecision.step(metric, answers) else {
      return nil
    }
    return .init(metric: metric, value: value, because: because)
  }

  /// The first question without which a metric cannot be decided; nil when all are.
  package var missing: RubricQuestion? {
    for metric in RubricMetric.allCases {
      if case .open(let question) = RubricDecision.step(metric, answers) { return question }
    }
    return nil
  }

  /// The answers in the order of the rubric: "XAVN:N/XAVP:Y/XACL:Y".
  ///
  /// The form follows from the rubric's codes; it is not taken from the paper.
  package var extendedVector: String {
    given.map { "\($0.question.code):\($0.answer.letter)" }.joined(separator: "/")
  }

  /// All answers in the order of the rubric.
  package var given: [RubricReason] {
    RubricQuestion.allCases.compactMap { question in
      answers[question].map { RubricReason(question: question, answer: $0) }
    }
  }
}

/// What the rubric decided.
package struct RubricResult: Hashable, Sendable {
  /// The value of one metric, with the answers that led to it.
  package struct Decision: Hashable, Sendable {
    package let metric: RubricMetric
    /// The letter in a vector.
    package let value: String
    package let because: [RubricReason]
  }

  /// All eight base metrics, in their order.
  package let decisions: [Decision]
  /// The answers, as `RubricAnswers.extendedVector` says.
  package let extendedVector: String

  /// The base vector: "CVSS:3.0/AV:P/…".
  ///
  /// - Parameter scheme: `cvss30`, which the qualified tool is about, or `cvss31`.
  package func vector(_ scheme: ScoringScheme) -> String {
    let prefix = scheme == .cvss31 ? "CVSS:3.1" : "CVSS:3.0"
    return prefix + decisions.map { "/\($0.metric.rawValue):\($0.value)" }.joined()
  }

  package func value(_ metric: RubricMetric) -> String {
    decisions.first { $0.metric == metric }?.value ?? ""
  }
}
