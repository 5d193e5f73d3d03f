// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Files as a snapshot sees them: open ones as they are typed, the others as they are saved, each
/// parsed once; remembers which files a compilation took.
final class SnapshotFiles: FileProvider {
  private let saved: any FileProvider
  private let typed: [String: [UInt8]]
  private let cache: SourceCache
  /// The files that were read, by the path to show.
  private(set) var identities: [String: String] = [:]

  init(_ typed: [String: [UInt8]], over saved: any FileProvider, _ cache: SourceCache) {
    self.typed = typed
    self.saved = saved
    self.cache = cache
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    try saved.resolve(path, from: importer)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    let bytes: [UInt8]
    if let text = typed[file.identity] { bytes = text } else { bytes = try saved.read(file) }
    cache.note(file.identity, bytes)
    identities[file.display] = file.identity
    return bytes
  }

  func tree(of file: ResolvedFile) -> SyntaxTree? { cache.tree(file.identity) }
}
