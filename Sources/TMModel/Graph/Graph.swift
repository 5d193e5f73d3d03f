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
  package let crossings: Range<Int32>
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
///
/// A class, so that asking the model for it copies a reference.
package final class Graph: Sendable {
  package let flows: [Flow]
  private let crossings: [Crossing]
  /// The flow of an entity, or -1.
  private let flowOfEntity: [Int32]
  /// The positions of the flows of each entity.
  private let outgoing: RowsByEntity<Int32>
  private let incoming: RowsByEntity<Int32>

  init(flows: [Flow], crossings: [Crossing], entityCount: Int) {
    self.flows = flows
    self.crossings = crossings
    var index = [Int32](repeating: -1, count: entityCount)
    for (position, flow) in flows.enumerated() {
      index[Int(flow.entity.index)] = Int32(position)
    }
    flowOfEntity = index
    var leaving: [(entity: EntityID, row: Int32)] = []
    var arriving: [(entity: EntityID, row: Int32)] = []
    for (position, flow) in flows.enumerated() {
      leaving.append((flow.source, Int32(position)))
      arriving.append((flow.target, Int32(position)))
      if flow.isTwoWay {
        leaving.append((flow.target, Int32(position)))
        arriving.append((flow.source, Int32(position)))
      }
    }
    outgoing = RowsByEntity(leaving, count: entityCount)
    incoming = RowsByEntity(arriving, count: entityCount)
  }

  /// The boundaries that a flow crosses: outwards from the innermost, then inwards from the
  /// outermost.
  package func crossings(of flow: Flow) -> ArraySlice<Crossing> {
    crossings[Int(flow.crossings.lowerBound)..<Int(flow.crossings.upperBound)]
  }

  @inlinable package func crosses(_ flow: Flow) -> Bool { !flow.crossings.isEmpty }

  /// The flow that a declaration of a flow stands for; nil where its ends are broken.
  package func flow(_ entity: EntityID) -> Flow? {
    let index = flowOfEntity[Int(entity.index)]
    return index < 0 ? nil : flows[Int(index)]
  }

  /// The flows that leave an element, two-way flows included, in source order.
  package func outgoing(_ element: EntityID) -> some Sequence<Flow> {
    outgoing[element].lazy.map { [flows] in flows[Int($0)] }
  }

  /// The flows that reach an element, two-way flows included, in source order.
  package func incoming(_ element: EntityID) -> some Sequence<Flow> {
    incoming[element].lazy.map { [flows] in flows[Int($0)] }
  }

  package func hasFlows(_ element: EntityID) -> Bool {
    !outgoing[element].isEmpty || !incoming[element].isEmpty
  }
}
