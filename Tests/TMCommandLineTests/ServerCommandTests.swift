// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// `tm lsp` as a program: a conversation on its standard input, what it answers, and how it ends.
@Suite struct ServerCommandTests {
  private static func framed(_ messages: [String]) -> [UInt8] {
    messages.flatMap { Array("Content-Length: \($0.utf8.count)\r\n\r\n\($0)".utf8) }
  }

  private static func run(_ input: [UInt8]) throws -> ChildRun {
    let folder = try TemporaryFolder()
    try folder.write("model \"Ward\"\nexternal nurse \"Nurse\"\n", to: "ward.tm")
    return try ChildRun(Program.path, ["lsp", "--stdio"], in: folder.path, input: input)
  }

  private static let start = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#,
    #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
  ]
  private static let open =
    #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":"#
    + #"{"uri":"untitled:one","version":1,"text":"model \"Ward\"\nexternal nurse \"Nurse\"\n"}}}"#
  private static let pull =
    #"{"jsonrpc":"2.0","id":2,"method":"textDocument/diagnostic","params":{"textDocument":"#
    + #"{"uri":"untitled:one"}}}"#
  private static let end = [
    #"{"jsonrpc":"2.0","id":9,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#,
  ]

  @Test func aConversationEndsInOrder() throws {
    let run = try Self.run(Self.framed(Self.start + [Self.open, Self.pull] + Self.end))
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(run.output.hasPrefix("Content-Length: "))
    #expect(run.output.contains(#""code":"no-flow""#))
    #expect(run.output.contains(#"{"jsonrpc":"2.0","id":9,"result":null}"#))
  }

  @Test func anEditorThatLeavesWithoutAWordIsStatusOne() throws {
    #expect(try Self.run([]).status == 1)
    #expect(try Self.run(Self.framed(Self.start)).status == 1)
    #expect(try Self.run(Self.framed([Self.end[1]])).status == 1)
  }

  @Test func whatIsNoMessageIsAnsweredAndPassedOver() throws {
    let garbage = Array("hello\r\n\r\n".utf8) + Self.framed(["{", "[1]", "7"])
    let run = try Self.run(garbage + Self.framed(Self.start + Self.end))
    #expect(run.status == 0)
    #expect(run.output.components(separatedBy: #""id":null,"error""#).count == 5)
    #expect(run.output.contains("-32700"))
    #expect(run.output.contains("-32600"))
  }

  @Test func deeplyNestedMessagesAreRefused() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let run = try Self.run(Self.framed([deep] + Self.start + Self.end))
    #expect(run.status == 0)
    #expect(run.output.contains("-32700"))
  }
}
