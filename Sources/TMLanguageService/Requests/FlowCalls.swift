// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// An element as an editor's call hierarchy shows it.
package struct FlowEnd: Sendable {
  package let entity: EntityID
  package let name: String
  package let detail: String
  package let keyword: Keyword
  package let range: SourceRange
  package let selection: SourceRange
}

extension ModelSnapshot {
  /// The element that the name at an offset means; of a flow its source.
  package func flowEnd(at offset: Int, in file: FileID) -> FlowEnd? {
    guard let found = occurrences.occurrence(at: offset, in: file) else { return nil }
    if let flow = model.graph.flow(found.entity) { return flowEnd(flow.source) }
    return model[found.entity].keyword.isElement ? flowEnd(found.entity) : nil
  }

  /// The element of a path; nil where there is none any more.
  package func flowEnd(path: String) -> FlowEnd? {
    model.allEntities.first { model[$0].keyword.isElement && model.path($0) == path }.map(flowEnd)
  }

  private func flowEnd(_ id: EntityID) -> FlowEnd {
    FlowEnd(
      entity: id, name: model.path(id), detail: model.caption(id), keyword: model[id].keyword,
      range: model.syntax(id).range, selection: model.nameRange(id))
  }

  /// The elements that data reaches an element from, each with the headings of its flows.
  package func sources(of id: EntityID) -> [(end: FlowEnd, flows: [SourceRange])] {
    ends(Array(model.graph.incoming(id)), besides: id)
  }

  /// The elements that data goes to, each with the headings of its flows.
  package func targets(of id: EntityID) -> [(end: FlowEnd, flows: [SourceRange])] {
    ends(Array(model.graph.outgoing(id)), besides: id)
  }

  private func ends(_ flows: [Flow], besides id: EntityID) -> [(end: FlowEnd, flows: [SourceRange])]
  {
    var order: [EntityID] = []
    var ranges: [EntityID: [SourceRange]] = [:]
    for flow in flows {
      let other = flow.source == id ? flow.target : flow.source
      if ranges[other] == nil { order.append(other) }
      ranges[other, default: []].append(model.headingRange(flow.entity))
    }
    return order.map { (flowEnd($0), ranges[$0] ?? []) }
  }
}
