// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Finds out what the words of `tm diff` name: files, folders or revisions of git.
struct DifferenceSides {
  private(set) var old = DifferenceSide.nothing
  private(set) var new = DifferenceSide.nothing
  /// What messages call the sides.
  private(set) var oldName = ""
  private(set) var newName = ""
  /// The files behind `--`.
  private let files: [String]
  private var repository: GitRepository?

  /// - Parameters:
  ///   - words: nothing, a revision, a range of revisions, or two of files, folders and revisions.
  ///   - files: the files of the model in any revision; the model of the current folder if empty.
  init(_ words: [String], files: [String]) throws(CommandFailure) {
    self.files = files
    switch words.count {
    case 0: try compareWithWorkingTree("HEAD")
    case 1:
      if let range = RevisionRange(words[0]) {
        try compare(range)
      } else {
        try compareWithWorkingTree(words[0])
      }
    default: try compare(words[0], words[1])
    }
    guard !old.isMissing || !new.isMissing else { throw noModel() }
  }

  // MARK: - Revisions

  private mutating func compareWithWorkingTree(_ revision: String) throws(CommandFailure) {
    if files.isEmpty, Folder.has(revision), !isRevision(revision) {
      throw CommandFailure(
        "`\(revision)` is compared with nothing",
        help: "name a second file or folder: `tm diff \(revision) NEW`")
    }
    let isNamedAsPath =
      revision.hasSuffix(".tm") || revision.hasPrefix(".") || revision.hasPrefix("/")
    if files.isEmpty, isNamedAsPath, !Folder.has(revision), !isInHistory(revision) {
      throw nowhere([revision])
    }
    let repository = try open(revision)
    guard repository.hasWorkingTree else {
      throw CommandFailure(
        "there are no files beside the history here, so there is nothing to compare `\(revision)` with",
        help: "name two revisions: `tm diff \(revision)..HEAD`")
    }
    (old, oldName) = (try RevisionSide(repository, files).side(revision), revision)
    (new, newName) = (try workingTree(), "the files on the disk")
  }

  private mutating func compare(_ range: RevisionRange) throws(CommandFailure) {
    let repository = try open(range.old)
    let before = try repository.commit(range.old)
    let after = try repository.commit(range.new)
    let start =
      switch range.start {
      case .old: before
      case .mergeBase: try repository.mergeBase((range.old, before), (range.new, after))
      }
    (old, oldName) = (try RevisionSide(repository, files).side(start, range.old), range.old)
    (new, newName) = (try RevisionSide(repository, files).side(after, range.new), range.new)
  }

  /// Two words: a file or folder that exists is one, anything else a revision, which then has the file
  /// of the other side.
  private mutating func compare(_ first: String, _ second: String) throws(CommandFailure) {
    let isFirstPath = try isPath(first)
    let isSecondPath = try isPath(second)
    let lost = [(first, isFirstPath), (second, isSecondPath)].filter { word, isPath in
      files.isEmpty && !isPath && !isInHistory(word)
    }
    if !lost.isEmpty { throw nowhere(lost.map(\.0)) }
    let firstFiles = isFirstPath ? try Self.model(first) : []
    let secondFiles = isSecondPath ? try Self.model(second) : []
    old =
      isFirstPath
      ? .files(firstFiles)
      : try RevisionSide(try open(first), isSecondPath ? secondFiles : files).side(first)
    new =
      isSecondPath
      ? .files(secondFiles)
      : try RevisionSide(try open(second), isFirstPath ? firstFiles : files).side(second)
    (oldName, newName) = (first, second)
  }

  /// What is neither on the disk nor in the history.
  private func nowhere(_ words: [String]) -> CommandFailure {
    let names = words.map { "`\(TerminalText.condensed($0, to: 200))`" }
    let lead =
      names.count > 1
      ? "neither \(names.joined(separator: " nor ")) is a file or folder here"
      : "\(names[0]) is no file or folder here"
    do throws(CommandFailure) {
      _ = try GitRepository()
      return CommandFailure(
        "\(lead), nor a revision of this repository",
        help: "check the path; `git branch --all` lists the branches")
    } catch {
      return CommandFailure(
        lead, help: ["check the path", "a revision cannot be meant: \(error.message)"])
    }
  }

  private mutating func isPath(_ word: String) throws(CommandFailure) -> Bool {
    guard files.isEmpty, Folder.has(word) else { return false }
    // A plain name can be both: then only the user knows which is meant.
    guard !word.contains("/"), !word.hasSuffix(".tm"), isRevision(word) else { return true }
    throw CommandFailure(
      "`\(word)` is a file or folder and a revision",
      help: "write `./\(word)` for the file or folder, or `refs/heads/\(word)` for the branch")
  }

  private mutating func isRevision(_ word: String) -> Bool {
    (try? open(word).has(word)) ?? false
  }

  /// Whether it is a revision, or a file of one: `HEAD~1:ward.tm`.
  private mutating func isInHistory(_ word: String) -> Bool {
    word.hasPrefix(":") || isRevision(word) || isRevision(String(word.prefix { $0 != ":" }))
  }

  private mutating func open(_ word: String) throws(CommandFailure) -> GitRepository {
    if let repository { return repository }
    do throws(CommandFailure) {
      let opened = try GitRepository()
      repository = opened
      return opened
    } catch {
      guard word.hasSuffix(".tm") || word.contains("/") else { throw error }
      throw CommandFailure(
        "`\(word)` does not exist here, and \(error.message)", help: error.help)
    }
  }

  // MARK: - The disk

  private func workingTree() throws(CommandFailure) -> DifferenceSide {
    if files.isEmpty {
      let names = try Folder.names(in: ".") ?? []
      let path = try DefaultModelFile.path(among: names, "the current folder") { name in
        guard let identity = try? CanonicalPath.resolving(name) else { return nil }
        return try? FileReader.read(identity)
      }
      return path.map { .files([$0]) } ?? .nothing
    }
    var paths: [String] = []
    for file in files where Folder.has(file) { paths += try Self.model(file) }
    return paths.isEmpty ? .nothing : .files(paths)
  }

  /// A file, or the model of a folder.
  private static func model(_ path: String) throws(CommandFailure) -> [String] {
    Folder.isFolder(path) ? [try DefaultModelFile.path(in: path)] : [path]
  }

  private func noModel() -> CommandFailure {
    CommandFailure(
      files.isEmpty
        ? "neither `\(oldName)` nor `\(newName)` has a model in this folder"
        : "neither `\(oldName)` nor `\(newName)` has \(files.map { "`\($0)`" }.joined(separator: ", "))",
      help: "name the file of the model behind the revisions: `-- path/to/model.tm`")
  }
}
