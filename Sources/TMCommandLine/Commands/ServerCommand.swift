// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import TMLanguageServer

/// `tm lsp`: the language server.
struct ServerCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Answer an editor: findings, completion, hovers, renames, fixes.",
    discussion: """
      Speaks the Language Server Protocol on standard input and output; an editor starts it. The \
      findings are those of `tm lint`, of texts as they are typed. Exits with 0 if the editor shut the \
      server down before it left.
      """)

  @Flag(name: .long, help: "Use standard input and output, which is the only way.")
  var stdio = false

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    if Terminal.isTerminal(.input) {
      throw CommandFailure(
        "`tm lsp` waits for an editor, and standard input is a terminal",
        help: "let your editor start it: `docs/editor.md` says how")
    }
    let disk = SavedFiles(today: try Today.date())
    let mailbox = Mailbox()
    try EditorInput.start(into: mailbox)
    let isInOrder = ServerLoop.run(
      mailbox, disk, version: ToolVersion.text, background: BackgroundThread.run
    ) { bytes in
      // An editor that has gone cannot be told; the end of the input ends the server.
      _ = Descriptor.write(bytes, to: STDOUT_FILENO)
    }
    return isInOrder ? .clean : .findings
  }
}
