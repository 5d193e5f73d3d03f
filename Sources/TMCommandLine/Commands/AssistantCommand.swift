// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import TMLanguageServer

/// `tm mcp`: tools for an assistant.
struct AssistantCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer an assistant: lint, explain, threats, graph, a proposed edit as a diff.",
    discussion: """
      Speaks the Model Context Protocol on standard input and output; an assistant starts it. It reads \
      `.tm` files in one folder and nothing outside, and never writes. `docs/agents.md` says how.
      """)

  /// How many bytes a message may have.
  private static let messageLimit = 4 << 20

  @Argument(
    help: ArgumentHelp("The folder with the models.", valueName: "folder"),
    completion: .directory)
  var folder = "."

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    if Terminal.isTerminal(.input) {
      throw CommandFailure(
        "`tm mcp` waits for an assistant, and standard input is a terminal",
        help: "let your assistant start it: `docs/agents.md` says how")
    }
    let server = AssistantServer(try AssistantFolder(folder))
    try LineReader.forEachLine(limit: Self.messageLimit, help: "send smaller messages") { line in
      guard let answer = server.answer(to: Array(line)) else { return }
      // An assistant that has gone cannot be told; the end of the input ends the server.
      _ = Descriptor.write(answer.bytes + [0x0A], to: STDOUT_FILENO)
    }
    return .clean
  }
}
