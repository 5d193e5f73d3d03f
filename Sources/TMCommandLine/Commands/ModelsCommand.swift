// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `tm models`: where the models are.
struct ModelsCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the files below a folder that declare a model, one a line.",
    discussion: "What is hidden is left out, and so are symbolic links.")

  @Argument(
    help: ArgumentHelp("The folders to look in.", valueName: "folder"), completion: .directory)
  var folders = ["."]

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    for folder in folders {
      guard Folder.isFolder(folder) else {
        throw CommandFailure("there is no folder `\(folder)`", help: "check the path")
      }
      let files = try ModelSearch.files(below: folder).filter(DefaultModelFile.declaresModel)
      // A path is for programs: it is written as it is.
      for file in files { try console.output.write(file + "\n") }
    }
    return .clean
  }
}
