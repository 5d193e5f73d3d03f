// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SyntaxTree {
  /// The texts in quotes that are others than in another tree, by their places among the entries; nil where
  /// anything else is different but white space and comments.
  package func textsChanged(since other: SyntaxTree) -> [Int]? {
    guard entries.count == other.entries.count, diagnostics.isEmpty, other.diagnostics.isEmpty
    else { return nil }
    var changed: [Int] = []
    for (index, entry) in entries.enumerated() {
      let earlier = other.entries[index]
      guard entry.kind == earlier.kind, entry.size == earlier.size else { return nil }
      guard entry.kind.isToken else { continue }
      let isSame =
        entry.end - entry.start == earlier.end - earlier.start
        && SyntaxNode(tree: self, index: index).bytes
          .elementsEqual(SyntaxNode(tree: other, index: index).bytes)
      if isSame { continue }
      guard entry.kind == .string else { return nil }
      changed.append(index)
    }
    return changed
  }
}
