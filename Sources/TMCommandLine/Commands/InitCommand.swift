// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMWriting

/// `tm init`: a first model.
struct InitCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a starter model that lints clean, as `model.tm`.",
    discussion: "An existing file is never overwritten.")

  private static let fileName = "model.tm"

  @Argument(
    help: ArgumentHelp("The folder to write to, which must exist.", valueName: "dir"),
    completion: .directory)
  var folder = "."

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    try Folder.require(folder, help: "make it first")
    let path = folder == "." ? Self.fileName : CanonicalPath.joining(folder, Self.fileName)
    guard !Folder.has(path) else {
      throw CommandFailure(
        "`\(path)` exists already",
        help: "move it away, or name another folder: `tm init DIR`")
    }
    try FileWriter.create(path, with: StarterModel.bytes)
    let shown = TerminalText.condensed(path, to: 200)
    let quoted = shown.contains(" ") ? "'\(shown)'" : shown
    try console.output.show(
      """
      wrote \(shown); next:
        tm lint \(quoted)
        tm render \(quoted) -o model.svg
        tm threats \(quoted)
        tm threats --explain book-visit.tampering \(quoted)

      """)
    return .clean
  }
}
