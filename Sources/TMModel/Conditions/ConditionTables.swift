// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The declarations of a model by name, for conditions that are compiled after it.
final class ConditionTables: Sendable {
  let parts: ModelParts

  init(_ parts: ModelParts) {
    var names = ModelParts(sources: parts.sources, trees: parts.trees, symbols: parts.symbols)
    // A word that nothing in the model bears is that of nothing.
    names.symbols.isClosed = true
    names.entities = parts.entities
    names.names = parts.names
    names.formerNames = parts.formerNames
    self.parts = names
  }
}

extension ModelParts {
  /// Enters all names of a condition among the symbols.
  mutating func internNames(of node: SyntaxNode) {
    let tree = node.tree
    for index in node.index..<node.index + Int(tree.entries[node.index].size)
    where tree.entries[index].kind == .name {
      _ = symbols.intern(SyntaxNode(tree: tree, index: index).bytes)
    }
  }
}
