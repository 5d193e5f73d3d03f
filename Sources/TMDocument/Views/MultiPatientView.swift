// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// What a multi-patient harm view adds to its diagram: the hazards that can reach several patients,
/// and for each threat that leads there what defends and what responds.
struct MultiPatientView {
  private let section: ViewSection
  private let book: PathBook
  private let model: Model
  private let threats: [AssessedThreat]

  init(_ section: ViewSection) {
    self.section = section
    book = section.book
    model = section.book.model
    threats = Self.threats(of: section)
  }

  /// The threats about what the view shows that can harm several patients.
  private static func threats(of section: ViewSection) -> [AssessedThreat] {
    let model = section.book.model
    var shown = section.selection.elements
    for flow in section.selection.flows {
      shown.insert(flow.entity)
      shown.formUnion(model.references(flow.entity, .carries))
      shown.formUnion(model.interfaces(of: flow.entity))
    }
    for element in section.selection.elements {
      shown.formUnion(model.children(element, .interface))
      shown.formUnion(model.references(element, .holds) + model.references(element, .handles))
    }
    return section.book.source.risks.threats.filter { assessed in
      assessed.isMultiPatient && shown.contains(assessed.threat.about)
        && assessed.threat.status != .notApplicable
    }
  }

  var blocks: [ReportBlock] {
    let hazards = model.all(.hazard).filter { model.boolean($0, .multiPatient) == true }
    if hazards.isEmpty {
      return [
        .note(
          .missing,
          [
            .words("No hazard is stated to reach several patients: add "),
            .code("multi-patient: yes"),
            .words(" to those that can, or say in the view why none can."),
          ])
      ]
    }
    return [.table(table(of: hazards))] + leads
  }

  private func table(of hazards: [EntityID]) -> ReportTable {
    ReportTable(
      id: "\(section.id)-hazards", caption: "Hazards that can reach several patients",
      columns: [
        .init("Hazard"), .init("Severity", .short), .init("Threats shown here", .number),
        .init("Threats in all", .number), .init("Safety risk file"),
      ],
      rows: hazards.map { hazard in
        let all = book.source.risks.threats.filter { $0.hazards.contains(hazard) }
        return ReportTable.Row([
          [book.id(hazard), .words(" \(model.title(hazard))")],
          model.word(hazard, .severity).map { [.level($0)] } ?? [],
          [.words("\(threats.count { $0.hazards.contains(hazard) })")], [.words("\(all.count)")],
          PathBook.list(model.texts(hazard, .link).map { [.link($0)] }),
        ])
      })
  }

  private var leads: [ReportBlock] {
    if threats.isEmpty {
      return [
        .note(
          .gap,
          [
            .words(
              "No threat about what the view shows leads to such a hazard: let `include` name the "),
            .words("flows and elements through which several devices can be reached."),
          ])
      ]
    }
    return [
      .table(
        ReportTable(
          id: "\(section.id)-threats", caption: "Threats that lead there, defence and response",
          columns: [
            .init("Threat", .short), .init("About"), .init("Hazards", .short),
            .init("Status", .short), .init("Score", .number), .init("Defence"), .init("Response"),
          ], rows: threats.map(row)))
    ]
  }

  private func row(_ assessed: AssessedThreat) -> ReportTable.Row {
    let threat = assessed.threat
    let several = assessed.hazards.filter { model.boolean($0, .multiPatient) == true }
    let all = book.controls(of: threat.about)
    let response = all.filter(responds)
    let defence = threat.controls.filter { !response.contains($0) }
    return ReportTable.Row([
      [.reference(threat.id, to: .threat(threat.id))], [book.title(threat.about)],
      book.ids(several), [.status(threat.status)],
      assessed.current.map { [.score($0.score.value, severity: $0.severity.rawValue)] } ?? [],
      defence.isEmpty ? reason(threat) : book.ids(defence),
      response.isEmpty ? [.words("–")] : book.ids(response),
    ])
  }

  /// Why a threat needs no control: what was decided about it.
  private func reason(_ threat: Threat) -> [ReportText] {
    threat.because(in: model).map { [.words($0)] } ?? [.words("–")]
  }

  /// Whether a control notices an attack, or brings the system back.
  private func responds(_ control: EntityID) -> Bool {
    model.words(control, .category).contains(where: Self.responses.contains)
  }

  private static let responses: Set<String> = [
    "event-detection-and-logging", "resiliency-and-recovery", "updatability-and-patchability",
  ]
}
