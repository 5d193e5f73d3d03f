// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Resolves the ends of every flow and computes which boundaries it crosses.
struct FlowBinder {
  private var flows: [Flow] = []
  private var crossings: [Crossing] = []
  /// The innermost boundary around each entity, the entity itself left out.
  private let boundaries: [EntityID?]

  /// Binds all flows; flows with a broken end are reported and left out of the graph.
  static func bind(_ parts: inout ModelParts) -> Graph {
    var binder = FlowBinder(parts)
    for index in parts.entities.indices where parts.entities[index].keyword == .flow {
      binder.bind(EntityID(index), &parts)
    }
    return Graph(
      flows: binder.flows, crossings: binder.crossings, entityCount: parts.entities.count)
  }

  private init(_ parts: ModelParts) {
    var boundaries: [EntityID?] = []
    boundaries.reserveCapacity(parts.entities.count)
    // A parent is declared before its children, so its own boundary is known already.
    for entity in parts.entities {
      guard let parent = entity.parent else {
        boundaries.append(nil)
        continue
      }
      let encloses = parts[parent].keyword == .boundary
      boundaries.append(encloses ? parent : boundaries[Int(parent.index)])
    }
    self.boundaries = boundaries
  }

  private mutating func bind(_ id: EntityID, _ parts: inout ModelParts) {
    guard let heading = FlowHeading(parts.node(id)) else { return poisonName(id, &parts) }
    let source = end(heading.source, of: id, &parts)
    let target = end(heading.target, of: id, &parts)
    guard let source, let target else { return poisonName(id, &parts) }
    if parts[id].name == .none { nameAfterEnds(id, source, target, heading, &parts) }
    let first = Int32(crossings.count)
    addCrossings(from: source.element, to: target.element)
    flows.append(
      Flow(
        entity: id, source: source.element, target: target.element,
        sourceInterface: source.interface, targetInterface: target.interface,
        isTwoWay: heading.isTwoWay, crossings: first..<Int32(crossings.count)))
  }

  private struct End {
    let element: EntityID
    let interface: EntityID?
  }

  private func end(_ node: SyntaxNode, of flow: EntityID, _ parts: inout ModelParts) -> End? {
    let kinds: KeywordSet = [.external, .process, .store, .interface]
    let resolution = parts.resolve(node.bytes, in: flow, as: kinds)
    if case .wrongKind(let id) = resolution {
      reportWrongEnd(node, id, &parts)
      return nil
    }
    let what = "an external entity, a process, a data store or one of their interfaces"
    guard let id = parts.found(resolution, node, as: kinds, what: what) else { return nil }
    guard parts[id].keyword == .interface else { return End(element: id, interface: nil) }
    guard let owner = parts[id].parent, parts[owner].keyword.isElement else {
      parts.report(
        "wrong-kind", "`\(node.text)` belongs to no element a flow could end at", at: node.range,
        secondary: [Label(parts.nameRange(id), "declared here")],
        help: ["declare the interface inside the process, store or external entity that has it"])
      return nil
    }
    return End(element: owner, interface: id)
  }

  private func reportWrongEnd(_ node: SyntaxNode, _ id: EntityID, _ parts: inout ModelParts) {
    let inside = parts.childRanges[Int(id.index)]
    let elements = parts.children[Int(inside.lowerBound)..<Int(inside.upperBound)]
      .filter { parts[$0].keyword.isElement }
      .prefix(4)
      .map { parts.symbols[parts[$0].name] }
    parts.report(
      "wrong-kind", "a flow cannot end at `\(node.text)`: it is \(parts[id].keyword.phrase)",
      at: node.range, secondary: [Label(parts.nameRange(id), "declared here")],
      help: [
        elements.isEmpty
          ? "name the external entity, process or data store that sends or receives the data"
          : "name an element inside it: \(Suggestion.alternatives(Array(elements)))"
      ])
  }

  private func poisonName(_ id: EntityID, _ parts: inout ModelParts) {
    if parts[id].name != .none { parts.poisoned.insert(parts[id].name) }
  }

  /// Names a flow without id `source->target`; a second one between the same ends is reported.
  private func nameAfterEnds(
    _ id: EntityID, _ source: End, _ target: End, _ heading: FlowHeading, _ parts: inout ModelParts
  ) {
    let ends = [source, target].map { parts.symbols[parts[$0.element].name] }
    let name = parts.symbols.intern(ends.joined(separator: heading.isTwoWay ? "<->" : "->"))
    parts.entities[Int(id.index)].name = name
    parts.names.add(name, id)
    guard let earlier = parts.names.claim(name, in: parts[id].parent, id) else { return }
    parts.report(
      "duplicate-id", "two flows without an id go from `\(ends[0])` to `\(ends[1])`",
      at: heading.source.range.union(heading.target.range),
      secondary: [Label(parts.node(earlier).range.startPoint, "the other one")],
      help: ["give each an id: `flow some-id: \(ends[0]) -> \(ends[1])`"])
  }

  // MARK: - Crossings

  /// A flow crosses every boundary that contains exactly one of its ends.
  private mutating func addCrossings(from source: EntityID, to target: EntityID) {
    let left = chain(source)
    let right = chain(target)
    var shared = 0
    while shared < min(left.count, right.count),
      left[left.count - 1 - shared] == right[right.count - 1 - shared]
    {
      shared += 1
    }
    for boundary in left.dropLast(shared) {
      crossings.append(Crossing(boundary: boundary, direction: .out))
    }
    for boundary in right.dropLast(shared).reversed() {
      crossings.append(Crossing(boundary: boundary, direction: .in))
    }
  }

  /// The boundaries around an element, innermost first.
  private func chain(_ element: EntityID) -> [EntityID] {
    var result: [EntityID] = []
    var place = boundaries[Int(element.index)]
    while let boundary = place {
      result.append(boundary)
      place = boundaries[Int(boundary.index)]
    }
    return result
  }
}
