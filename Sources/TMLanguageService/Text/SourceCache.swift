// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The texts that a workspace read, each parsed once: what did not change is not parsed again.
package final class SourceCache {
  private struct Entry {
    let bytes: [UInt8]
    var tree: SyntaxTree?
  }

  private var entries: [String: Entry] = [:]

  package init() {}

  /// Keeps the text of a file; its tree stays if the text is the same.
  func note(_ identity: String, _ bytes: [UInt8]) {
    if let known = entries[identity], known.bytes == bytes { return }
    entries[identity] = Entry(bytes: bytes)
  }

  /// The tree of the text that was kept last of a file.
  func tree(_ identity: String) -> SyntaxTree? {
    guard let entry = entries[identity] else { return nil }
    if let tree = entry.tree { return tree }
    let tree = SyntaxTree.detached(entry.bytes)
    entries[identity]?.tree = tree
    return tree
  }

  /// The tree of a text of a file.
  package func tree(_ identity: String, of bytes: [UInt8]) -> SyntaxTree {
    note(identity, bytes)
    return tree(identity) ?? SyntaxTree.detached(bytes)
  }

  /// Forgets all files but some.
  package func keep(_ identities: Set<String>) {
    entries = entries.filter { identities.contains($0.key) }
  }
}
