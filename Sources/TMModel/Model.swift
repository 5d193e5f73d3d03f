// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A compiled model: declarations, resolved properties and the data-flow graph.
///
/// Everything lies in flat tables; an `EntityID` is an index into the first of them.
package final class Model: Sendable {
  package let sources: SourceSet
  package let trees: [SyntaxTree]
  package let symbols: SymbolTable
  package let entities: [Entity]
  private let titles: [String?]
  package let graph: Graph
  /// The declaration of `model`, if there is one.
  package let system: EntityID?
  package let excuses: [Excuse]
  package let policy: [PolicySetting]
  /// Whether names or syntax are broken, so that what is missing may only be misspelt.
  package let isComplete: Bool

  let entries: [PropertyEntry]
  /// Which properties each declaration may have, as bits: most questions are for one that it has not.
  private let declared: [UInt64]
  let values: [Value]
  let conditions: [Condition]
  let children: [EntityID]
  let childRanges: [Range<Int32>]
  let names: NameIndex
  /// The declarations that say in `was` that they bore a name.
  let formerNames: [Symbol: [EntityID]]
  let facts: DerivedFacts
  let effort: EvaluationEffort
  let protections: KnownProtections
  private let paths: PathIndex
  /// The declarations of each kind, by the place of the kind among all.
  private let kinds: [[EntityID]]

  /// - Parameter facts: computed from earlier models with fewer of them, whose tables this one shares.
  init(
    _ parts: ModelParts, graph: Graph, paths: PathIndex, isComplete: Bool, facts: DerivedFacts
  ) {
    self.facts = facts
    self.paths = paths
    sources = parts.sources
    trees = parts.trees
    symbols = parts.symbols
    entities = parts.entities
    titles = parts.titles
    entries = parts.entries
    declared = parts.declared
    values = parts.values
    conditions = parts.conditions
    children = parts.children
    childRanges = parts.childRanges
    kinds = parts.kinds
    names = parts.names
    formerNames = parts.formerNames
    system = parts.system
    excuses = parts.excuses
    policy = parts.policy
    effort = EvaluationEffort(declarations: parts.entities.count)
    protections = KnownProtections(declarations: parts.entities.count)
    self.graph = graph
    self.isComplete = isComplete
  }

  /// The same declarations in other words.
  init(_ other: Model, _ rewording: Rewording, _ loaded: LoadedFiles) {
    var (titles, values) = (other.titles, other.values)
    for change in rewording.changes {
      if let row = change.row {
        values[row] = Value(content: .text(change.text), node: values[row].node)
      } else {
        titles[Int(change.entity.index)] = change.text
      }
    }
    (self.titles, self.values) = (titles, values)
    sources = loaded.sources
    trees = loaded.trees
    facts = other.facts
    paths = other.paths
    symbols = other.symbols
    entities = other.entities
    entries = other.entries
    declared = other.declared
    conditions = other.conditions
    children = other.children
    childRanges = other.childRanges
    kinds = other.kinds
    names = other.names
    formerNames = other.formerNames
    system = other.system
    excuses = other.excuses
    policy = other.policy
    effort = EvaluationEffort(declarations: other.entities.count)
    // Words protect nothing.
    protections = other.protections
    graph = other.graph
    isComplete = other.isComplete
  }

  /// Inlined in other modules, which ask for the kind of each declaration again and again.
  @inlinable package subscript(id: EntityID) -> Entity { entities[Int(id.index)] }

  package var allEntities: some Sequence<EntityID> {
    (0..<entities.count).lazy.map { EntityID($0) }
  }

  // MARK: - Places

  package func syntax(_ id: EntityID) -> SyntaxNode {
    let entity = self[id]
    return SyntaxNode(tree: trees[Int(entity.file.index)], index: Int(entity.node))
  }

  /// The range of the id, or of the keyword where a declaration has none.
  package func nameRange(_ id: EntityID) -> SourceRange {
    let entity = self[id]
    return SyntaxNode(tree: trees[Int(entity.file.index)], index: Int(entity.nameNode)).range
  }

  /// The keyword and id of a declaration, for a primary label.
  package func headingRange(_ id: EntityID) -> SourceRange {
    let node = syntax(id)
    let keyword = node.first(.name)?.range ?? node.range
    return keyword.union(nameRange(id))
  }

  package func range(of value: Value, in id: EntityID) -> SourceRange {
    SyntaxNode(tree: trees[Int(self[id].file.index)], index: Int(value.node)).range
  }

  package func syntax(_ entry: PropertyEntry, of id: EntityID) -> SyntaxNode {
    SyntaxNode(tree: trees[Int(self[id].file.index)], index: Int(entry.node))
  }

  /// Whether a declaration is part of the program, rather than of the model.
  package func isBuiltIn(_ id: EntityID) -> Bool { sources[self[id].file].origin == .library }

  // MARK: - Names

  package func name(_ id: EntityID) -> String { symbols[self[id].name] }

  /// The title, or the id where there is none.
  package func title(_ id: EntityID) -> String { ownTitle(id) ?? name(id) }

  /// The title, where the declaration has one.
  package func ownTitle(_ id: EntityID) -> String? { titles[Int(id.index)] }

  /// The shortest dotted path that names this declaration and no other.
  ///
  /// It is the id alone as long as that is unique, so it survives moves.
  package func path(_ id: EntityID) -> String {
    paths[id] ?? name(id)
  }

  /// The path; of a triage, which many share a name with, behind the path of what it is about:
  /// `order.tampering`, the id of its threat.
  package func fullPath(_ id: EntityID) -> String {
    guard self[id].keyword == .threat, let subject = self[id].parent else { return path(id) }
    return "\(path(subject)).\(name(id))"
  }

  // MARK: - Structure

  package func children(_ id: EntityID) -> ArraySlice<EntityID> {
    let range = childRanges[Int(id.index)]
    return children[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The declarations of a kind inside another, not deeper.
  package func children(_ id: EntityID, _ keyword: Keyword) -> [EntityID] {
    children(id).filter { self[$0].keyword == keyword }
  }

  /// The declarations around this one, innermost first.
  package func ancestors(_ id: EntityID) -> some Sequence<EntityID> {
    sequence(state: self[id].parent) { (place: inout EntityID?) -> EntityID? in
      guard let current = place else { return nil }
      place = self[current].parent
      return current
    }
  }

  /// All declarations of a kind, in source order.
  package func all(_ keyword: Keyword) -> [EntityID] { kinds[Int(keyword.rawValue)] }

  // MARK: - Properties

  package func entries(_ id: EntityID) -> ArraySlice<PropertyEntry> {
    let range = self[id].properties
    return entries[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  package func entry(_ id: EntityID, _ property: Property) -> PropertyEntry? {
    guard declared[Int(id.index)] & Self.bit(property) != 0 else { return nil }
    for row in entities[Int(id.index)].properties where entries[Int(row)].property == property {
      return entries[Int(row)]
    }
    return nil
  }

  /// The bit of a property; some share one.
  static func bit(_ property: Property) -> UInt64 { 1 << (UInt64(property.place) & 63) }

  package func values(_ id: EntityID, _ property: Property) -> ArraySlice<Value> {
    guard let entry = entry(id, property) else { return [] }
    return values[Int(entry.values.lowerBound)..<Int(entry.values.upperBound)]
  }

  /// The declarations that a property refers to.
  package func references(_ id: EntityID, _ property: Property) -> [EntityID] {
    values(id, property).compactMap { value in
      guard case .entity(let target) = value.content else { return nil }
      return target
    }
  }

  /// The words of a property, `yes` and `no` included.
  package func words(_ id: EntityID, _ property: Property) -> [String] {
    values(id, property).compactMap { word($0) }
  }

  /// The first word of a property.
  package func word(_ id: EntityID, _ property: Property) -> String? {
    values(id, property).first.flatMap { word($0) }
  }

  package func word(_ value: Value) -> String? {
    switch value.content {
    case .word(let symbol): symbols[symbol]
    case .boolean(let boolean): boolean ? "yes" : "no"
    // A category of the model's own stands where those of the methods do.
    case .entity(let id): self[id].keyword == .category ? name(id) : nil
    case .text, .number, .date, .condition, .invalid: nil
    }
  }

  package func text(_ id: EntityID, _ property: Property) -> String? {
    guard case .text(let text)? = values(id, property).first?.content else { return nil }
    return text
  }

  package func number(_ id: EntityID, _ property: Property) -> Double? {
    guard case .number(let number)? = values(id, property).first?.content else { return nil }
    return number
  }

  package func date(_ id: EntityID, _ property: Property) -> CalendarDate? {
    guard case .date(let date)? = values(id, property).first?.content else { return nil }
    return date
  }

  package func boolean(_ id: EntityID, _ property: Property) -> Bool? {
    guard case .boolean(let boolean)? = values(id, property).first?.content else { return nil }
    return boolean
  }

  package func conditions(_ id: EntityID, _ property: Property) -> [Condition] {
    values(id, property).compactMap { value in
      guard case .condition(let index) = value.content else { return nil }
      return conditions[index]
    }
  }

  /// The condition of a value that holds one.
  package func condition(_ index: Int) -> Condition { conditions[index] }

  /// The `///` comment in front of a declaration, its lines joined; nil where there is none.
  package func documentation(_ id: EntityID) -> String? {
    DocumentationComment.text(before: syntax(id))
  }
}
