// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMSource
import TMSyntax
import TMWriting

/// Finds the `.tm` files below folders that belong to no model there: nobody checks what they say.
struct StrayFiles {
  private var strays: [String] = []
  /// Those of them that nobody can read as a part of a model, or not without errors.
  private(set) var broken: [String] = []
  private let folders: [String]

  /// - Parameters:
  ///   - folders: those that a command looks for models in.
  ///   - read: the paths of all files that belong to a model.
  init(below folders: [String], read: [String]) throws(CommandFailure) {
    self.folders = folders
    guard !folders.isEmpty else { return }
    let known = Set(read.compactMap { try? CanonicalPath.resolving($0) })
    for folder in folders {
      for path in try ModelSearch.files(below: folder) where !strays.contains(path) {
        guard let identity = try? CanonicalPath.resolving(path), !known.contains(identity),
          !DefaultModelFile.declaresModel(path)
        else { continue }
        strays.append(path)
        if Self.isBroken(path) { broken.append(path) }
      }
      for path in try ModelSearch.passed(below: folder) where !strays.contains(path) {
        guard let identity = try? CanonicalPath.resolving(path), !known.contains(identity) else {
          continue
        }
        strays.append(path)
      }
    }
  }

  /// Whether a file cannot be read, or has errors of its own: it may have been a model before.
  private static func isBroken(_ path: String) -> Bool {
    guard let bytes = try? FileReader.read(path) else { return true }
    let tree = Parser.parse(SourceFile(id: FileID(index: 0), path: path, bytes: bytes))
    return tree.diagnostics.contains { $0.severity == .error }
      || tree.root.children.contains { node in
        node.kind == .declaration
          && node.first(.name).map { Schema.keyword($0.text, inside: nil) == nil } ?? false
      }
  }

  /// Why a check of folders is none: a file there may be a model that nothing of was read.
  var failure: CommandFailure? {
    guard let first = broken.first else { return nil }
    let name = "`\(TerminalText.condensed(first, to: 200))`"
    let more = broken.count > 1 ? " and \(broken.count - 1) more" : ""
    return CommandFailure(
      "\(name)\(more) cannot be read without errors and belong\(broken.count > 1 ? "" : "s") to no model, so it may be one "
        + "that nobody checked",
      help:
        "look at it with `tm lint \(TerminalText.condensed(first, to: 200))`, or give it another ending"
    )
  }

  /// The files of a folder's models with what they import, as far as they can be read.
  static func read(by models: [String]) -> [String] {
    models.flatMap { path -> [String] in
      guard let workspace = try? Workspace([path]),
        let declarations = try? CompiledDeclarations(reading: [path], from: workspace)
      else { return [path] }
      return declarations.model.sources.files.map(\.path)
    }
  }

  private static let shown = 8

  /// "1 file of no model is not checked: `old/remote.tm`; …", a line; empty where each belongs to one.
  var line: String {
    if strays.isEmpty { return "" }
    let count = strays.count == 1 ? "1 file" : "\(strays.count) files"
    let names = strays.prefix(Self.shown).map { "`\(TerminalText.condensed($0, to: 200))`" }
    let more = strays.count > Self.shown ? " and \(strays.count - Self.shown) more" : ""
    let (it, belongs) = strays.count == 1 ? ("it", "it belongs") : ("them", "they belong")
    let place =
      folders.count == 1
      ? "`\(TerminalText.condensed(folders[0], to: 200))`" : "these folders"
    return "\(count) of no model below \(place), so nobody checks \(it): "
      + "\(names.joined(separator: ", "))\(more); import \(it) where \(belongs)\n"
  }
}
