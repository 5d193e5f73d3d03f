// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The file that a command works on when none is named.
enum DefaultModelFile {
  /// The one `.tm` file of the current folder that declares a `model`.
  static func path() throws(CommandFailure) -> String {
    guard let names = Folder.names(in: ".") else {
      throw CommandFailure("the current folder cannot be read", help: "name the files of the model")
    }
    let candidates = names.filter { $0.hasSuffix(".tm") && !$0.hasPrefix(".") }
    let models = candidates.filter(declaresModel)
    if models.count == 1 { return models[0] }
    guard models.isEmpty else {
      throw CommandFailure(
        "\(models.count) files in the current folder declare a `model`",
        help: "name one of them: \(Suggestion.alternatives(Array(models.prefix(4))))")
    }
    throw CommandFailure(
      candidates.isEmpty
        ? "there is no `.tm` file in the current folder"
        : "no `.tm` file in the current folder declares a `model`",
      help: ["name the files of the model, or write a first one with `tm init`"])
  }

  /// Whether a file that can be read has `model` at its top level.
  static func declaresModel(_ name: String) -> Bool {
    guard let identity = try? CanonicalPath.resolving(name),
      let bytes = try? FileReader.read(identity)
    else { return false }
    let file = SourceFile(id: FileID(index: 0), path: name, bytes: bytes)
    return Parser.parse(file).root.children.contains { node in
      node.kind == .declaration && node.first(.name)?.isWord("model") == true
    }
  }
}
