// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The file that a command works on when none is named.
enum DefaultModelFile {
  /// The one `.tm` file of the current folder that declares a `model`.
  static func path() throws(CommandFailure) -> String { try path(in: ".") }

  /// The one `.tm` file of a folder that declares a `model`.
  static func path(in folder: String) throws(CommandFailure) -> String {
    let place = folder == "." ? "the current folder" : "`\(folder)`"
    guard let names = try Folder.names(in: folder) else {
      throw CommandFailure("\(place) cannot be read", help: "name the files of the model")
    }
    let paths = names.map { folder == "." ? $0 : CanonicalPath.joining(folder, $0) }
    if let path = try path(among: paths, place, text: text) { return path }
    throw CommandFailure(
      candidates(paths).isEmpty
        ? "there is no `.tm` file in \(place)"
        : "no `.tm` file in \(place) declares a `model`",
      help: ["name the files of the model, or write a first one with `tm init`"])
  }

  /// The one path of a file that declares a `model`; nil where none does.
  ///
  /// - Parameters:
  ///   - place: what a message calls their folder.
  ///   - text: reads a file; nil where it cannot.
  static func path(
    among paths: [String], _ place: String, text: (String) -> [UInt8]?
  ) throws(CommandFailure) -> String? {
    let models = candidates(paths).filter { declaresModel($0, text) }
    guard models.count > 1 else { return models.first }
    throw CommandFailure(
      "\(models.count) files in \(place) declare a `model`",
      help: "name one of them: \(Suggestion.alternatives(Array(models.prefix(4))))")
  }

  private static func candidates(_ paths: [String]) -> [String] {
    paths.filter { path in
      let name = path.split(separator: "/").last ?? ""
      return name.hasSuffix(".tm") && !name.hasPrefix(".")
    }
  }

  private static func text(_ path: String) -> [UInt8]? {
    guard let identity = try? CanonicalPath.resolving(path) else { return nil }
    return try? FileReader.read(identity)
  }

  /// Whether a file on the disk that can be read has `model` at its top level.
  static func declaresModel(_ path: String) -> Bool { declaresModel(path, text) }

  private static func declaresModel(_ name: String, _ text: (String) -> [UInt8]?) -> Bool {
    guard let bytes = text(name) else { return false }
    let file = SourceFile(id: FileID(index: 0), path: name, bytes: bytes)
    return Parser.parse(file).root.children.contains { node in
      node.kind == .declaration && node.first(.name)?.isWord("model") == true
    }
  }
}
