// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMCommandLine
import TMScoring
import Testing

/// What is said in the conversation of `tm score --rubric`.
@Suite("The rubric asked in a terminal")
struct RubricDialogueTests {
  @Test("the shortest way: each question, and each metric with its reason")
  func shortest() throws {
    var dialogue = RubricDialogue(width: 100, colouring: .plain)
    #expect(dialogue.opening.contains("`?` explains"))
    var text = ""
    for line in ["yes", "U", " y ", "n", "NO", "no", "h", "high", "unknown"] {
      text += dialogue.prompt + line + "\n" + dialogue.take(line)
    }
    #expect(dialogue.isComplete && !dialogue.isAbandoned)
    #expect(
      dialogue.answers.result?.vector(.cvss30)
        == "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    #expect(text.contains("Attack Vector (AV)\nXAVN  Does the attack use a network"))
    #expect(
      text.contains(
        "→ AV:N Network\n  over a network or communication protocol (XAVN yes), taken as"))
    #expect(text.contains("→ A:H High\n  therapy taken as high (XAT unknown)\n"))
    #expect(!text.contains("XAVW") && !text.contains("XID"), "what does not matter is not asked")
  }

  @Test("a question mark explains, a wrong word is helped, and the question stays")
  func helped() {
    var dialogue = RubricDialogue(width: 100, colouring: .plain)
    #expect(dialogue.take("?").contains("contact"))
    #expect(dialogue.take("yess") == "did you mean `yes`?\n")
    #expect(dialogue.take("maybe") == "answer yes, no, unknown, or `?`\n")
    #expect(dialogue.take("") == "answer yes, no, unknown, or `?`\n")
    #expect(dialogue.question == .usesNetwork)
  }

  @Test("`back` takes the last answer back, as far as the first")
  func back() {
    var dialogue = RubricDialogue(width: 100, colouring: .plain)
    #expect(dialogue.take("back") == "this is the first question\n")
    _ = dialogue.take("no")
    _ = dialogue.take("yes")
    #expect(dialogue.question == .usesHumanInterface)
    _ = dialogue.take("back")
    #expect(dialogue.question == .needsContact)
    _ = dialogue.take("back")
    #expect(dialogue.question == .usesNetwork)
    #expect(dialogue.prompt.contains("Attack Vector (AV)"))
    #expect(dialogue.answers == RubricAnswers())
  }

  @Test("`quit` stops")
  func quit() {
    var dialogue = RubricDialogue(width: 100, colouring: .plain)
    #expect(dialogue.take("quit") == "" && dialogue.isAbandoned && !dialogue.isComplete)
  }

  @Test("lines keep to a narrow terminal")
  func narrow() {
    var dialogue = RubricDialogue(width: 40, colouring: .plain)
    var text = dialogue.opening
    for line in ["?", "no", "?", "yes", "?", "no", "?"] {
      text += dialogue.prompt + "\n" + dialogue.take(line)
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
  }
}
