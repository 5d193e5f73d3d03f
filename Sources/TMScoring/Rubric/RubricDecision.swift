// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One answer on the way to a metric.
package struct RubricReason: Hashable, Sendable {
  package let question: RubricQuestion
  package let answer: RubricAnswer

  package init(question: RubricQuestion, answer: RubricAnswer) {
    self.question = question
    self.answer = answer
  }
}

/// What the rubric says of one metric.
package enum RubricStep: Hashable, Sendable {
  /// The metric is decided, by these answers.
  case decided(value: String, because: [RubricReason])
  /// The answer to a question is needed first.
  case open(RubricQuestion)
}

/// The decision trees of the rubric.
///
/// UNKNOWN takes the branch with the greater score.
package enum RubricDecision {
  /// The value of a metric, or the next question on the way to it.
  package static func step(
    _ metric: RubricMetric, _ answers: [RubricQuestion: RubricAnswer]
  ) -> RubricStep {
    var path = Path(answers)
    let value: String?
    switch metric {
    case .attackVector: value = attackVector(&path)
    case .attackComplexity: value = path.answer(.atWill).map { $0 == .no ? "H" : "L" }
    case .privilegesRequired: value = privileges(&path)
    case .userInteraction: value = path.answer(.needsUser).map { $0 == .yes ? "R" : "N" }
    case .scope: value = path.answer(.changesScope).map { $0 == .no ? "U" : "C" }
    case .confidentiality, .integrity, .availability: value = impact(metric, &path)
    }
    if let value { return .decided(value: value, because: path.reasons) }
    return .open(path.open ?? .usesNetwork)
  }

  private static func attackVector(_ path: inout Path) -> String? {
    guard let network = path.answer(.usesNetwork) else { return nil }
    if network == .unknown { return "N" }
    if network == .no {
      guard let contact = path.answer(.needsContact) else { return nil }
      return contact == .yes ? "P" : "L"
    }
    guard let layers = path.answer(.usesInternetLayers) else { return nil }
    if layers != .no { return "N" }
    guard let wireless = path.answer(.isWireless) else { return nil }
    if wireless != .yes { return "A" }
    return path.answer(.hasShortRange).map { $0 == .yes ? "L" : "A" }
  }

  private static func privileges(_ path: inout Path) -> String? {
    guard let levels = path.answer(.hasLevels) else { return nil }
    if levels != .yes { return "N" }
    guard let authorised = path.answer(.needsAuthorization) else { return nil }
    if authorised != .yes { return "N" }
    return path.answer(.needsSystemLevel).map { $0 == .yes ? "H" : $0 == .no ? "L" : "N" }
  }

  /// The worst of all kinds of data; nothing is asked once it is high.
  private static func impact(_ metric: RubricMetric, _ path: inout Path) -> String? {
    var isLow = false
    let questions = RubricDataClass.allCases.compactMap { RubricQuestion.impact(metric, on: $0) }
    // High answers are looked for first: with one, the others need no answer.
    for question in questions {
      if let answer = path.answers[question], answer == .high || answer == .unknown {
        return path.only(question, answer, "H")
      }
    }
    if metric == .confidentiality, path.answers[.readsPatientData] == .low,
      let many = path.answers[.readsManyPatients], many != .no
    {
      path.reasons.append(.init(question: .readsPatientData, answer: .low))
      return path.add(.readsManyPatients, many, "H")
    }
    for question in questions {
      guard let answer = path.answer(question) else { return nil }
      if answer == .low { isLow = true }
      if question == .readsPatientData, answer == .low, path.answer(.readsManyPatients) == nil {
        return nil
      }
    }
    // What is none says nothing beside what is low.
    if isLow { path.reasons.removeAll { $0.answer == .none } }
    return isLow ? "L" : "N"
  }

  /// The answers that were looked at, and the first that was missing.
  private struct Path {
    let answers: [RubricQuestion: RubricAnswer]
    var reasons: [RubricReason] = []
    var open: RubricQuestion?

    init(_ answers: [RubricQuestion: RubricAnswer]) { self.answers = answers }

    mutating func answer(_ question: RubricQuestion) -> RubricAnswer? {
      guard let answer = answers[question] else {
        if open == nil { open = question }
        return nil
      }
      reasons.append(RubricReason(question: question, answer: answer))
      return answer
    }

    mutating func only(
      _ question: RubricQuestion, _ answer: RubricAnswer, _ value: String
    ) -> String {
      reasons = []
      return add(question, answer, value)
    }

    mutating func add(
      _ question: RubricQuestion, _ answer: RubricAnswer, _ value: String
    ) -> String {
      reasons.append(RubricReason(question: question, answer: answer))
      return value
    }
  }
}
