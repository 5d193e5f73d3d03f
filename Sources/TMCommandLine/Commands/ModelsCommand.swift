// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMWriting

/// `tm models`: where the models are.
struct ModelsCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the files below a folder that declare a model, one a line.",
    discussion: """
      What is hidden is left out, and so are symbolic links. Files that no model there imports are named on \
      standard error. A path with a line feed in it takes `-0`.
      """)

  @Argument(
    help: ArgumentHelp("The folders to look in.", valueName: "folder"), completion: .directory)
  var folders = ["."]

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "End each path with a NUL in place of a line feed, for `xargs -0` and `mapfile -d ''`.")
  var null = false

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    for folder in folders {
      try Folder.require(folder, help: "check the path")
      let files = try ModelSearch.files(below: folder).filter(DefaultModelFile.declaresModel)
      for file in files { try console.output.write(try line(file)) }
      let all = try ModelSearch.files(below: folder)
      if all.count > files.count {
        let strays = try StrayFiles(below: [folder], read: StrayFiles.read(by: files))
        try console.error.show(strays.line)
      }
    }
    return .clean
  }

  /// A path is for programs: it is written as it is, but to a terminal, which would obey what is in it.
  private func line(_ file: String) throws(CommandFailure) -> String {
    if null { return file + "\0" }
    if Terminal.isTerminal(.output) { return TerminalText.sanitised(file) + "\n" }
    guard !file.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw CommandFailure(
        "the path `\(file)` has a control character in it, and would not be one line",
        help: "rename the file, or take the paths with `-0`")
    }
    return file + "\n"
  }
}
