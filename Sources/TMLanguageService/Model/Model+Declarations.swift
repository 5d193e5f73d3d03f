// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Model {
  /// Whether a declaration has an id of its own, rather than one after the ends of a flow, or none.
  func hasOwnName(_ id: EntityID) -> Bool {
    !name(id).isEmpty && sources.text(nameRange(id)) == name(id)
      && nameRange(id) != syntax(id).first(.name)?.range
  }

  /// The innermost declaration of a file whose text an offset lies in.
  func declaration(at offset: Int, in file: FileID) -> EntityID? {
    var found: EntityID?
    for id in allEntities where self[id].file == file && self[id].keyword != .import {
      let range = syntax(id).range
      // Later ones lie inside earlier ones.
      if Int(range.start) <= offset, offset <= Int(range.end) { found = id }
    }
    return found
  }

  /// The declaration of a node.
  func declaration(of node: SyntaxNode) -> EntityID? {
    allEntities.first { id in
      self[id].file == node.tree.file && self[id].node == UInt32(node.index)
        && self[id].keyword != .import
    }
  }

  /// The innermost trust boundary around a declaration.
  func boundary(around id: EntityID) -> EntityID? {
    ancestors(id).first { self[$0].keyword == .boundary }
  }

  /// A declaration for a list: its title, else what its keyword is called.
  func caption(_ id: EntityID) -> String {
    let word = self[id].keyword.word
    return ownTitle(id).map { "\(word) — \($0)" } ?? word
  }
}
