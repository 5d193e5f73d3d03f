// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What an updateability view adds to its diagram: the way from the source of the update to where it
/// takes effect, step by step, with who operates each part.
struct UpdateView {
  private let section: ViewSection
  private let book: PathBook
  private let model: Model

  init(_ section: ViewSection) {
    self.section = section
    book = section.book
    model = section.book.model
  }

  var blocks: [ReportBlock] {
    let steps = steps
    if steps.isEmpty {
      return [
        .note(
          .missing,
          [
            .words("The view shows no way of an update: let "), .code("include"),
            .words(" name its flows from the source to the device, in their order."),
          ])
      ]
    }
    return [
      .table(
        ReportTable(
          id: "\(section.id)-way", caption: "The way of the update",
          columns: [
            .init("Step", .number), .init("From"), .init("Operated by"), .init("Path"),
            .init("To"), .init("Operated by"), .init("Protected by"),
          ],
          rows: steps.enumerated().map { place, flow in
            ReportTable.Row([
              [.words("\(place + 1)")], [book.title(flow.source)],
              Operator.text(of: flow.source, in: model), [book.title(flow.entity)],
              [book.title(flow.target)], Operator.text(of: flow.target, in: model),
              book.ids(book.ownControls(of: flow.entity) + assetControls(flow)),
            ])
          }))
    ]
  }

  /// The controls that go with what is carried, such as a signature.
  private func assetControls(_ flow: Flow) -> [EntityID] {
    let own = book.ownControls(of: flow.entity)
    return book.controls(of: flow.entity).filter { control in
      !own.contains(control)
        && model.references(control, .protects).contains { asset in
          model.references(flow.entity, .carries).contains(asset)
        }
    }
  }

  /// The flows in the order in which `include` names them, or else as they follow one another.
  private var steps: [Flow] {
    let named = model.references(section.view, .include).compactMap { model.graph.flow($0) }
    if !named.isEmpty { return named }
    return Self.ordered(section.selection.flows)
  }

  /// Flows by how many steps they are from where nothing arrives; each once.
  static func ordered(_ flows: [Flow]) -> [Flow] {
    var distance: [EntityID: Int] = [:]
    for flow in flows where !flows.contains(where: { $0.target == flow.source }) {
      distance[flow.source] = 0
    }
    // A circle has no beginning: its first flow is taken for one.
    if distance.isEmpty, let first = flows.first { distance[first.source] = 0 }
    var isMoving = true
    while isMoving {
      isMoving = false
      for flow in flows {
        guard let start = distance[flow.source], distance[flow.target] == nil else { continue }
        distance[flow.target] = start + 1
        isMoving = true
      }
    }
    return flows.enumerated().sorted { left, right in
      let places = [left, right].map { distance[$0.element.source] ?? Int.max }
      return (places[0], left.offset) < (places[1], right.offset)
    }.map(\.element)
  }
}
