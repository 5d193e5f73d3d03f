// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The interfaces of a system, those that nothing uses included.
struct InterfaceTable {
  private let phrases: ReportPhrases
  private let model: Model

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
  }

  var blocks: [ReportBlock] {
    let all = phrases.byPath(.interface)
    let section = ReportBlock.section(id: "interfaces", title: "Interfaces")
    if all.isEmpty {
      return [
        section,
        ReportPhrases.missing(
          .words(
            "The model names no interface: declare ports, radios and user interfaces, unused "),
          .words("ones too, as "), .code("interface id \"…\" { kind: … }"),
          .words(" inside their element.")),
      ]
    }
    return [section, .paragraph(summary(all)), .table(table(all))]
  }

  private func summary(_ all: [EntityID]) -> [ReportText] {
    let unused = all.filter { model.flows(through: $0).isEmpty }
    let disabled = all.filter { model.boolean($0, .disabled) == true }
    let used = all.count - unused.count
    var text =
      "\(used) of \(ReportPhrases.count(all.count, "interface")) "
      + "\(used == 1 ? "is" : "are") used by a flow"
    text +=
      disabled.isEmpty
      ? "."
      : "; \(disabled.count) \(disabled.count == 1 ? "is" : "are") switched off in the product as shipped."
    let open = unused.filter { model.boolean($0, .disabled) != true }
    if open.isEmpty { return [.words(text)] }
    return [.words(text + " Unused and not switched off: ")] + phrases.titles(open) + [.words(".")]
  }

  private func table(_ all: [EntityID]) -> ReportTable {
    ReportTable(
      id: "interface-list",
      columns: [
        .init("Interface"), .init("Of"), .init("Kind", .short), .init("Use"),
        .init("Exposes"), .init("Threats", .number),
      ],
      rows: all.map { id in
        ReportTable.Row(
          [
            phrases.heading(id), model[id].parent.map { [phrases.title($0)] } ?? [],
            kind(id), use(id), phrases.titles(model.references(id, .exposes)),
            phrases.threatCount(about: id),
          ],
          anchor: .declaration(model.path(id)),
          details: phrases.details(
            id, [.technology, .function, .access, .harm, .controls, .capabilityLevel]))
      })
  }

  private func kind(_ id: EntityID) -> [ReportText] {
    var words = model.words(id, .kind)
    if model.isPhysical(interface: id) { words.append("physical") }
    if model.isWireless(interface: id) { words.append("wireless") }
    return ReportPhrases.words(words)
  }

  private func use(_ id: EntityID) -> [ReportText] {
    let flows = model.flows(through: id)
    let off: [ReportText] = model.boolean(id, .disabled) == true ? [.words("switched off")] : []
    if flows.isEmpty { return off.isEmpty ? [.strong("unused")] : off + [.words(", unused")] }
    return off + (off.isEmpty ? [] : [.words(", ")]) + phrases.titles(flows)
  }
}
