// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

extension Correspondence {
  /// The boundaries that a flow crosses, by keys that are equal on both sides.
  func crossings(_ flow: EntityID, on side: Side) -> Set<String> {
    let model = model(side)
    guard let found = model.graph.flow(flow) else { return [] }
    return Set(model.graph.crossings(of: found).map { key($0.boundary, on: side) })
  }
}

/// Finds the flows that cross other boundaries than before, and what brings this about.
struct CrossingComparison {
  private let pairs: Correspondence
  private let causes: ChangeIndex
  private let controls: AppliedControls

  init(_ pairs: Correspondence, _ causes: ChangeIndex) {
    self.pairs = pairs
    self.causes = causes
    controls = AppliedControls(pairs.new)
  }

  /// Flows that both models have, then added ones that cross without protection, by path.
  func changes() -> [CrossingChange] {
    let model = pairs.new
    let flows = model.graph.flows.map { (path: model.path($0.entity), flow: $0) }
    return flows.sorted { $0.path < $1.path }.flatMap { changes(of: $0.flow) }
  }

  /// One change for each cause.
  private func changes(of flow: Flow) -> [CrossingChange] {
    guard let former = pairs.counterpart(flow.entity, from: .new) else { return added(flow) }
    let before = pairs.crossings(former, on: .old)
    let after = pairs.crossings(flow.entity, on: .new)
    if before == after { return [] }
    let gained = pairs.new.graph.crossings(of: flow).map(\.boundary)
      .filter { !before.contains(pairs.key($0, on: .new)) }
    let lost = pairs.old.graph.flow(former).map { pairs.old.graph.crossings(of: $0) } ?? []
    let left = lost.map(\.boundary).filter { !after.contains(pairs.key($0, on: .old)) }
    let gains = gained.map { (cause(of: flow, gaining: $0), $0) }
    let losses = left.map { (cause(of: flow, losing: $0), $0) }
    var order: [Int?] = []
    for cause in gains.map(\.0) + losses.map(\.0) where !order.contains(cause) {
      order.append(cause)
    }
    return order.map { cause in
      let added = gains.filter { $0.0 == cause }.map(\.1)
      return CrossingChange(
        flow: pairs.thing(flow.entity, on: .new), added: added.map { pairs.path($0, on: .new) },
        removed: losses.filter { $0.0 == cause }.map { pairs.path($0.1, on: .old) }, cause: cause,
        isUnprotected: !added.isEmpty && !isProtected(flow.entity))
    }
  }

  private func added(_ flow: Flow) -> [CrossingChange] {
    guard pairs.new.graph.crosses(flow), let cause = causes.ofNew(flow.entity) else { return [] }
    return [
      CrossingChange(
        flow: pairs.thing(flow.entity, on: .new),
        added: pairs.new.graph.crossings(of: flow).map { pairs.path($0.boundary, on: .new) },
        removed: [], cause: cause, isUnprotected: !isProtected(flow.entity))
    ]
  }

  /// Whether a control in place, authentication or encryption protects a flow.
  private func isProtected(_ flow: EntityID) -> Bool {
    let model = pairs.new
    if !model.isInScope(flow) { return true }
    if model.encryption(flow).isPresent || model.sourceAuthentication(flow).isPresent {
      return true
    }
    return controls.applications(to: flow).contains { controls.isInPlace($0.control) }
  }

  // MARK: - Causes

  /// What makes a flow cross a boundary: the boundary is new, an end is another one, or moved.
  private func cause(of flow: Flow, gaining boundary: EntityID) -> Int? {
    if pairs.counterpart(boundary, from: .new) == nil, let cause = causes.ofNew(boundary) {
      return cause
    }
    return causeAtEnds(of: flow, boundary, on: .new)
  }

  private func cause(of flow: Flow, losing boundary: EntityID) -> Int? {
    if pairs.counterpart(boundary, from: .old) == nil, let cause = causes.ofOld(boundary) {
      return cause
    }
    return causeAtEnds(of: flow, boundary, on: .old)
  }

  private func causeAtEnds(of flow: Flow, _ boundary: EntityID, on side: Side) -> Int? {
    guard let former = pairs.counterpart(flow.entity, from: .new),
      let before = pairs.old.graph.flow(former)
    else { return nil }
    let ends = [(before.source, flow.source), (before.target, flow.target)]
    if ends.contains(where: { pairs.counterpart($0, from: .old) != $1 }) {
      return causes.ofNew(flow.entity)
    }
    // The end that came in or went out; the other one stayed on its side.
    let key = pairs.key(boundary, on: side)
    let passing = ends.filter { before, after in
      lies(before, in: key, on: .old) != lies(after, in: key, on: .new)
    }
    for (before, after) in passing {
      if let cause = causes.move(of: after) ?? causes.enclosure(of: before, after) { return cause }
    }
    return nil
  }

  private func lies(_ element: EntityID, in boundary: String, on side: Side) -> Bool {
    pairs.model(side).ancestors(element).contains { pairs.key($0, on: side) == boundary }
  }
}
