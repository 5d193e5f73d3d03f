// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// A name in a text and the declaration that it means.
package struct Occurrence: Sendable {
  package let range: SourceRange
  package let entity: EntityID
  /// Whether the name is that of the declaration itself.
  package let isDeclaration: Bool
}

/// All occurrences of names in a model, by position; of a path one for each of its names.
package struct OccurrenceIndex: Sendable {
  package let all: [Occurrence]
  private let byEntity: [EntityID: [Int]]

  init(_ model: Model) {
    var collector = OccurrenceCollector(model)
    collector.collect()
    all = collector.found.sorted { $0.range < $1.range }
    var rows: [EntityID: [Int]] = [:]
    for (index, occurrence) in all.enumerated() {
      rows[occurrence.entity, default: []].append(index)
    }
    byEntity = rows
  }

  /// The name at an offset, one that ends there included.
  package func occurrence(at offset: Int, in file: FileID) -> Occurrence? {
    var low = 0
    var high = all.count
    let place = SourceRange(file: file, start: UInt32(offset), end: .max)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range <= place { low = middle + 1 } else { high = middle }
    }
    // Names do not overlap, so only the last two that start before can reach the offset.
    let candidates = all[max(0, low - 2)..<low].filter {
      $0.range.file == file && $0.range.end >= UInt32(offset)
    }
    return candidates.first { $0.range.end > UInt32(offset) } ?? candidates.last
  }

  /// The occurrences of a declaration, by position.
  package func occurrences(of id: EntityID) -> [Occurrence] {
    (byEntity[id] ?? []).map { all[$0] }
  }

  /// The occurrences in a file, by position.
  package func occurrences(in file: FileID) -> some Sequence<Occurrence> {
    all.lazy.filter { $0.range.file == file }
  }
}

/// Walks the declarations of a model for the names in them.
private struct OccurrenceCollector {
  private let model: Model
  var found: [Occurrence] = []

  init(_ model: Model) { self.model = model }

  mutating func collect() {
    for id in model.allEntities where !model.isBuiltIn(id) {
      let entity = model[id]
      if entity.keyword == .import { continue }
      addDeclaration(id)
      if let flow = model.graph.flow(id) { addEnds(flow) }
      for entry in model.entries(id) { addValues(entry, of: id) }
    }
  }

  private mutating func addDeclaration(_ id: EntityID) {
    guard model.hasOwnName(id) else { return }
    found.append(
      Occurrence(range: model.nameRange(id), entity: id, isDeclaration: true))
  }

  private mutating func addEnds(_ flow: Flow) {
    let syntax = model.syntax(flow.entity)
    guard let heading = FlowHeading(syntax) else { return }
    addPath(heading.source, flow.sourceInterface ?? flow.source)
    addPath(heading.target, flow.targetInterface ?? flow.target)
  }

  private mutating func addValues(_ entry: PropertyEntry, of id: EntityID) {
    let tree = model.syntax(id).tree
    for value in model.values(id, entry.property) {
      let node = SyntaxNode(tree: tree, index: Int(value.node))
      switch value.content {
      case .entity(let target): addPath(node, target)
      case .condition(let index):
        let names = model.condition(index).references
        if !names.isEmpty { addNames(in: node, of: id, among: names) }
      case .word, .text, .number, .boolean, .date, .invalid: break
      }
    }
  }

  private mutating func addNames(in node: SyntaxNode, of id: EntityID, among names: Set<EntityID>) {
    if node.kind == .name || node.kind == .path {
      let kinds = KeywordSet(names.map { model[$0].keyword })
      guard case .found(let target) = model.resolution(of: node.bytes, in: id, as: kinds),
        names.contains(target)
      else { return }
      return addPath(node, target)
    }
    for child in node.children { addNames(in: child, of: id, among: names) }
  }

  /// Enters each name of a path, from the last one outwards.
  private mutating func addPath(_ node: SyntaxNode, _ target: EntityID) {
    var place: EntityID? = target
    for segment in Model.segments(of: node.bytes).reversed() {
      guard let entity = place else { return }
      // A former name, which `was` keeps alive, is no name to change.
      if String(decoding: segment, as: UTF8.self) == model.name(entity) {
        let range = SourceRange(
          file: node.tree.file, start: UInt32(segment.startIndex), end: UInt32(segment.endIndex))
        found.append(Occurrence(range: range, entity: entity, isDeclaration: false))
      }
      place = model[entity].parent
    }
  }
}
