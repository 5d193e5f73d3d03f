// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A node or token of a syntax tree: a view, cheap to copy.
package struct SyntaxNode: Sendable {
  package let tree: SyntaxTree
  package let index: Int

  package init(tree: SyntaxTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  package var kind: SyntaxKind { tree.entries[index].kind }

  package var range: SourceRange {
    let entry = tree.entries[index]
    return SourceRange(file: tree.file, start: entry.start, end: entry.end)
  }

  /// The bytes of the source text that the node covers.
  package var bytes: ArraySlice<UInt8> {
    let entry = tree.entries[index]
    return tree.bytes[Int(entry.start)..<Int(entry.end)]
  }

  /// The source text that the node covers.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var children: Children { Children(parent: self) }

  /// The first child of a kind.
  package func first(_ kind: SyntaxKind) -> SyntaxNode? {
    var position = index + 1
    let end = index + Int(tree.entries[index].size)
    while position < end {
      if tree.entries[position].kind == kind { return SyntaxNode(tree: tree, index: position) }
      position += Int(tree.entries[position].size)
    }
    return nil
  }

  /// Whether the bytes of the node are those of `word`.
  package func isWord(_ word: StaticString) -> Bool {
    let entry = tree.entries[index]
    guard Int(entry.end - entry.start) == word.utf8CodeUnitCount else { return false }
    var offset = Int(entry.start)
    return word.withUTF8Buffer { buffer in
      for byte in buffer {
        if tree.bytes[offset] != byte { return false }
        offset += 1
      }
      return true
    }
  }

  /// The direct children of a node, in source order.
  package struct Children: Sequence, IteratorProtocol, Sendable {
    private let tree: SyntaxTree
    private var position: Int
    private let end: Int

    fileprivate init(parent: SyntaxNode) {
      tree = parent.tree
      position = parent.index + 1
      end = parent.index + Int(parent.tree.entries[parent.index].size)
    }

    package mutating func next() -> SyntaxNode? {
      guard position < end else { return nil }
      defer { position += Int(tree.entries[position].size) }
      return SyntaxNode(tree: tree, index: position)
    }
  }
}
