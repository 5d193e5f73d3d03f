// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("The decisions of the rubric")
struct RubricDecisionTests {
  private static let threeWay: [RubricAnswer] = [.yes, .no, .unknown]

  /// Every branch: the answers on the way, and the value at its end.
  private static let branches: [(RubricMetric, String, String)] = [
    (.attackVector, "XAVN:U", "N"),
    (.attackVector, "XAVN:Y/XAVT:Y", "N"),
    (.attackVector, "XAVN:Y/XAVT:U", "N"),
    (.attackVector, "XAVN:Y/XAVT:N/XAVW:N", "A"),
    (.attackVector, "XAVN:Y/XAVT:N/XAVW:U", "A"),
    (.attackVector, "XAVN:Y/XAVT:N/XAVW:Y/XAVR:N", "A"),
    (.attackVector, "XAVN:Y/XAVT:N/XAVW:Y/XAVR:U", "A"),
    (.attackVector, "XAVN:Y/XAVT:N/XAVW:Y/XAVR:Y", "L"),
    (.attackVector, "XAVN:N/XAVP:Y", "P"),
    (.attackVector, "XAVN:N/XAVP:N", "L"),
    (.attackVector, "XAVN:N/XAVP:U", "L"),
    (.attackComplexity, "XACL:Y", "L"),
    (.attackComplexity, "XACL:N", "H"),
    (.attackComplexity, "XACL:U", "L"),
    (.privilegesRequired, "XPRL:N", "N"),
    (.privilegesRequired, "XPRL:U", "N"),
    (.privilegesRequired, "XPRL:Y/XPRZ:N", "N"),
    (.privilegesRequired, "XPRL:Y/XPRZ:U", "N"),
    (.privilegesRequired, "XPRL:Y/XPRZ:Y/XPRS:Y", "H"),
    (.privilegesRequired, "XPRL:Y/XPRZ:Y/XPRS:N", "L"),
    (.privilegesRequired, "XPRL:Y/XPRZ:Y/XPRS:U", "N"),
    (.userInteraction, "XUI:Y", "R"),
    (.userInteraction, "XUI:N", "N"),
    (.userInteraction, "XUI:U", "N"),
    (.scope, "XS:N", "U"),
    (.scope, "XS:Y", "C"),
    (.scope, "XS:U", "C"),
  ]

  @Test("each branch ends as the rubric says, for the reasons on the way", arguments: branches)
  func branch(_ metric: RubricMetric, _ text: String, _ value: String) {
    let reasons = Self.reasons(text)
    let answers = Dictionary(uniqueKeysWithValues: reasons.map { ($0.question, $0.answer) })
    #expect(RubricDecision.step(metric, answers) == .decided(value: value, because: reasons))
    // Without its last answer, the branch is open at just that question.
    let shorter = reasons.dropLast()
    let known = Dictionary(uniqueKeysWithValues: shorter.map { ($0.question, $0.answer) })
    #expect(reasons.last.map { RubricDecision.step(metric, known) == .open($0.question) } == true)
  }

  @Test("all 1,024 states of the answers to AV give what the calculator's formulas give")
  func attackVector() {
    let questions: [RubricQuestion] = [
      .usesNetwork, .usesInternetLayers, .isWireless, .hasShortRange, .needsContact,
    ]
    var counts: [String: Int] = [:]
    for state in 0..<1024 {
      var answers: [RubricQuestion: RubricAnswer] = [:]
      for (index, question) in questions.enumerated() {
        let digit = state >> (2 * index) & 3
        if digit > 0 { answers[question] = Self.threeWay[digit - 1] }
      }
      let step = RubricDecision.step(.attackVector, answers)
      let expected = Self.formula(questions.map { answers[$0] })
      switch step {
      case .decided(let value, _): #expect(value == expected, "\(answers)")
      case .open: #expect(expected == nil, "\(answers)")
      }
      counts[expected ?? "open", default: 0] += 1
    }
    #expect(counts.values.reduce(0, +) == 1024 && counts.count == 5)
  }

  /// The rubric's text for AV, from the end of each branch instead of its beginning.
  private static func formula(_ answers: [RubricAnswer?]) -> String? {
    let (network, layers, wireless, range, contact) = (
      answers[0], answers[1], answers[2], answers[3], answers[4]
    )
    switch (network, layers, wireless, range, contact) {
    case (.unknown, _, _, _, _), (.yes, .yes, _, _, _), (.yes, .unknown, _, _, _): return "N"
    case (.yes, .no, .yes, .yes, _), (.no, _, _, _, .no), (.no, _, _, _, .unknown): return "L"
    case (.no, _, _, _, .yes): return "P"
    case (.yes, .no, .no, _, _), (.yes, .no, .unknown, _, _), (.yes, .no, .yes, .no, _),
      (.yes, .no, .yes, .unknown, _):
      return "A"
    default: return nil
    }
  }

  @Test(
    "the worst kind of data decides an impact",
    arguments: [RubricMetric.confidentiality, .integrity, .availability])
  func impact(_ metric: RubricMetric) throws {
    let questions = RubricQuestion.allCases.filter { $0.metric == metric && $0.dataClass != nil }
    #expect(questions.count == 6)
    var none: [RubricQuestion: RubricAnswer] = [:]
    for question in questions { none[question] = RubricAnswer.none }
    #expect(value(metric, none) == "N")
    for question in questions {
      var answers = none
      answers[.readsManyPatients] = .no
      answers[question] = .low
      #expect(value(metric, answers) == "L")
      answers[question] = .high
      #expect(value(metric, answers) == "H")
      answers[question] = .unknown
      #expect(value(metric, answers) == "H")
      #expect(
        RubricDecision.step(metric, [question: .high])
          == .decided(value: "H", because: [.init(question: question, answer: .high)]),
        "the others need no answer")
      answers[question] = nil
      #expect(RubricDecision.step(metric, answers) == .open(question))
    }
  }

  @Test("data of many patients is high, however little of each; unknown is many")
  func manyPatients() {
    var answers: [RubricQuestion: RubricAnswer] = [.readsPatientData: .low]
    for data in RubricDataClass.allCases {
      guard let question = RubricQuestion.impact(.confidentiality, on: data) else { continue }
      if question != .readsPatientData { answers[question] = RubricAnswer.none }
    }
    #expect(RubricDecision.step(.confidentiality, answers) == .open(.readsManyPatients))
    for (many, expected) in [(RubricAnswer.yes, "H"), (.unknown, "H"), (.no, "L")] {
      answers[.readsManyPatients] = many
      #expect(value(.confidentiality, answers) == expected)
    }
    answers[.readsPatientData] = RubricAnswer.none
    answers[.readsManyPatients] = .yes
    #expect(value(.confidentiality, answers) == "N", "nothing is read, of however many")
  }

  @Test("the next question is asked only where its answer matters")
  func order() throws {
    var answers = RubricAnswers()
    var asked: [String] = []
    while let question = answers.nextQuestion {
      asked.append(question.code)
      let quick: RubricAnswer = question.answers.contains(.yes) ? .no : .high
      answers[question] = question == .needsContact ? .yes : quick
    }
    #expect(asked.joined(separator: " ") == "XAVN XAVP XAVPA XACL XPRL XUI XS XCT XIT XAT")
    let result = try #require(answers.result)
    #expect(result.vector(.cvss30) == "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H")
    #expect(result.vector(.cvss31) == "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H")
    #expect(
      result.extendedVector == "XAVN:N/XAVP:Y/XAVPA:N/XACL:N/XPRL:N/XUI:N/XS:N/XCT:H/XIT:H/XAT:H")
    answers[.usesNetwork] = nil
    #expect(answers.result == nil && answers.missing == .usesNetwork)
  }

  @Test("every question has its text, its guidance and answers", arguments: RubricQuestion.allCases)
  func wording(_ question: RubricQuestion) {
    #expect(question.text.hasSuffix("?") && question.text.count > 20)
    #expect(question.guidance.count > 20)
    #expect(question.answers.count >= 3 && question.answers.last == .unknown)
  }

  private func value(
    _ metric: RubricMetric, _ answers: [RubricQuestion: RubricAnswer]
  ) -> String? {
    guard case .decided(let value, _) = RubricDecision.step(metric, answers) else { return nil }
    return value
  }

  private static func reasons(_ text: String) -> [RubricReason] {
    text.split(separator: "/").compactMap { field in
      let parts = field.split(separator: ":").map(String.init)
      guard let question = RubricQuestion(rawValue: parts[0]),
        let answer = RubricAnswer(parts[1], among: question.answers)
      else { return nil }
      return RubricReason(question: question, answer: answer)
    }
  }
}
