// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// The tables of a model while it is built.
struct ModelParts {
  var sources = SourceSet()
  var trees: [SyntaxTree] = []
  var symbols = SymbolTable()
  var entities: [Entity] = []
  /// The title of each, if it has one.
  var titles: [String?] = []
  /// Which properties each may have, as bits.
  var declared: [UInt64] = []
  var entries: [PropertyEntry] = []
  var values: [Value] = []
  var conditions: [Condition] = []
  var children: [EntityID] = []
  var childRanges: [Range<Int32>] = []
  var kinds: [[EntityID]] = []
  var names = NameIndex()
  /// What declarations were called before, from `was`.
  var formerNames: [Symbol: [EntityID]] = [:]
  var system: EntityID?
  var excuses: [Excuse] = []
  var policy: [PolicySetting] = []
  var diagnostics: [Diagnostic] = []
  /// Names whose declaration is broken: a reference to one says nothing new.
  var poisoned: Set<Symbol> = []
  /// Whether a file that may declare more could not be read.
  var hasUnreadImport = false
  /// Names that are declared nowhere while a file is unread.
  var unreadNames: Set<Symbol> = []

  /// How many findings the compiler reports; a text with more is likely no model.
  static let maximumReports = 1_000

  subscript(id: EntityID) -> Entity { entities[Int(id.index)] }

  func node(_ id: EntityID) -> SyntaxNode {
    SyntaxNode(tree: trees[Int(self[id].file.index)], index: Int(self[id].node))
  }

  func nameRange(_ id: EntityID) -> SourceRange {
    SyntaxNode(tree: trees[Int(self[id].file.index)], index: Int(self[id].nameNode)).range
  }

  /// The dotted path from the top level.
  func fullPath(_ id: EntityID) -> String {
    var path = symbols[self[id].name]
    var place = self[id].parent
    while let outer = place {
      path = "\(symbols[self[outer].name]).\(path)"
      place = self[outer].parent
    }
    return path
  }

  mutating func report(
    _ rule: String, _ message: String, at range: SourceRange, label: String? = nil,
    secondary: [Label] = [], notes: [String] = [], help: [String] = [], fix: Fix? = nil,
    severity: Severity = .error
  ) {
    guard diagnostics.count < Self.maximumReports else { return }
    diagnostics.append(
      Diagnostic(
        rule, severity, message, at: Label(range, label), secondary: secondary, notes: notes,
        help: help, fix: fix))
  }
}

/// A model and what was found while it was built.
package struct Compilation: Sendable {
  package let model: Model
  /// Syntax, names and types, in listing order.
  package let diagnostics: [Diagnostic]

  /// Whether an error keeps the model from meaning what its author wrote.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Builds a model from syntax trees: declares, indexes names, resolves, checks, computes the graph.
package enum ModelBuilder {
  /// Builds the model of the loaded files.
  ///
  /// - Parameter earlier: what was built of the texts before, which counts where only words changed.
  package static func build(
    _ loaded: LoadedFiles, after earlier: Compilation? = nil
  ) -> Compilation {
    if let compilation = earlier?.reworded(loaded) { return compilation }
    var parts = ModelParts(sources: loaded.sources, trees: loaded.trees)
    parts.diagnostics = loaded.diagnostics + loaded.trees.flatMap(\.diagnostics)
    parts.hasUnreadImport = loaded.diagnostics.contains { $0.rule == LoadedFiles.failedImport }
    let pending = Declarator.declareAll(in: &parts, scopes: loaded.scopes)
    parts.indexChildren()
    parts.indexKinds()
    let graph = FlowBinder.bind(&parts)
    PropertyChecker.checkAll(pending, in: &parts, ends: graph)
    parts.explainUnreadNames()
    let diagnostics = parts.diagnostics.inListingOrder()
    let isComplete = !diagnostics.contains { $0.severity == .error }
    let paths = PathIndex(parts)
    let model = DerivedFacts.completing { facts in
      Model(parts, graph: graph, paths: paths, isComplete: isComplete, facts: facts)
    }
    return Compilation(model: model, diagnostics: diagnostics)
  }
}

extension ModelParts {
  /// Says at a failed import that names are missing for it: they are not reported one by one.
  fileprivate mutating func explainUnreadNames() {
    let count = unreadNames.count
    guard count > 0,
      let index = diagnostics.firstIndex(where: { $0.rule == LoadedFiles.failedImport })
    else { return }
    diagnostics[index].notes.append(
      count == 1
        ? "1 name that the model uses is declared nowhere else"
        : "\(count) names that the model uses are declared nowhere else")
  }

  /// Groups declarations by their kind.
  mutating func indexKinds() {
    kinds = Array(repeating: [], count: Keyword.allCases.count)
    for (index, entity) in entities.enumerated() {
      kinds[Int(entity.keyword.rawValue)].append(EntityID(index))
    }
  }

  /// Groups declarations by the one they lie in.
  mutating func indexChildren() {
    var counts = [Int32](repeating: 0, count: entities.count)
    for entity in entities {
      if let parent = entity.parent { counts[Int(parent.index)] += 1 }
    }
    var next: [Int32] = []
    var position: Int32 = 0
    childRanges = counts.map { count in
      next.append(position)
      position += count
      return position - count..<position
    }
    children = Array(repeating: EntityID(0), count: Int(position))
    for (index, entity) in entities.enumerated() {
      guard let parent = entity.parent else { continue }
      children[Int(next[Int(parent.index)])] = EntityID(index)
      next[Int(parent.index)] += 1
    }
  }
}
