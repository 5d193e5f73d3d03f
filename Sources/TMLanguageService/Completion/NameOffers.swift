// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The names of declarations that mean the same where they are written.
struct NameOffers {
  let model: Model
  /// The declaration in which the name is written.
  let place: EntityID?

  /// The declarations of some kinds, by their paths.
  ///
  /// - Parameter qualifier: what is named in front of a dot; then those that lie in it, by their paths
  ///   from there.
  func names(
    _ kinds: KeywordSet, behind qualifier: String?,
    where isWanted: (EntityID) -> Bool = { _ in true }
  ) -> [CompletionItem] {
    let all = model.allEntities.filter { id in
      kinds.contains(model[id].keyword) && !model.isBuiltIn(id) && isWanted(id)
        // A flow without an id has no name that could be written.
        && !model.name(id).isEmpty && !model.name(id).contains(">")
    }
    guard let qualifier else {
      return all.compactMap { id in
        let path = model.path(id)
        return means(id, path, kinds) ? item(id, path) : nil
      }
    }
    return heads(qualifier).flatMap { head in
      all.compactMap { id -> CompletionItem? in
        guard let path = path(of: id, in: head), means(id, "\(qualifier).\(path)", kinds) else {
          return nil
        }
        return item(id, path)
      }
    }
  }

  /// The declarations that a name or path can mean.
  private func heads(_ path: String) -> [EntityID] {
    switch model.resolution(of: Array(path.utf8)[...], in: place, as: .everything) {
    case .found(let id), .wrongKind(let id): [id]
    case .ambiguous(let ids): ids
    case .missing: []
    }
  }

  private func path(of id: EntityID, in head: EntityID) -> String? {
    let around = Array(model.ancestors(id))
    guard let depth = around.firstIndex(of: head) else { return nil }
    return ([id] + around.prefix(depth)).reversed().map { model.name($0) }.joined(separator: ".")
  }

  private func means(_ id: EntityID, _ path: String, _ kinds: KeywordSet) -> Bool {
    guard case .found(id) = model.resolution(of: Array(path.utf8)[...], in: place, as: kinds) else {
      return false
    }
    return true
  }

  private func item(_ id: EntityID, _ path: String) -> CompletionItem {
    CompletionItem(
      path, .entity(model[id].keyword.word), model.caption(id),
      documentation: model.documentation(id).map(Markdown.plain))
  }
}
