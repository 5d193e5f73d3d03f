// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What is different between two texts of a model where all that changed is what people read: titles, texts of
/// properties, comments and white space.
///
/// Most letters that somebody types are such. Every declaration, name and value is then what it was, under the
/// same number.
package struct Rewording: Sendable {
  /// A text that is another one.
  struct Change: Sendable {
    let entity: EntityID
    /// Its row in the table of values; nil for the title.
    let row: Int?
    let text: String
  }

  let changes: [Change]
  /// The files in which places moved.
  let files: Set<FileID>

  /// The way from one model to the texts of another; nil where more changed than words, or where places that
  /// the model remembers would move: of conditions, excuses and settings of a policy.
  init?(of model: Model, to sources: SourceSet, _ trees: [SyntaxTree]) {
    guard model.trees.count == trees.count,
      model.sources.files.elementsEqual(
        sources.files, by: { $0.path == $1.path && $0.origin == $1.origin })
    else { return nil }
    var changes: [Change] = []
    var files: Set<FileID> = []
    for (earlier, tree) in zip(model.trees, trees) where earlier.bytes != tree.bytes {
      guard let texts = tree.textsChanged(since: earlier) else { return nil }
      files.insert(tree.file)
      for text in texts {
        guard let change = Self.change(text, in: tree, of: model) else { return nil }
        changes.append(change)
      }
    }
    if !files.isEmpty {
      let moves = { (range: SourceRange) in files.contains(range.file) }
      if model.conditions.contains(where: { moves($0.range) }) { return nil }
      if model.excuses.contains(where: { moves($0.range) }) { return nil }
      if model.policy.contains(where: { moves($0.range) }) { return nil }
    }
    self.changes = changes
    self.files = files
  }

  /// The way from one model to another.
  package init?(of model: Model, to other: Model) {
    guard model.isComplete == other.isComplete else { return nil }
    self.init(of: model, to: other.sources, other.trees)
  }

  /// What a text in quotes is of.
  private static func change(_ node: Int, in tree: SyntaxTree, of model: Model) -> Change? {
    let text = StringLiteral.value(of: SyntaxNode(tree: tree, index: node).bytes)
    for id in model.allEntities where model[id].file == tree.file {
      let first = Int(model[id].node)
      guard node > first, node < first + Int(tree.entries[first].size) else { continue }
      if model.ownTitle(id) != nil,
        SyntaxNode(tree: tree, index: first).first(.string)?.index == node
      {
        return Change(entity: id, row: nil, text: text)
      }
      for entry in model.entries(id) {
        for row in entry.values where Int(model.values[Int(row)].node) == node {
          guard case .text = model.values[Int(row)].content else { return nil }
          return Change(entity: id, row: Int(row), text: text)
        }
      }
    }
    return nil
  }

  /// Whether the words are of parts of the system, by which nothing is decided; `model` is the one before.
  ///
  /// The title of a person decides: it tells whose data they work with.
  package func isOnlyShown(in model: Model) -> Bool {
    if changes.isEmpty { return true }
    let isOfParts = changes.allSatisfy { change in
      let keyword = model[change.entity].keyword
      guard Self.parts.contains(keyword) else { return false }
      guard let row = change.row else { return keyword != .external }
      return Model.areAlike(model.values[row].content, .text(change.text), readsText: false)
    }
    return isOfParts && !model.conditionsReadText
  }

  private static let parts: KeywordSet = [
    .model, .boundary, .external, .process, .store, .interface, .flow, .asset,
  ]
}

extension Compilation {
  /// The same declarations in the words of other texts; nil where more changed.
  func reworded(_ loaded: LoadedFiles) -> Compilation? {
    guard loaded.diagnostics.isEmpty, model.isComplete,
      let rewording = Rewording(of: model, to: loaded.sources, loaded.trees)
    else { return nil }
    // What was found shows places, which move with the words.
    let isMoved = diagnostics.contains { finding in
      rewording.files.contains(finding.primary.range.file)
        || finding.secondary.contains { rewording.files.contains($0.range.file) }
        || finding.fix?.edits.contains { rewording.files.contains($0.range.file) } ?? false
    }
    if isMoved { return nil }
    return Compilation(model: Model(model, rewording, loaded), diagnostics: diagnostics)
  }
}
