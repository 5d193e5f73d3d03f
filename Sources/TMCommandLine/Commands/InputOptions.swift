// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMModel
import TMSource

/// The files a command works on.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The files of the model; `-` is standard input. "
        + "If left out, the one .tm file with a `model` in the current folder.",
      valueName: "file"),
    completion: Completion.model)
  var files: [String] = []

  @Option(
    name: .customLong("stdin-name"),
    help: ArgumentHelp("The file that standard input stands for.", valueName: "path"),
    completion: Completion.model)
  var standardInputName: String?

  mutating func validate() throws {
    let dashes = files.count { $0 == "-" }
    if dashes > 1 { throw ValidationError("Standard input can be read once only: give one `-`.") }
    if standardInputName != nil, dashes == 0 {
      throw ValidationError("`--stdin-name` names standard input: give `-` as well.")
    }
  }

  var readsStandardInput: Bool { files.contains("-") }

  /// The files, or the one model of the current folder, as they were named.
  func named() throws(CommandFailure) -> [String] {
    files.isEmpty ? [try DefaultModelFile.path()] : files
  }

  /// The files of the one model that a command is about; a folder stands for the one model below it.
  func paths() throws(CommandFailure) -> [String] {
    let models = try ModelSearch.models(try named())
    guard models.count > 1 else { return models.first ?? [] }
    let names = models.prefix(4).map { $0.joined(separator: " ") }
    throw CommandFailure(
      "\(models.count) models are named, and this command is about one",
      help: "name the files of one of them: \(Suggestion.alternatives(names))")
  }

  /// The workspace with these files.
  func workspace(_ paths: [String]) throws(CommandFailure) -> Workspace {
    guard readsStandardInput else { return try Workspace(paths) }
    return try Workspace(paths, overlay: try standardInput())
  }

  private func standardInput() throws(CommandFailure) -> Workspace.Overlay {
    let name = standardInputName ?? "<stdin>"
    do throws(ReadFailure) {
      let bytes = try FileReader.readStandardInput()
      return .init(
        file: ResolvedFile(identity: try identity(of: name), display: name), bytes: bytes)
    } catch {
      throw CommandFailure("standard input \(error.reason)", help: error.help)
    }
  }

  /// The canonical path of the file that standard input stands for, which may not exist yet.
  private func identity(of name: String) throws(ReadFailure) -> String {
    if Folder.has(name) { return try CanonicalPath.resolving(name) }
    let here = try CanonicalPath.resolving(".")
    return CanonicalPath.tidied(name.hasPrefix("/") ? name : CanonicalPath.joining(here, name))
  }
}
