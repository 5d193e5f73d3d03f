// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// The one folder that an assistant may read, with the texts that it proposes in place of files.
///
/// A path is followed through its symbolic links before it is held against the folder.
final class AssistantFolder: FileProvider {
  /// The canonical path of the folder.
  let root: String
  /// The proposed texts by the identity of their files; nothing of them is written.
  var proposed: [String: [UInt8]] = [:]
  private var budget = ReadBudget()

  init(_ path: String) throws(CommandFailure) {
    guard Folder.isFolder(path) else {
      throw CommandFailure(
        "`\(path)` is no folder", help: "name the folder with the models, such as `tm mcp .`")
    }
    do throws(ReadFailure) {
      root = try CanonicalPath.resolving(path)
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    guard !path.isEmpty else {
      throw ReadFailure(reason: "names no file", help: "write the path of a `.tm` file")
    }
    let base = importer.map(CanonicalPath.folder) ?? root
    let identity = try CanonicalPath.resolving(
      path.hasPrefix("/") ? path : CanonicalPath.joining(base, path))
    guard CanonicalPath.lies(identity, in: root) else {
      throw ReadFailure(
        reason: "lies outside the folder that the server was given",
        help: "start `tm mcp` in a folder that holds all files of the model")
    }
    let display = String(identity.dropFirst(root == "/" ? 1 : root.count + 1))
    return ResolvedFile(identity: identity, display: display)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    if let text = proposed[file.identity] { return text }
    return try budget.read(file.identity)
  }

  /// Forgets what was read and proposed for the call before.
  func reset() {
    proposed = [:]
    budget = ReadBudget()
  }

  /// The models in the folder, by the paths of their files from it, sorted.
  func models() throws(CommandFailure) -> [String] {
    try ModelSearch.models([root]).compactMap(\.first).map {
      String($0.dropFirst(root == "/" ? 1 : root.count + 1))
    }
  }
}
