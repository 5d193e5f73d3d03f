// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Finds models below folders, for commands that take a folder in place of files.
struct ModelSearch {
  /// How many files and folders are looked at.
  static let limit = 200_000

  private var seen = 0
  /// What bears the ending and is not looked at: symbolic links, and `.TM`.
  private var passed: [String] = []

  /// The models that a command line names: its files together are one, and a folder stands for each model
  /// below it.
  ///
  /// - Returns: the files of each model; those of a folder sorted by their paths.
  static func models(_ paths: [String]) throws(CommandFailure) -> [[String]] {
    var files: [String] = []
    var models: [[String]] = []
    for path in paths {
      guard path != "-", Folder.isFolder(path) else {
        files.append(path)
        continue
      }
      let found = try Self.files(below: path).filter(DefaultModelFile.declaresModel)
      guard !found.isEmpty else {
        throw CommandFailure(
          "no `.tm` file below `\(path)` declares a `model`",
          help: "name another folder, or write a first model with `tm init`")
      }
      models += found.map { [$0] }
    }
    return (files.isEmpty ? [] : [files]) + models
  }

  /// The files with the ending `.tm` at any depth below a folder, sorted by their paths.
  ///
  /// What is hidden is left out, and so are symbolic links: what they lead to has a place of its own.
  static func files(below folder: String) throws(CommandFailure) -> [String] {
    var search = ModelSearch()
    return try search.files(below: folder)
  }

  /// What looks like a model below a folder and is left out by `files`, sorted: symbolic links with the ending
  /// `.tm`, and names that end in `.TM` or with a blank behind it.
  static func passed(below folder: String) throws(CommandFailure) -> [String] {
    var search = ModelSearch()
    _ = try search.files(below: folder)
    return search.passed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func files(below top: String) throws(CommandFailure) -> [String] {
    var files: [String] = []
    var open = [top]
    while let folder = open.popLast() {
      guard let names = try Folder.names(in: folder, for: .filesAndFolders) else {
        // One that is gone holds no model; one that may not be read could.
        if folder != top, !Folder.has(folder) { continue }
        throw CommandFailure(
          "the folder `\(folder)` cannot be read, so models in it would not be checked",
          help: "check its rights, or name the folders that have models")
      }
      for name in names where !name.hasPrefix(".") {
        seen += 1
        guard seen <= Self.limit else {
          throw CommandFailure(
            "there are more than \(Self.limit) files below `\(top)`",
            help: "name the folders that have models")
        }
        let path = folder == "." ? name : CanonicalPath.joining(folder, name)
        var status = stat()
        guard lstat(path, &status) == 0 else {
          // It was there a moment ago: one that is gone is no model, any other may be.
          if errno == ENOENT { continue }
          throw CommandFailure(
            "`\(path)` cannot be looked at: \(SystemCall.text(errno))",
            help: "check its rights, and those of its folder")
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: open.append(path)
        case S_IFREG where name.hasSuffix(".tm"): files.append(path)
        case S_IFREG, S_IFLNK:
          let plain = name.lowercased()
          if plain.hasSuffix(".tm") || plain.hasSuffix(".tm ") { passed.append(path) }
        default: break
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
