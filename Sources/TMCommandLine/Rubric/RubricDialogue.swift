// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMSource
import TMWriting

/// The conversation of `tm score --rubric`: which question comes, and what is said to a line.
///
/// Pure, so that it can be tested without a terminal; `RubricRun` reads and writes.
package struct RubricDialogue {
  package private(set) var answers = RubricAnswers()
  /// Whether the person asked to stop.
  package private(set) var isAbandoned = false

  private let width: Int
  private let colouring: Colouring
  private var asked: [RubricQuestion] = []
  private var metric: RubricMetric?

  package init(width: Int, colouring: Colouring) {
    self.width = width
    self.colouring = colouring
  }

  /// The question that waits for an answer; nil when all metrics are decided.
  package var question: RubricQuestion? { answers.nextQuestion }

  package var isComplete: Bool { question == nil }

  /// What is said first.
  package var opening: String {
    paragraph(
      "The MITRE rubric for applying CVSS to medical devices. Only questions that matter are asked. "
        + "Answer with a word or its first letter; `?` explains, `back` takes the last answer back, "
        + "`quit` stops.", indent: 0)
  }

  /// The waiting question, with the metric before its first one.
  package var prompt: String {
    guard let question else { return "" }
    var text = "\n"
    if question.metric != metric || asked.isEmpty {
      text +=
        colouring.paint("\(question.metric.title) (\(question.metric.rawValue))", .strong) + "\n"
    }
    text += paragraph("\(question.code)  \(question.text)", indent: question.code.utf8.count + 2)
    return text + "\(words(question)) > "
  }

  /// Takes a line, and answers what is to be said to it.
  package mutating func take(_ line: String) -> String {
    guard let question else { return "" }
    let word = Self.trimmed(line).lowercased()
    metric = question.metric
    switch word {
    case "?", "help": return paragraph(question.guidance, indent: 0)
    case "back": return goBack()
    case "quit":
      isAbandoned = true
      return ""
    default: break
    }
    guard let answer = RubricAnswer(word, among: question.answers) else {
      let close = Suggestion.help(
        for: word, among: question.answers.map(\.word) + ["back", "quit"])
      return (close ?? "answer \(words(question)), or `?`") + "\n"
    }
    answers[question] = answer
    asked.append(question)
    return decisions(after: question)
  }

  /// The metrics that an answer decided, with their reasons.
  private func decisions(after question: RubricQuestion) -> String {
    if self.question?.metric == question.metric { return "" }
    guard let decision = answers.decision(question.metric) else { return "" }
    let value = "\(question.metric.rawValue):\(decision.value)"
    let word = question.metric.word(decision.value)
    return colouring.paint("→ \(value) \(word)", .help) + "\n"
      + "  " + paragraph(decision.reason, indent: 2)
  }

  private mutating func goBack() -> String {
    guard let last = asked.popLast() else { return "this is the first question\n" }
    answers[last] = nil
    metric = nil
    return ""
  }

  private func words(_ question: RubricQuestion) -> String {
    question.answers.map(\.word).joined(separator: ", ")
  }

  private func paragraph(_ text: String, indent: Int) -> String {
    let lines = TextWrapping.lines(of: text, width: max(min(width, 100) - indent, 20))
    return lines.enumerated().map { index, line in
      (index == 0 ? "" : String(repeating: " ", count: indent)) + line + "\n"
    }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
