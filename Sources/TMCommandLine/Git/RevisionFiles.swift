// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// The files of one commit, as a compilation reads them: paths count from the root of the repository.
final class RevisionFiles: FileProvider {
  /// How many symbolic links a path may lead over.
  private static let linkLimit = 40

  private let objects: GitObjects
  private let root: GitTreeEntry
  /// The revision as the user named it.
  private let name: String
  private var files: [String: GitTreeEntry] = [:]

  init(_ commit: GitCommit, named name: String, in objects: GitObjects) {
    self.objects = objects
    self.name = name
    root = GitTreeEntry(name: "", isReadable: true, kind: .folder, id: commit.tree)
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    guard !path.isEmpty else {
      throw ReadFailure(reason: "names no file", help: "write the path of a `.tm` file")
    }
    guard !path.hasPrefix("/") else {
      throw ReadFailure(
        reason: "is an absolute path, which differs from machine to machine",
        help: "write the path from the folder of this file")
    }
    let folder = importer.map { $0.split(separator: "/").dropLast().map(String.init) } ?? []
    let found = try find(folder + path.split(separator: "/").map(String.init))
    switch found.entry.kind {
    case .file: break
    case .folder, .link:
      throw ReadFailure(reason: "is a folder", help: "name the `.tm` files in it")
    case .submodule: throw Self.submodule
    }
    let identity = found.path.joined(separator: "/")
    files[identity] = found.entry
    return ResolvedFile(identity: identity, display: "\(name):\(identity)")
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    guard let entry = files[file.identity] else { throw Self.missing }
    return try reading { () throws(CommandFailure) in try objects.blob(entry.id) }
  }

  /// What a path leads to.
  enum Content {
    case nothing
    case file
    /// The paths of what is in it.
    case folder([String])
  }

  /// What a path from the root leads to; an empty one to the root.
  func content(_ path: String) throws(ReadFailure) -> Content {
    let found: Place
    do throws(ReadFailure) {
      found = try find(path.split(separator: "/").map(String.init))
    } catch {
      if error.reason == Self.missing.reason { return .nothing }
      throw error
    }
    switch found.entry.kind {
    case .folder:
      let entries = try entries(found.entry)
      if let foreign = entries.first(where: { !$0.isReadable && $0.name.hasSuffix(".tm") }) {
        throw ReadFailure(
          reason: "has a file `\(foreign.name)` whose name is no UTF-8",
          help: "rename it: nothing whose name cannot be shown is compared")
      }
      return .folder(
        entries.map { (found.path + [$0.name]).joined(separator: "/") })
    case .file, .link: return .file
    case .submodule: throw Self.submodule
    }
  }

  // MARK: - Walking

  private struct Place {
    var path: [String]
    var entry: GitTreeEntry
  }

  /// Follows a path from the root, over links that stay inside the repository.
  private func find(_ words: [String]) throws(ReadFailure) -> Place {
    var pending = Array(words.reversed())
    // The folders on the way, the root first.
    var places = [Place(path: [], entry: root)]
    var links = 0
    while let word = pending.popLast() {
      if word == "." || word.isEmpty { continue }
      guard word != ".." else {
        guard places.count > 1 else { throw Self.outside }
        places.removeLast()
        continue
      }
      guard let place = places.last else { throw Self.missing }
      guard let entry = try entry(word, in: place.entry) else { throw Self.missing }
      guard case .link = entry.kind else {
        places.append(Place(path: place.path + [word], entry: entry))
        continue
      }
      links += 1
      guard links <= Self.linkLimit else {
        throw ReadFailure(
          reason: "is a circle of symbolic links", help: "name the file itself")
      }
      let target = try reading { () throws(CommandFailure) in try objects.blob(entry.id) }
      guard target.first != 0x2F else { throw Self.outside }
      pending += String(decoding: target, as: UTF8.self).split(separator: "/").reversed()
        .map(String.init)
    }
    return places.last ?? Place(path: [], entry: root)
  }

  private func entry(
    _ word: String, in folder: GitTreeEntry
  ) throws(ReadFailure) -> GitTreeEntry? {
    switch folder.kind {
    case .folder: return try entries(folder).first { $0.isReadable && $0.name == word }
    case .submodule: throw Self.submodule
    case .file, .link: return nil
    }
  }

  private func entries(_ folder: GitTreeEntry) throws(ReadFailure) -> [GitTreeEntry] {
    try reading { () throws(CommandFailure) in try objects.tree(folder.id) }
  }

  private func reading<Result>(
    _ body: () throws(CommandFailure) -> Result
  ) throws(ReadFailure) -> Result {
    do throws(CommandFailure) {
      return try body()
    } catch {
      throw ReadFailure(
        reason: "cannot be read from git: \(error.message)", help: error.help.first ?? "")
    }
  }

  private static let missing = ReadFailure(
    reason: "does not exist in this revision", help: "check the path, and where it starts from")

  private static let outside = ReadFailure(
    reason: "lies outside the repository, so this revision has no such file",
    help: "move the file into the repository, or check both revisions out (`git worktree add`) "
      + "and compare the two folders")

  private static let submodule = ReadFailure(
    reason: "lies in a submodule, whose files this repository does not have",
    help: "check both revisions out with their submodules, and compare the two folders")
}
