// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// The token of a tree at an offset, with the nodes around it.
struct TokenAtCursor {
  let token: SyntaxNode
  /// The nodes that the token lies in, outermost first.
  let around: [SyntaxNode]

  /// The token that holds an offset, else the one that ends there; nil between tokens.
  init?(_ tree: SyntaxTree, at offset: Int) {
    var around: [SyntaxNode] = []
    var node = tree.root
    while true {
      var inner: SyntaxNode?
      for child in node.children {
        let range = child.range
        if Int(range.start) > offset { break }
        guard offset <= Int(range.end), range.start < range.end else { continue }
        // A token that ends here gives way to one that starts here, if that is a word.
        if let found = inner, Int(found.range.end) == offset,
          [.name, .path, .string].contains(found.kind),
          ![.name, .path, .string].contains(child.kind), child.kind.isToken
        {
          continue
        }
        inner = child
      }
      guard let inner else { return nil }
      if inner.kind.isToken {
        around.append(node)
        token = inner
        self.around = around
        return
      }
      around.append(node)
      node = inner
    }
  }

  /// The innermost node of a kind around the token.
  func enclosing(_ kinds: SyntaxKind...) -> SyntaxNode? {
    around.last { kinds.contains($0.kind) }
  }

  /// The kind of the declaration whose body the token lies in directly; nil at the top level.
  func keyword(outsideOf node: SyntaxNode? = nil) -> Keyword? {
    var place: Keyword?
    for outer in around where outer.kind == .declaration || outer.kind == .flow {
      if let node, outer.index == node.index { break }
      guard let word = outer.first(.name)?.text else { continue }
      place = Schema.keyword(word, inside: place)
    }
    return place
  }
}
