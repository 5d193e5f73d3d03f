// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// A declaration for the outline of a file, with those inside it.
package struct Symbol: Sendable {
  package let name: String
  package let detail: String
  package let keyword: Keyword
  package let range: SourceRange
  package let selection: SourceRange
  package fileprivate(set) var children: [Symbol]
}

extension ModelSnapshot {
  /// The declarations of a file, as they lie in one another.
  package func symbols(in file: FileID) -> [Symbol] {
    model.allEntities.filter { id in
      model[id].file == file && model[id].keyword != .import
        && model[id].parent.map { model[$0].keyword == .import || model[$0].file != file } ?? true
    }.map(symbol)
  }

  /// Nesting is bounded by the parser.
  private func symbol(_ id: EntityID) -> Symbol {
    let inner = model.children(id).map(symbol)
    return Symbol(
      name: label(id), detail: model.ownTitle(id) ?? model[id].keyword.word,
      keyword: model[id].keyword, range: model.syntax(id).range, selection: model.nameRange(id),
      children: inner)
  }

  /// The declarations of the model whose name or title holds a text, at most `limit`.
  package func symbols(matching query: String, limit: Int) -> [(symbol: Symbol, outer: String?)] {
    let wanted = query.lowercased()
    var found: [(symbol: Symbol, outer: String?)] = []
    for id in model.allEntities where !model.isBuiltIn(id) && model[id].keyword != .import {
      guard found.count < limit else { break }
      let words = (label(id) + " " + (model.ownTitle(id) ?? "")).lowercased()
      guard wanted.isEmpty || words.contains(wanted) else { continue }
      var flat = symbol(id)
      flat.children = []
      let parent = model[id].parent.flatMap { model[$0].keyword == .import ? nil : $0 }
      found.append((flat, parent.map { model.path($0) }))
    }
    return found
  }

  private func label(_ id: EntityID) -> String {
    let name = model.name(id)
    return name.isEmpty ? model.ownTitle(id) ?? model[id].keyword.word : name
  }
}
