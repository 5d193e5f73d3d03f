// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMSyntax
import TMThreats

/// From each threat to the control that answers it, its requirement, its test and what is left.
struct TraceabilityChapter {
  private let phrases: ReportPhrases
  private let model: Model
  private let trace: Trace

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    trace = phrases.source.trace
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "traceability", title: "Traceability", blocks: gaps + chains + verifications)
  }

  // MARK: - Gaps

  private var gaps: [ReportBlock] {
    let section = ReportBlock.section(id: "gaps", title: "Gaps")
    if trace.gaps.isEmpty {
      return [
        section,
        .paragraph([
          .words("No link is missing between threats, controls, requirements and verifications.")
        ]),
      ]
    }
    let kinds = TraceGap.Kind.allCases.map { kind in trace.gaps.filter { $0.kind == kind } }
    let rows = kinds.filter { !$0.isEmpty }.map { found in
      ReportTable.Row([
        [.words(found[0].kind.text)], [.words("\(found.count)")],
        ReportPhrases.list(found.map { [place($0.place)] }),
      ])
    }
    return [
      section,
      ReportPhrases.gap(
        .words("\(ReportPhrases.count(trace.gaps.count, "link is", "links are")) missing.")),
      .table(
        ReportTable(
          id: "gap-list",
          columns: [.init("What is missing"), .init("How often", .number), .init("Where")],
          rows: rows)),
    ]
  }

  private func place(_ place: TraceGap.Place) -> ReportText {
    switch place {
    case .threat(let index): phrases.threat(trace.threats[index].threat)
    case .declaration(let id): phrases.id(id)
    }
  }

  // MARK: - Chains

  private var chains: [ReportBlock] {
    if trace.threats.isEmpty { return [] }
    let measures = MeasureFinder(model)
    let rows = trace.threats.map { row($0, measures.measures(for: $0.threat)) }
    return [
      .section(id: "chains", title: "From threat to residual risk"),
      .figure(.trace(TraceFigure(phrases.source))),
      .table(
        ReportTable(
          id: "chain-list",
          columns: [
            .init("Threat"), .init("Status", .short), .init("Before", .number), .init("Control"),
            .init("Requirement", .short), .init("Test", .short), .init("After", .number),
          ], rows: rows)),
    ]
  }

  private func row(_ assessed: AssessedThreat, _ measures: [Measure]) -> ReportTable.Row {
    let controls = assessed.threat.controls
    let requirements = phrases.requirements(of: controls)
    let answers = measures.map { measure -> [ReportText] in
      switch measure {
      case .control(let control): [phrases.title(control)]
      case .property(let range):
        [.words("property "), .code(ConditionText.oneLine(range, in: model.sources))]
      }
    }
    return ReportTable.Row([
      phrases.entry(of: assessed.threat), [.status(assessed.threat.status)],
      ReportPhrases.score(assessed.initial), ReportPhrases.list(answers),
      phrases.ids(requirements), phrases.evidence(controls + requirements),
      ReportPhrases.score(assessed.residual),
    ])
  }

  // MARK: - Verifications

  private var verifications: [ReportBlock] {
    let section = ReportBlock.section(id: "verifications", title: "Verifications")
    let links = TraceLinks(model, trace.threats)
    if links.verifications.isEmpty {
      return [
        section,
        ReportPhrases.missing(
          .words("The model declares no verification: write "),
          .code("verification TC-1 \"…\" { method: test }"), .words(" and name it in "),
          .code("verified-by"), .words(".")),
      ]
    }
    let rows = links.verifications.map { id in
      ReportTable.Row(
        [
          phrases.heading(id), ReportPhrases.words([model.word(id, .method)].compactMap { $0 }),
          [.words(model.result(of: .declared(id)).rawValue)],
          model.date(id, .date).map { [.words("\($0)")] } ?? [], phrases.links(id),
          phrases.ids(links.subjects(of: id)),
        ],
        anchor: .declaration(model.path(id)), details: phrases.details(id, [.owner]))
    }
    return [
      section,
      .table(
        ReportTable(
          id: "verification-list",
          columns: [
            .init("Verification"), .init("Method", .short), .init("Result", .short),
            .init("Date", .short), .init("Evidence"), .init("Verifies"),
          ], rows: rows)),
    ]
  }
}
