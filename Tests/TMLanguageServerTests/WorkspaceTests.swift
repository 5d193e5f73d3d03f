// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import Testing

/// Which model a file belongs to, and what follows when files change.
@Suite struct WorkspaceTests {
  private static let shared = [
    ("one.tm", "model \"One\"\nimport \"parts.tm\"\n"),
    ("two/two.tm", "model \"Two\"\nimport \"../parts.tm\"\nprocess extra \"Extra\"\n"),
    ("parts.tm", "external nurse \"Nurse\"\n"),
  ]

  private func rules(_ editor: TestEditor, _ path: String) -> [String] {
    (editor.published()[path] ?? []).compactMap { $0["code"]?.text }
  }

  @Test func aFileOfTwoModelsHasTheFindingsOfBothOnce() throws {
    let editor = try TestEditor(Self.shared)
    editor.open("parts.tm")
    #expect(rules(editor, "parts.tm") == ["no-flow"])
    #expect(rules(editor, "two/two.tm") == ["no-flow"])
  }

  @Test func aNameInTwoModelsIsNotRenamedInOne() throws {
    let editor = try TestEditor(Self.shared)
    editor.open("parts.tm")
    let answer = editor.request(
      "textDocument/rename",
      [
        "textDocument": ["uri": .string(TestEditor.uri("parts.tm"))],
        "position": ["line": 0, "character": 10], "newName": "carer",
      ])
    #expect(answer["error"]?["message"]?.text?.contains("2 models") == true)
  }

  @Test func whatIsTypedInOneFileShowsInAnother() throws {
    let editor = try TestEditor([
      ("model.tm", "model \"Ward\"\nimport \"parts.tm\"\nflow a: nurse -> api \"Asks\"\n"),
      ("parts.tm", "external nurse \"Nurse\"\n"),
    ])
    editor.open("model.tm")
    #expect(rules(editor, "model.tm") == ["unknown-name"])
    editor.open("parts.tm")
    editor.type("external nurse \"Nurse\"\nprocess api \"Service\"\n", into: "parts.tm")
    #expect(!rules(editor, "model.tm").contains("unknown-name"))
    editor.notify(
      "textDocument/didClose", ["textDocument": ["uri": .string(TestEditor.uri("parts.tm"))]])
    #expect(rules(editor, "model.tm") == ["unknown-name"])
  }

  @Test func aFileJoinsAModelWhenItIsImported() throws {
    let editor = try TestEditor([
      ("model.tm", "model \"Ward\"\n"), ("parts.tm", "external nurse \"Nurse\"\n"),
    ])
    editor.open("parts.tm")
    #expect(rules(editor, "parts.tm") == ["missing-model", "no-flow"])
    editor.open("model.tm")
    editor.type("model \"Ward\"\nimport \"parts.tm\"\n", into: "model.tm")
    #expect(rules(editor, "parts.tm") == ["no-flow"])
    editor.type("model \"Ward\"\n", into: "model.tm", version: 3)
    #expect(rules(editor, "parts.tm") == ["missing-model", "no-flow"])
  }

  @Test func aFileBecomesAModelAndStopsBeingOne() throws {
    let editor = try TestEditor([("model.tm", "external nurse \"Nurse\"\n")])
    editor.open("model.tm")
    #expect(rules(editor, "model.tm") == ["missing-model", "no-flow"])
    editor.type("model \"Ward\"\nexternal nurse \"Nurse\"\n", into: "model.tm")
    #expect(rules(editor, "model.tm") == ["no-flow"])
    editor.type("external nurse \"Nurse\"\n", into: "model.tm", version: 3)
    #expect(rules(editor, "model.tm") == ["missing-model", "no-flow"])
  }

  @Test func filesThatChangeOnTheDiskAreReadAgain() throws {
    let editor = try TestEditor([("model.tm", "model \"Ward\"\nimport \"parts.tm\"\n")])
    editor.open("model.tm")
    #expect(rules(editor, "model.tm") == ["failed-import"])
    editor.disk.files["/ward/parts.tm"] = Array("external nurse \"Nurse\"\n".utf8)
    editor.notify("workspace/didChangeWatchedFiles", ["changes": []])
    #expect(rules(editor, "model.tm") == [])
    #expect(rules(editor, "parts.tm") == ["no-flow"])
  }

  @Test func aTextOnNoDiskIsCheckedToo() throws {
    let editor = try TestEditor([])
    editor.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": "untitled:one", "version": 1,
          "text": "model \"Ward\"\nimport \"parts.tm\"\nexternal nurse \"Nurse\"\n",
        ]
      ])
    #expect(rules(editor, "untitled:one") == ["failed-import"])
  }

  @Test func aModelThatCannotBeReadIsNoSilence() throws {
    let editor = try TestEditor([("model.tm", "model \"Ward\"\n")])
    editor.disk.unreadable = "/ward/model.approved"
    editor.open("model.tm")
    let items = editor.published()["model.tm"] ?? []
    #expect(items.map { $0["code"]?.text } == ["failed-import"])
    #expect(items.first?["message"]?.text?.contains("may not be read") == true)
  }

  @Test func everythingIsCheckedWhenTheWholeWorkspaceIsAskedFor() throws {
    let editor = try TestEditor(Self.shared)
    let report = editor.request("workspace/diagnostic", ["previousResultIds": []])
    let items = report["items"]?.list ?? []
    #expect(
      items.map { TestEditor.path($0["uri"]?.text ?? "") } == ["one.tm", "parts.tm", "two/two.tm"])
    #expect(items.map { $0["items"]?.list?.count } == [0, 1, 1])
    let known = items.map { item -> JSON in
      ["uri": item["uri"] ?? .null, "value": item["resultId"] ?? .null]
    }
    let again = editor.request("workspace/diagnostic", ["previousResultIds": .array(known)])
    #expect((again["items"]?.list ?? []).allSatisfy { $0["kind"]?.text == "unchanged" })
  }

  @Test func whatDidNotChangeIsNotPublishedAgain() throws {
    let editor = try TestEditor(Self.shared)
    editor.open("one.tm")
    editor.open("parts.tm")
    _ = editor.published()
    editor.forgetReceived()
    editor.type("model \"One\"\n\nimport \"parts.tm\"\n", into: "one.tm")
    #expect(editor.published().keys.sorted() == ["one.tm"])
  }

  @Test func pushedFindingsAreNotPulledToo() throws {
    let editor = try TestEditor(
      Self.shared,
      capabilities: [
        "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
      ])
    editor.open("parts.tm")
    #expect(editor.published().isEmpty)
    #expect(editor.received.last?["method"]?.text == "workspace/diagnostic/refresh")
  }
}
