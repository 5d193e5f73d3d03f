// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Walks the declarations of a model for the names in them.
struct OccurrenceCollector {
  private let model: Model
  private(set) var found: [Occurrence] = []

  init(_ model: Model) { self.model = model }

  mutating func collect() {
    for id in model.allEntities where !model.isBuiltIn(id) {
      let entity = model[id]
      if entity.keyword == .import { continue }
      addDeclaration(id)
      if let flow = model.graph.flow(id) {
        addEnds(flow)
      } else if entity.keyword == .flow {
        addKnownEnds(of: id)
      }
      for entry in model.entries(id) { addValues(entry, of: id) }
    }
    for answered in model.answeredThreats { addThreat(answered) }
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

  /// The end that is known of a flow of which another one is not.
  private mutating func addKnownEnds(of id: EntityID) {
    guard let heading = FlowHeading(model.syntax(id)) else { return }
    for end in [heading.source, heading.target] {
      add(end, in: id, as: [.external, .process, .store, .interface])
    }
  }

  private mutating func add(_ node: SyntaxNode, in place: EntityID, as kinds: KeywordSet) {
    guard case .found(let target) = model.resolution(of: node.bytes, in: place, as: kinds) else {
      return
    }
    addPath(node, target)
  }

  /// What the id of a threat is about, and the threat itself where the author declares or triages it.
  private mutating func addThreat(_ answered: AnsweredThreat) {
    if let subject = answered.subject {
      addPath(answered.node, answered.path, subject, isInThreatID: true)
    }
    guard let declaration = answered.declaration else { return }
    found.append(
      Occurrence(
        range: answered.nameRange, entity: declaration, isDeclaration: false, isInThreatID: true))
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
      case .invalid: addCompared(in: node, of: id)
      case .word, .text, .number, .boolean, .date: break
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

  /// The names that a condition with a mistake compares with, as far as they are known.
  private mutating func addCompared(in node: SyntaxNode, of id: EntityID, isOperand: Bool = false) {
    if node.kind == .name || node.kind == .path {
      if isOperand { add(node, in: id, as: .subjects) }
      return
    }
    let children = Array(node.children)
    for (index, child) in children.enumerated() {
      let isLast = node.kind == .comparison && index > 1 && index == children.count - 1
      addCompared(in: child, of: id, isOperand: isOperand || isLast)
    }
  }

  private mutating func addPath(_ node: SyntaxNode, _ target: EntityID) {
    addPath(node, node.bytes, target)
  }

  /// Enters each name of a path, from the last one outwards.
  private mutating func addPath(
    _ node: SyntaxNode, _ path: ArraySlice<UInt8>, _ target: EntityID, isInThreatID: Bool = false
  ) {
    var place: EntityID? = target
    for segment in Model.segments(of: path).reversed() {
      guard let entity = place else { return }
      // A former name, which `was` keeps alive, is no name to change.
      if String(decoding: segment, as: UTF8.self) == model.name(entity) {
        let range = SourceRange(
          file: node.tree.file, start: UInt32(segment.startIndex), end: UInt32(segment.endIndex))
        found.append(
          Occurrence(
            range: range, entity: entity, isDeclaration: false, isInThreatID: isInThreatID))
      }
      place = model[entity].parent
    }
  }
}
