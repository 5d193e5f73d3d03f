// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The lossless syntax tree of one file.
///
/// Nodes lie in preorder in one flat array; every token but trivia is a leaf. Leaves and the gaps
/// between them, which hold nothing but trivia, concatenate to the bytes of the file.
package final class SyntaxTree: Sendable {
  /// One entry of the flat tree.
  package struct Entry: Sendable {
    package fileprivate(set) var kind: SyntaxKind
    package let start: UInt32
    package fileprivate(set) var end: UInt32
    /// The number of entries of the subtree, this one included.
    package fileprivate(set) var size: UInt32
  }

  package let file: FileID
  package let bytes: [UInt8]
  package let entries: [Entry]
  package let diagnostics: [Diagnostic]

  init(file: FileID, bytes: [UInt8], entries: [Entry], diagnostics: [Diagnostic]) {
    self.file = file
    self.bytes = bytes
    self.entries = entries
    self.diagnostics = diagnostics
  }

  package var root: SyntaxNode { SyntaxNode(tree: self, index: 0) }

  /// The tree of a text that is no file of a compilation yet.
  package static func detached(_ bytes: [UInt8]) -> SyntaxTree {
    Parser.parse(SourceFile(id: FileID(index: 0), path: "", bytes: bytes))
  }

  /// This detached tree as that of a file; the two share text and entries.
  package func attached(to file: FileID) -> SyntaxTree {
    SyntaxTree(
      file: file, bytes: bytes, entries: entries,
      diagnostics: diagnostics.map { $0.moved(to: [file]) })
  }
}

/// Collects the entries of a tree while it is parsed.
struct SyntaxTreeBuilder {
  private(set) var entries: [SyntaxTree.Entry] = []

  init(capacity: Int) { entries.reserveCapacity(capacity) }

  var count: Int { entries.count }

  mutating func append(_ token: Token) {
    entries.append(.init(kind: token.kind, start: token.start, end: token.end, size: 1))
  }

  /// Opens a node that starts at `start`; its end follows with `close`.
  mutating func open(_ kind: SyntaxKind, at start: UInt32) -> Int {
    entries.append(.init(kind: kind, start: start, end: start, size: 1))
    return entries.count - 1
  }

  /// Opens a node in front of what was added since `mark`.
  ///
  /// Moves those entries by one, so callers wrap a first operand only, never a growing chain.
  mutating func open(_ kind: SyntaxKind, before mark: Int) {
    let start = entries[mark].start
    entries.insert(.init(kind: kind, start: start, end: start, size: 1), at: mark)
  }

  /// Says what an open node is after all.
  mutating func rename(_ index: Int, _ kind: SyntaxKind) { entries[index].kind = kind }

  mutating func close(_ index: Int) {
    if entries.count > index + 1 { entries[index].end = entries[entries.count - 1].end }
    entries[index].size = UInt32(entries.count - index)
  }

  mutating func close(_ index: Int, at end: UInt32) {
    close(index)
    entries[index].end = end
  }
}
