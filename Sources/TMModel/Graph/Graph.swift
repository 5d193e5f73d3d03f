// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// One data flow with its ends resolved.
package struct Flow: Sendable {
  package let entity: EntityID
  /// The element that the data leaves.
  package let source: EntityID
  /// The element that the data reaches.
  package let target: EntityID
  /// The interface that an end was written with (`nurse -> controller.touchscreen`).
  package let sourceInterface: EntityID?
  package let targetInterface: EntityID?
  /// Whether data flows back as well (`<->`).
  package let isTwoWay: Bool
  /// The rows of the graph's table of crossings.
  let crossings: Range<Int32>
}

/// A trust boundary that a flow crosses, seen from its source.
package struct Crossing: Hashable, Sendable {
  package let boundary: EntityID
  package let direction: Direction

  package enum Direction: Sendable {
    case out
    case `in`
  }
}

/// The data-flow graph: flows between elements, and the boundaries around them.
package struct Graph: Sendable {
  package let flows: [Flow]
  private let crossings: [Crossing]
  /// The flow of an entity, or -1.
  private let flowOfEntity: [Int32]
  private let outgoing: Adjacency
  private let incoming: Adjacency

  init(flows: [Flow], crossings: [Crossing], entityCount: Int) {
    self.flows = flows
    self.crossings = crossings
    var index = [Int32](repeating: -1, count: entityCount)
    for (position, flow) in flows.enumerated() {
      index[Int(flow.entity.index)] = Int32(position)
    }
    flowOfEntity = index
    outgoing = Adjacency(
      flows.enumerated().flatMap { position, flow in
        [(flow.source, position)] + (flow.isTwoWay ? [(flow.target, position)] : [])
      }, count: entityCount)
    incoming = Adjacency(
      flows.enumerated().flatMap { position, flow in
        [(flow.target, position)] + (flow.isTwoWay ? [(flow.source, position)] : [])
      }, count: entityCount)
  }

  /// The boundaries that a flow crosses: outwards from the innermost, then inwards from the
  /// outermost.
  package func crossings(of flow: Flow) -> ArraySlice<Crossing> {
    crossings[Int(flow.crossings.lowerBound)..<Int(flow.crossings.upperBound)]
  }

  package func crosses(_ flow: Flow) -> Bool { !flow.crossings.isEmpty }

  /// The flow that a declaration of a flow stands for; nil where its ends are broken.
  package func flow(_ entity: EntityID) -> Flow? {
    let index = flowOfEntity[Int(entity.index)]
    return index < 0 ? nil : flows[Int(index)]
  }

  /// The flows that leave an element, two-way flows included, in source order.
  package func outgoing(_ element: EntityID) -> some Sequence<Flow> {
    outgoing[element].lazy.map { flows[Int($0)] }
  }

  /// The flows that reach an element, two-way flows included, in source order.
  package func incoming(_ element: EntityID) -> some Sequence<Flow> {
    incoming[element].lazy.map { flows[Int($0)] }
  }

  package func hasFlows(_ element: EntityID) -> Bool {
    !outgoing[element].isEmpty || !incoming[element].isEmpty
  }
}

/// For each entity the positions of its flows, in one flat table.
private struct Adjacency: Sendable {
  private let positions: [Int32]
  private let ranges: [Range<Int32>]

  init(_ pairs: [(entity: EntityID, position: Int)], count: Int) {
    var counts = [Int32](repeating: 0, count: count)
    for pair in pairs { counts[Int(pair.entity.index)] += 1 }
    var starts: [Int32] = []
    var total: Int32 = 0
    ranges = counts.map { size in
      starts.append(total)
      total += size
      return total - size..<total
    }
    var positions = [Int32](repeating: 0, count: Int(total))
    for pair in pairs {
      let entity = Int(pair.entity.index)
      positions[Int(starts[entity])] = Int32(pair.position)
      starts[entity] += 1
    }
    self.positions = positions
  }

  subscript(entity: EntityID) -> ArraySlice<Int32> {
    let range = ranges[Int(entity.index)]
    return positions[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
