// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The git repository around the current folder.
struct GitRepository {
  /// Where the current folder lies in it, with a slash at the end; empty at the root.
  let prefix: String
  /// Whether there are files beside the history; not so in a bare repository.
  let hasWorkingTree: Bool
  private let isShallow: Bool
  let objects: GitObjects

  /// Opens the repository of the current folder.
  init() throws(CommandFailure) {
    let questions = ["--is-shallow-repository", "--is-inside-work-tree", "--show-prefix"]
    let answer = try GitChild(["rev-parse"] + questions).finish()
    guard answer.status == 0 else {
      throw CommandFailure(
        "git cannot read a repository here: \(answer.message)",
        help: "go into a clone of the repository, or compare two files or folders")
    }
    let lines = answer.output.split(
      separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    isShallow = lines.first == "true"
    hasWorkingTree = lines.count > 1 && lines[1] == "true"
    let rest = lines.count > 2 ? lines[2] : ""
    prefix = rest.hasSuffix("\n") ? String(rest.dropLast()) : rest
    objects = try GitObjects()
  }

  /// The commit that a revision names.
  func commit(_ revision: String) throws(CommandFailure) -> GitCommit {
    try Self.check(revision)
    if let commit = try objects.commit(revision) { return commit }
    let remote = "origin/\(revision)"
    let isRemote = try objects.commit(remote) != nil
    throw CommandFailure(
      "there is no revision `\(revision)` in this repository",
      help: isRemote
        ? "did you mean `\(remote)`?"
        : isShallow
          ? "this clone is shallow: fetch more of the history, or check the name"
          : "name a branch, a tag or a commit; `git branch --all` lists the branches")
  }

  /// The commit in which the histories of two commits part.
  func mergeBase(
    _ left: (name: String, commit: GitCommit), _ right: (name: String, commit: GitCommit)
  ) throws(CommandFailure) -> GitCommit {
    let answer = try GitChild(["merge-base", left.commit.id, right.commit.id]).finish()
    let id = String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self)
    if answer.status == 0, let commit = try objects.commit(id) { return commit }
    guard answer.status <= 1 else {
      throw CommandFailure(
        "git cannot find where `\(left.name)` and `\(right.name)` part: \(answer.message)",
        help: "compare the two themselves: `\(left.name)..\(right.name)`")
    }
    throw CommandFailure(
      "`\(left.name)` and `\(right.name)` have no commit in common"
        + (isShallow ? " in this clone, which is shallow" : ""),
      help: [
        isShallow
          ? "fetch more of the history: `git fetch --unshallow`, or `fetch-depth: 0` for "
            + "actions/checkout"
          : "check the names of both",
        "or compare the two themselves: `\(left.name)..\(right.name)`",
      ])
  }

  /// Whether a revision of this name exists.
  func has(_ revision: String) throws(CommandFailure) -> Bool {
    guard (try? Self.check(revision)) != nil else { return false }
    return try objects.commit(revision) != nil
  }

  /// Names go to git over its standard input, where a dash is no option; one that looks like an
  /// option is a mistake all the same.
  private static func check(_ revision: String) throws(CommandFailure) {
    let isPlain =
      !revision.isEmpty && revision.utf8.count <= 4096
      && revision.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isPlain, !revision.hasPrefix("-"), !revision.hasPrefix(":") else {
      throw CommandFailure(
        "`\(revision)` is no revision", help: "name a branch, a tag or a commit")
    }
  }
}

extension GitRepository {
  /// Where a path starts.
  enum PathStart {
    case currentFolder
    case repositoryRoot
  }

  /// The path of a file from the root of the repository.
  func path(of file: String, from start: PathStart) throws(CommandFailure) -> String {
    let path: String
    switch start {
    case .repositoryRoot: path = file
    case .currentFolder where file.hasPrefix("/"):
      let root = try workingTreeRoot()
      let tidied = CanonicalPath.tidied(file)
      guard CanonicalPath.lies(tidied, in: root) else { throw outside(file) }
      path = String(tidied.dropFirst(root == "/" ? 1 : root.count + 1))
    case .currentFolder: path = prefix + file
    }
    let tidied = CanonicalPath.tidied(path)
    guard !tidied.hasPrefix("/"), tidied != "..", !tidied.hasPrefix("../") else {
      throw outside(file)
    }
    return tidied
  }

  /// The current folder without the way from the root of the repository to it.
  private func workingTreeRoot() throws(CommandFailure) -> String {
    guard let here = try? CanonicalPath.resolving(".") else { throw outside(".") }
    let inner = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
    return inner.isEmpty ? here : String(here.dropLast(inner.count + 1))
  }

  private func outside(_ file: String) -> CommandFailure {
    CommandFailure(
      "`\(file)` lies outside this repository",
      help: "go into the repository that it belongs to, or compare two files")
  }
}
