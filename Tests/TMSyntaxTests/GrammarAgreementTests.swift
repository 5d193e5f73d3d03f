// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax
import TMTestSupport
import Testing

/// The grammar in `grammar/tm.ebnf` is normative; these tests hold the parser to it.
@Suite("The grammar and the parser agree")
struct GrammarAgreementTests {
  @Test("The parser gives every hand-written case the answer it was written for")
  func handWritten() throws {
    let cases = try GrammarCase.handWritten()
    #expect(cases.count > 100)
    for example in cases {
      #expect(
        example.isAcceptedByParser == example.isAccepted, "\(example.origin): \(example.text)")
    }
  }

  @Test(
    "The grammar answers as the parser does, for the cases, 2,000 changed samples and 2,000 random values",
    .enabled(
      if: GrammarChecker.isAvailable,
      "needs python3 with the package lark; TM_PYTHON names another Python"))
  func agreement() throws {
    let cases =
      try GrammarCase.handWritten() + GrammarCase.changed(count: 2_000)
      + GrammarCase.randomValues(count: 2_000)
    let answers = try GrammarChecker.accepts(cases.map(\.text))
    try #require(answers.count == cases.count)
    var accepted = 0
    for (example, answer) in zip(cases, answers) {
      if answer { accepted += 1 }
      #expect(
        answer == example.isAcceptedByParser && answer == (example.isAccepted ?? answer),
        "the grammar says \(answer ? "accept" : "reject"), \(example.origin): \(example.text)")
    }
    // Changes that all break a text, or none, would show nothing.
    #expect(accepted > cases.count / 10 && accepted < cases.count * 9 / 10)
  }
}
