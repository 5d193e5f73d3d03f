// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import Testing

/// What the server writes into a file has the line ends of the file.
@Suite struct LineEndTests {
  private static let lines = [
    "model \"Ward\"", "external nurse \"Nurse\"", "process api   \"Service\"", "",
    "flow send: nurse -> api \"Sends\" {", "  threat tampering { status: open }", "}", "",
  ]

  private static func editor(_ end: String) throws -> TestEditor {
    // Where approvals are kept, a rename writes the old name down.
    let editor = try TestEditor([
      ("model.tm", lines.joined(separator: end)), ("model.approved", "tm-approvals 1\n"),
    ])
    editor.open("model.tm")
    return editor
  }

  private static let document: JSON = ["uri": .string(TestEditor.uri("model.tm"))]

  @Test(arguments: ["\n", "\r\n", "\r"])
  func onlyTheLineThatDiffersIsFormatted(_ end: String) throws {
    let edits = try Self.editor(end).request(
      "textDocument/formatting", ["textDocument": Self.document, "options": [:]])
    #expect(edits.list?.count == 1)
    let edit = edits.list?.first
    #expect(edit?["range"]?["start"]?["line"]?.whole == 2)
    #expect(edit?["newText"]?.text == "process api \"Service\"" + end)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func newLinesEndAsTheOthersDo(_ end: String) throws {
    let answer = try Self.editor(end).request(
      "textDocument/rename",
      [
        "textDocument": Self.document, "position": ["line": 4, "character": 6], "newName": "submit",
      ])
    let uri = TestEditor.uri("model.tm")
    let texts = (answer["changes"]?[uri]?.list ?? []).compactMap { $0["newText"]?.text }
    let written = try #require(texts.first { $0.contains("was: send") }, "\(answer)")
    #expect(written.contains(end))
    #expect(!written.replacing(end, with: "").utf8.contains { $0 == 0x0A || $0 == 0x0D })
  }
}
