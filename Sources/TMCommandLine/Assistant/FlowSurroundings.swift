// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import TMModel
import TMSyntax

/// The elements that data reaches from an element, or comes from, within a number of flows.
struct FlowSurroundings {
  private let model: Model
  /// The elements by their distance, the nearest first.
  private(set) var elements: [(id: EntityID, distance: Int)]
  /// The flows between them, in the order in which they are met.
  private(set) var flows: [Flow] = []

  init(of start: EntityID, depth: Int, in model: Model) {
    self.model = model
    elements = [(start, 0)]
    var known: Set<EntityID> = [start]
    var met: Set<EntityID> = []
    var index = 0
    while index < elements.count {
      let (id, distance) = elements[index]
      index += 1
      guard distance < depth else { continue }
      for flow in Array(model.graph.outgoing(id)) + Array(model.graph.incoming(id)) {
        if met.insert(flow.entity).inserted { flows.append(flow) }
        for end in [flow.source, flow.target] where known.insert(end).inserted {
          elements.append((end, distance + 1))
        }
      }
    }
  }

  func json(limit: Int) -> JSON {
    let shown = flows.prefix(limit)
    let ends = Set(shown.flatMap { [$0.source, $0.target] })
    return [
      "elements": .array(
        elements.filter { $0.distance == 0 || ends.contains($0.id) }.map { id, distance in
          .fields([
            "id": .string(model.path(id)), "keyword": .string(model[id].keyword.word),
            "title": .string(model.title(id)), "distance": .integer(distance),
            "boundary": model.ancestors(id).first { model[$0].keyword == .boundary }
              .map { .string(model.path($0)) },
          ])
        }),
      "flows": .array(shown.map(json)),
    ]
  }

  private func json(_ flow: Flow) -> JSON {
    let crossed = model.graph.crossings(of: flow).map { JSON.string(model.path($0.boundary)) }
    let carried = model.carried(on: flow.entity).map { JSON.string(model.path($0)) }
    return [
      "id": .string(model.path(flow.entity)), "title": .string(model.title(flow.entity)),
      "from": .string(model.path(flow.source)), "to": .string(model.path(flow.target)),
      "two_way": .boolean(flow.isTwoWay), "crosses": .array(crossed), "carries": .array(carried),
    ]
  }
}
