// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The data flows of a system with their protocol data.
struct FlowTable {
  private let phrases: ReportPhrases
  private let model: Model
  /// Those of the pictures, so that a reader goes from a line to its row.
  private let numbers: FlowNumbers

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    numbers = FlowNumbers(model)
  }

  var blocks: [ReportBlock] {
    let section = ReportBlock.section(id: "flows", title: "Data flows")
    let flows = model.graph.flows.map { (flow: $0, number: numbers[model.path($0.entity)] ?? 0) }
      .sorted { $0.number < $1.number }.map(\.flow)
    if flows.isEmpty {
      return [
        section,
        ReportPhrases.gap(
          .words("The model has no data flow: write them as "), .code("flow id: a -> b"),
          .words(".")),
      ]
    }
    let crossing = flows.count(where: model.graph.crosses)
    let crossings =
      crossing == 0
      ? "None of \(ReportPhrases.count(flows.count, "flow")) crosses a trust boundary."
      : "\(crossing) of \(ReportPhrases.count(flows.count, "flow")) "
        + "\(crossing == 1 ? "crosses" : "cross") a trust boundary."
    return [
      section, .paragraph([.words(crossings)]),
      .table(
        ReportTable(
          id: "flow-list",
          columns: [
            .init("Flow"), .init("From → to"), .init("Protocol", .short),
            .init("Encrypted", .short), .init("Authenticated", .short), .init("Crosses"),
            .init("Carries"), .init("Threats", .number),
          ], rows: flows.map(row))),
    ]
  }

  private func row(_ flow: Flow) -> ReportTable.Row {
    let id = flow.entity
    let physical = model.isPhysicalSignal(flow)
    let interfaces = model.interfaces(of: id)
    let way: [ReportText] = [
      phrases.title(flow.source), .words(flow.isTwoWay ? " ↔ " : " → "), phrases.title(flow.target),
    ]
    return ReportTable.Row(
      [
        number(of: id) + phrases.heading(id), way,
        transport(id, physical ? "physical signal" : nil),
        physical ? [] : encryption(flow),
        physical ? [] : authentication(id),
        phrases.titles(model.graph.crossings(of: flow).map(\.boundary)),
        phrases.titles(model.references(id, .carries)), phrases.threatCount(about: flow),
      ],
      anchor: .declaration(model.path(id)),
      details: (interfaces.isEmpty ? [] : [ReportFact("Through", phrases.titles(interfaces))])
        + phrases.details(id, [.function, .harm, .controls]))
  }

  private func number(of id: EntityID) -> [ReportText] {
    numbers[model.path(id)].map { [.strong("\($0)"), .words(" ")] } ?? []
  }

  private func transport(_ id: EntityID, _ otherwise: String?) -> [ReportText] {
    let protocols = model.protocols(of: id)
    let port = model.number(id, .port).map { "port \(Int($0))" }
    let words = protocols + [port].compactMap { $0 }
    return ReportPhrases.words(words.isEmpty ? [otherwise].compactMap { $0 } : words)
  }

  /// "no" is what somebody says, or a protocol: nobody's word is no word.
  private func encryption(_ flow: Flow) -> [ReportText] {
    let protection = model.encryption(flow.entity)
    switch model.cover(of: flow) {
    case .bodily where protection == .absent: return [.words("in person")]
    case .encrypted where protection == .absent: return [.words("by a control")]
    case .encrypted, .bodily, .clearText, .unstated:
      return stated(protection, flow.entity, .encrypted)
    }
  }

  private func authentication(_ id: EntityID) -> [ReportText] {
    stated(model.sourceAuthentication(id), id, .authenticated)
  }

  private func stated(
    _ protection: Protection, _ id: EntityID, _ property: Property
  ) -> [ReportText] {
    switch protection {
    case .absent:
      let isSaid =
        model.denies(id, property)
        || property == .encrypted && model.clearTextProtocol(id) != nil
      return [.words(isSaid ? "no" : "not stated")]
    case .stated, .implied, .weak, .unfit, .planned: return Self.protection(protection)
    }
  }

  private static func protection(_ protection: Protection) -> [ReportText] {
    switch protection {
    case .absent: [.words("no")]
    case .stated(let word): [.words(word)]
    case .implied(let name): [.words("by \(name)")]
    case .weak(let word), .unfit(let word, _): [.words("\(word), which does not protect")]
    case .planned(let control): [.words("planned: \(control)")]
    }
  }
}
