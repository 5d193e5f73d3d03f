// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import TMLanguageService
import TMTestSupport
import Testing

/// Thousands of random edits while requests run: nothing breaks, and what is said in the end is what
/// `tm lint` says.
@Suite struct RandomEditTests {
  private static let files = [
    (
      "model.tm",
      """
      model "Wärd" { method: stride; scoring: cvss-3.1 }
      import "parts.tm"
      external nurse "Nurse" { human: yes }
      asset records "Records" { class: phi }
      flow send: nurse -> ward.api "Sends 😀" {
        carries: records
        crosses: ward
        protocol: https
        threat tampering { status: accepted; because: "Rare"; score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }
      }
      view all "All" { include: ward, source is nurse }
      """
    ),
    (
      "parts.tm",
      """
      /// The ward.
      boundary ward "Ward" {
        zone: clinical
        process api "Service" { interface port "Port" { kind: api } }
      }
      @allow(no-flow, "Later")
      store db "Database" { holds: records }
      """
    ),
  ]

  private static let pieces = [
    "", "", "", " ", "\n", "{", "}", "\"", "\"\"\"", ":", ",", ";", "->", "(", ")", "@", "//", "ä",
    "😀",
    "flow a: nurse -> ward.api", "process p \"P\" { }", "crosses: ", "threat ", "import \"",
    "model",
    "yes", "nurse", "ward", "CVSS:3.1/AV:", "\u{0}", "was: api", "\r\n", ".",
  ]

  private static let methods = [
    "hover", "completion", "definition", "references", "documentHighlight", "signatureHelp",
    "prepareRename", "documentSymbol", "codeLens", "foldingRange", "documentLink", "formatting",
    "semanticTokens/full", "prepareCallHierarchy", "diagnostic", "onTypeFormatting", "rename",
    "codeAction", "inlayHint", "selectionRange", "rangeFormatting",
  ]

  @Test func tenThousandEditsLeaveTheFindingsOfLint() throws {
    var random = SeededGenerator(seed: 2026)
    let editor = try TestEditor(Self.files)
    for (path, _) in Self.files { editor.open(path) }
    for step in 1...10_000 {
      let path = Self.files[step % 2].0
      let text = change(path, in: editor, step, &random)
      if text.bytes.count > 3_000 || step % 50 == 0 { restore(path, editor, step) }
      if step % 10 == 0 { ask(about: path, editor, &random) }
      if step % 25 == 0 {
        var asked = 0
        editor.server.catchUp {
          asked += 1
          return asked % 7 != 0
        }
        editor.forgetReceived()
      }
      if step % 2_000 == 0 { try compare(editor) }
    }
    try compare(editor)
  }

  /// Replaces a random stretch of a file by a random piece.
  private func change(
    _ path: String, in editor: TestEditor, _ step: Int, _ random: inout SeededGenerator
  ) -> PositionedText {
    let text = editor.text(path)
    let start = Int.random(in: 0...text.bytes.count, using: &random)
    let length = Int.random(in: 0...12, using: &random)
    let range = (
      start: text.position(of: start, .utf8),
      end: text.position(of: min(start + length, text.bytes.count), .utf8)
    )
    let piece = Self.pieces.randomElement(using: &random) ?? ""
    editor.replace(range, by: piece, in: path, version: step + 1)
    return editor.text(path)
  }

  private func restore(_ path: String, _ editor: TestEditor, _ step: Int) {
    let text = Self.files.first { $0.0 == path }?.1 ?? ""
    editor.type(text, into: path, version: step + 1)
  }

  private func ask(about path: String, _ editor: TestEditor, _ random: inout SeededGenerator) {
    let text = editor.text(path)
    let method = Self.methods.randomElement(using: &random) ?? "hover"
    let places = [0, 1].map { _ in Int.random(in: 0...text.bytes.count, using: &random) }.sorted()
      .map { offset -> JSON in
        let position = text.position(of: offset, .utf8)
        return ["line": .integer(position.line), "character": .integer(position.character)]
      }
    let answer = editor.request(
      "textDocument/\(method)",
      [
        "textDocument": ["uri": .string(TestEditor.uri(path))], "position": places[0],
        "positions": .array(places), "range": ["start": places[0], "end": places[1]],
        "context": ["includeDeclaration": true, "diagnostics": []], "newName": "other",
        "ch": "}", "options": [:],
      ])
    // A rename may be refused; nothing else has a reason to fail.
    if !method.lowercased().contains("rename") { #expect(answer["error"] == nil, "\(method)") }
  }

  /// The findings of the server are those of texts that were saved just so.
  private func compare(_ editor: TestEditor) throws {
    editor.server.catchUp { true }
    let files = Self.files.map { path, _ in
      (path: path, text: String(decoding: editor.text(path).bytes, as: UTF8.self))
    }
    let fresh = try TestEditor(files)
    for (path, _) in files { fresh.open(path) }
    let expected = fresh.published()
    for (path, _) in files {
      let report = editor.request(
        "textDocument/diagnostic", ["textDocument": ["uri": .string(TestEditor.uri(path))]])
      #expect(report["items"]?.list ?? [] == expected[path] ?? [], "\(path)")
    }
    if files[0].text.contains("model \"W") { try LintAgreementTests.agree(files, root: "model.tm") }
  }
}
