// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import Testing

/// The life of a server: what it answers before, during and after.
@Suite struct LifeTests {
  private static let files = [("model.tm", "model \"Ward\"\nexternal nurse \"Nurse\"\n")]

  private func code(_ answer: JSON) -> Int? { answer["error"]?["code"]?.whole }

  @Test func nothingIsAnsweredBeforeItIsInitialized() {
    let editor = TestEditor(MemoryDisk(Self.files))
    #expect(code(editor.request("textDocument/hover", [:])) == -32002)
    #expect(code(editor.request("shutdown", .null)) == -32002)
    editor.open("model.tm")
    #expect(editor.published().isEmpty)
    editor.notify("exit", .null)
    #expect(editor.server.hasEnded)
    #expect(!editor.server.endedInOrder)
  }

  @Test func itIsInitializedOnceAndShutDownOnce() throws {
    let editor = try TestEditor(Self.files)
    #expect(code(editor.request("initialize", ["capabilities": [:]])) == -32600)
    #expect(editor.request("shutdown", .null) == .null)
    #expect(code(editor.request("shutdown", .null)) == -32600)
    #expect(code(editor.request("textDocument/hover", [:])) == -32600)
    editor.open("model.tm")
    #expect(editor.published().isEmpty)
    editor.notify("exit", .null)
    #expect(editor.server.endedInOrder)
  }

  @Test func theEncodingIsAgreedOn() throws {
    let both: JSON = ["general": ["positionEncodings": ["utf-16", "utf-8"]]]
    for (capabilities, expected) in [(both, "utf-8"), ([:], "utf-16")] as [(JSON, String)] {
      let editor = TestEditor(MemoryDisk(Self.files))
      let result = editor.request("initialize", ["capabilities": capabilities])
      #expect(result["capabilities"]?["positionEncoding"]?.text == expected)
    }
  }

  @Test func whatIsNoRequestIsSaid() throws {
    let editor = try TestEditor(Self.files)
    #expect(code(editor.request("textDocument/moniker", [:])) == -32601)
    #expect(code(editor.request("textDocument/hover", [:])) == -32602)
    editor.open("model.tm")
    let document: JSON = ["textDocument": ["uri": .string(TestEditor.uri("model.tm"))]]
    #expect(code(editor.request("textDocument/hover", document)) == -32602)
    editor.forgetReceived()
    editor.server.handle([1, 2])
    editor.server.handle(["jsonrpc": "1.0", "method": "exit"])
    editor.server.handle(["jsonrpc": "2.0"])
    #expect(editor.received.map { $0["error"]?["code"]?.whole } == [-32600, -32600, -32600])
    #expect(!editor.server.hasEnded)
  }

  @Test func aFileThatNoModelHasIsAnsweredWithNothing() throws {
    let editor = try TestEditor(Self.files)
    let answer = editor.request(
      "textDocument/hover",
      [
        "textDocument": ["uri": "untitled:Untitled-1"],
        "position": ["line": 0, "character": 0],
      ])
    #expect(answer == .null)
  }

  @Test func aCancelledRequestIsNotAnswered() throws {
    let editor = try TestEditor(Self.files)
    editor.open("model.tm")
    editor.cancelNext()
    let answer = editor.request(
      "textDocument/diagnostic",
      ["textDocument": ["uri": .string(TestEditor.uri("model.tm"))]])
    #expect(code(answer) == -32800)
  }

  /// While a picture is drawn, other requests are answered; a cancelled one is told so.
  @Test func aPictureHoldsNothingUp() throws {
    var jobs: [PictureJob] = []
    var sent: [JSON] = []
    let disk = MemoryDisk([("model.tm", "model \"Clinic\"\nexternal nurse \"Nurse\"\n")])
    let cancelled = JSON.integer(4)
    let server = LanguageServer(
      disk, version: "test", isCancelled: { $0 == cancelled }, draw: { jobs.append($0) },
      send: { sent.append($0) })
    let model = JSON.string(TestEditor.uri("model.tm"))
    func ask(_ id: Int, _ method: String, _ parameters: JSON) {
      server.handle([
        "jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": parameters,
      ])
    }
    let show: JSON = ["command": "tm.showDiagram", "arguments": [model]]
    ask(1, "initialize", ["capabilities": [:], "rootUri": .string(TestEditor.uri(""))])
    ask(2, "workspace/executeCommand", show)
    ask(3, "textDocument/documentSymbol", ["textDocument": ["uri": model]])
    #expect(sent.compactMap { $0["id"]?.whole } == [1, 3])
    #expect(server.isPending(2) && jobs.count == 1)
    for job in jobs { server.finish(job.drawn()) }
    #expect(!server.isPending(2))
    #expect(sent.last?["result"]?["svg"]?.text == "<svg>the whole model</svg>")
    ask(4, "workspace/executeCommand", show)
    #expect(sent.last?["error"]?["code"]?.whole == -32800)
  }

  @Test func helpIsInTheMessageWhereTheEditorShowsItNoOtherWay() throws {
    let text = "model \"Clinic\"\nboundary ward \"Ward\" { zone: hospitl }\n"
    let editor = try TestEditor([("model.tm", text)], capabilities: [:])
    editor.open("model.tm")
    let found = editor.published()["model.tm"] ?? []
    let finding = found.first { $0["message"]?.text?.contains("`hospitl`") == true }
    #expect(finding?["message"]?.text?.hasSuffix("; did you mean `hospital`?") == true)
    #expect(finding?["relatedInformation"] == nil)
  }

  @Test func aCancellationOvertakesWhatWaits() {
    let mailbox = Mailbox()
    mailbox.post(.message(["jsonrpc": "2.0", "id": 7, "method": "shutdown"]))
    mailbox.post(
      .message(["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": 7]]))
    #expect(mailbox.isCancelled(7))
    #expect(!mailbox.isCancelled("7"))
    #expect(mailbox.takeWaiting() != nil)
    #expect(mailbox.isEmpty)
  }

  @Test func theWorkIsLeftWhenSomethingNewArrives() throws {
    let editor = try TestEditor(Self.files)
    editor.open("model.tm")
    var asked = 0
    editor.server.catchUp {
      asked += 1
      return asked < 3
    }
    #expect(editor.server.isBehind)
    #expect(!editor.received.contains { $0["method"]?.text == "textDocument/publishDiagnostics" })
    #expect(editor.published()["model.tm"]?.isEmpty == false)
    #expect(!editor.server.isBehind)
  }

  @Test func progressAndWatchersAreAskedForWhereTheEditorHasThem() throws {
    let editor = try TestEditor(
      Self.files,
      capabilities: [
        "window": ["workDoneProgress": true],
        "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]],
      ])
    let methods = editor.received.compactMap { $0["method"]?.text }
    #expect(
      methods == [
        "client/registerCapability", "window/workDoneProgress/create", "$/progress", "$/progress",
      ])
    #expect(editor.received.last?["params"]?["value"]?["message"]?.text == "1 model")
    #expect(try TestEditor(Self.files, capabilities: [:]).received.isEmpty)
  }
}
