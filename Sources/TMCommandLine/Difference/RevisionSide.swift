// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Finds the files of the model in a commit.
struct RevisionSide {
  private let repository: GitRepository
  /// As the user named them, seen from the current folder; none for the model of that folder.
  private let files: [String]

  init(_ repository: GitRepository, _ files: [String]) {
    self.repository = repository
    self.files = files
  }

  /// The side that a revision is, or the one file of `REV:path`, whose path starts at the root as in
  /// git.
  func side(_ revision: String) throws(CommandFailure) -> DifferenceSide {
    guard let colon = revision.firstIndex(of: ":"), colon > revision.startIndex else {
      return try side(try repository.commit(revision), revision)
    }
    let name = String(revision[..<colon])
    let path = String(revision[revision.index(after: colon)...])
    let isRelative = path.hasPrefix("./") || path.hasPrefix("../")
    let place =
      isRelative
      ? try repository.path(of: path, from: .currentFolder)
      : try repository.path(of: path, from: .repositoryRoot)
    let side = try side([place], of: try repository.commit(name), name)
    if case .nothing = side {
      throw CommandFailure(
        "`\(name)` has no file `\(path)`",
        help: "check the path: it starts at the repository's root")
    }
    return side
  }

  /// The side that a commit is.
  ///
  /// - Parameter name: the revision as the user named it.
  func side(_ commit: GitCommit, _ name: String) throws(CommandFailure) -> DifferenceSide {
    if files.isEmpty { return try side([repository.prefix], of: commit, name) }
    var paths: [String] = []
    for file in files { paths.append(try repository.path(of: file, from: .currentFolder)) }
    return try side(paths, of: commit, name)
  }

  /// - Parameter paths: files and folders, from the root of the repository.
  private func side(
    _ paths: [String], of commit: GitCommit, _ name: String
  ) throws(CommandFailure) -> DifferenceSide {
    let revision = RevisionFiles(commit, named: name, in: repository.objects)
    var found: [String] = []
    for path in paths {
      do throws(ReadFailure) {
        switch try revision.content(path) {
        case .nothing: break
        case .file: found.append(path)
        case .folder(let inside):
          let place = path.isEmpty ? "the root of `\(name)`" : "`\(name):\(path)`"
          let model = try Self.model(among: inside, place, revision)
          if let model { found.append(model) }
        }
      } catch {
        throw CommandFailure("`\(name):\(path)` \(error.reason)", help: error.help)
      }
    }
    return found.isEmpty ? .nothing : .revision(revision, found)
  }

  private static func model(
    among paths: [String], _ place: String, _ revision: RevisionFiles
  ) throws(ReadFailure) -> String? {
    do throws(CommandFailure) {
      return try DefaultModelFile.path(among: paths, place) { path in
        guard let file = try? revision.resolve(path, from: nil) else { return nil }
        return try? revision.read(file)
      }
    } catch {
      throw ReadFailure(reason: "is no model: \(error.message)", help: error.help.first ?? "")
    }
  }
}
