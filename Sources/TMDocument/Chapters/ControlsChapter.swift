// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

/// The controls by their category in the FDA premarket guidance, and the requirements they satisfy.
struct ControlsChapter {
  private let phrases: ReportPhrases
  private let model: Model
  private let controls: [EntityID]
  private let links: TraceLinks

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    controls = phrases.byPath(.control)
    links = TraceLinks(phrases.model, phrases.source.risks.threats)
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "controls", title: "Controls and requirements",
      blocks: (controls.isEmpty ? [noControls] : controlBlocks) + requirements)
  }

  private var noControls: ReportBlock {
    ReportPhrases.missing(
      .words("The model declares no control: write "), .code("control id \"…\" { mitigates: … }"),
      .words("."))
  }

  private var controlBlocks: [ReportBlock] {
    if !controls.contains(where: { !model.words($0, .category).isEmpty }) {
      let gap = ReportPhrases.missing(
        .words("No control states its category in the FDA premarket guidance: add "),
        .code("category: …"), .words(" to each."))
      return [.section(id: "control-list", title: "Controls")] + (model.canHarm ? [gap] : [])
        + [table("controls-all", controls, listedBefore: [])]
    }
    var blocks: [ReportBlock] = [summary]
    var listed: Set<EntityID> = []
    var empty: [String] = []
    for category in Vocabulary.controlCategories.words {
      let own = controls.filter { model.words($0, .category).contains(category) }
      if own.isEmpty {
        empty.append(category)
        continue
      }
      blocks += [
        .section(id: "controls-\(category)", title: Self.title(category)),
        table("controls-\(category)-list", own, listedBefore: listed),
      ]
      listed.formUnion(own)
    }
    if !empty.isEmpty { blocks.insert(Self.missing(empty), at: 1) }
    let rest = controls.filter { model.words($0, .category).isEmpty }
    if rest.isEmpty { return blocks }
    return blocks + [
      .section(id: "controls-without-category", title: "Controls without a category"),
      table("controls-without-category-list", rest, listedBefore: []),
    ]
  }

  private var summary: ReportBlock {
    let unstated = model.controlsWithoutStatus.count
    let isWanted = model.statusIsWanted != nil
    let failed = controls.count { model.standing(ofControl: $0) == "failed" }
    let planned =
      controls.count { !model.isInPlace(control: $0) } - (isWanted ? unstated : 0) - failed
    let without = controls.count { model.words($0, .category).isEmpty }
    var text = "\(ReportPhrases.count(controls.count, "control"))"
    if planned > 0 {
      text += ", \(planned) of them not in place yet"
    } else if unstated == 0, failed == 0 {
      text += ", all of them in place"
    }
    if failed > 0 {
      text +=
        ", \(failed) of them \(failed == 1 ? "counts" : "count") for nothing, since a verification failed"
    }
    if unstated > 0 {
      text +=
        ", \(unstated) of them without a status, which counts \(isWanted ? "for nothing" : "as implemented")"
    }
    text += without == 0 ? ", each in a category." : "; \(without) without a category."
    return .paragraph([.words(text)])
  }

  private static func missing(_ categories: [String]) -> ReportBlock {
    .note(
      .missing,
      [.words("No control is in the \(categories.count == 1 ? "category" : "categories") ")]
        + ReportPhrases.list(categories.map { [.code($0)] })
        + [
          .words(" of the FDA premarket guidance: add "), .code("category: …"),
          .words(" to those that are, or say in the scope why none is needed."),
        ])
  }

  /// The name of a category in the guidance.
  private static func title(_ category: String) -> String {
    if category == "code-data-execution-integrity" { return "Code, data, and execution integrity" }
    let words = category.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func table(
    _ id: String, _ controls: [EntityID], listedBefore: Set<EntityID>
  ) -> ReportBlock {
    let rows = controls.map { control in
      if listedBefore.contains(control) {
        return ReportTable.Row(
          [[phrases.title(control), .words(", see above")], [], [], [], []])
      }
      let threats = links.threats(answeredBy: control).count
      return ReportTable.Row(
        [
          phrases.heading(control), [.words(phrases.book.facts.status(ofControl: control))],
          [ReportPhrases.number(threats, ReportFacets(about: [model.path(control)]))],
          phrases.ids(model.references(control, .satisfies)),
          phrases.evidence([control] + model.references(control, .satisfies)),
        ],
        anchor: .declaration(model.path(control)),
        details: phrases.details(
          control,
          [
            .category, .mitigates, .protects, .mechanism, .capability, .foundational, .safetyImpact,
            .newRisks, .owner,
          ]) + links(control))
    }
    return .table(
      ReportTable(
        id: id,
        columns: [
          .init("Control"), .init("Status", .short), .init("Threats", .number),
          .init("Requirements", .short), .init("Verified by", .short),
        ], rows: rows))
  }

  private func links(_ id: EntityID) -> [ReportFact] {
    let links = phrases.links(id)
    return links.isEmpty ? [] : [ReportFact("Link", links)]
  }

  // MARK: - Requirements

  private var requirements: [ReportBlock] {
    let section = ReportBlock.section(id: "requirements", title: "Requirements")
    let all = links.requirements
    if all.isEmpty {
      return [
        section,
        ReportPhrases.missing(
          .words("The model declares no requirement: write "), .code("requirement SRS-1 \"…\""),
          .words(" and name it in "), .code("satisfies"), .words(" of a control.")),
      ]
    }
    return [
      section,
      .table(
        ReportTable(
          id: "requirement-list",
          columns: [
            .init("Requirement"), .init("Status", .short), .init("Controls"),
            .init("Verified by", .short),
          ],
          rows: all.map { id in
            ReportTable.Row(
              [
                phrases.heading(id),
                ReportPhrases.words([model.word(id, .status)].compactMap { $0 }),
                phrases.ids(links.controls(satisfying: id)), phrases.evidence([id]),
              ],
              anchor: .declaration(model.path(id)),
              details: phrases.details(id, [.owner]) + links(id))
          })),
    ]
  }
}
