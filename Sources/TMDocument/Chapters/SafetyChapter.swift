// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMSyntax

/// What the security side hands over to the safety risk file.
struct SafetyChapter {
  private let phrases: ReportPhrases
  private let model: Model
  private let safety: SafetyTrace

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    safety = SafetyTrace(phrases.model, phrases.source.risks)
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "safety", title: "Hand-over to the safety risk file",
      blocks: safety.entries.isEmpty ? [noHazards] + effects : intro + hazards + effects)
  }

  private var noHazards: ReportBlock {
    ReportPhrases.missing(
      .words(
        "The model names no hazard of a safety risk file: where a threat can harm somebody, add "),
      .code("hazard HAZ-1 \"…\" { severity: … }"), .words(" and name it in "), .code("harm"),
      .words(" of an asset or threat."))
  }

  private var intro: [ReportBlock] {
    let threats = phrases.source.risks.threats.count { !$0.hazards.isEmpty }
    let text =
      "\(ReportPhrases.count(threats, "threat")) can lead to "
      + "\(ReportPhrases.count(safety.entries.count, "hazard")) of the safety risk file."
    return [
      .paragraph([.words(text)]),
      .note(.information, [.words(MethodChapter.sentence(SafetySheet.separation))]),
      .table(
        ReportTable(
          id: "hazard-list",
          columns: [
            .init("Hazard"), .init("Severity of harm", .short), .init("Several patients", .short),
            .init("Safety risk file"), .init("Threats", .number),
            .init("Not acceptable", .number),
          ],
          rows: safety.entries.map { entry in
            let path = model.path(entry.hazard)
            return ReportTable.Row(
              [
                phrases.heading(entry.hazard),
                model.word(entry.hazard, .severity).map { [.level($0)] } ?? [.words("not stated")],
                [.words(model.boolean(entry.hazard, .multiPatient) == true ? "yes" : "no")],
                phrases.links(entry.hazard),
                [ReportPhrases.number(entry.threats.count, ReportFacets(about: [path]))],
                refused(entry.threats, path),
              ],
              anchor: .declaration(path), details: phrases.details(entry.hazard, [.owner]))
          })),
    ]
  }

  /// How many the policy refuses: what nobody judged is no zero.
  private func refused(_ threats: [AssessedThreat], _ path: String) -> [ReportText] {
    if threats.isEmpty { return [.words("0")] }
    if !phrases.source.risks.criteria.judges { return [.words("not judged")] }
    let count = threats.count { $0.isAcceptable == false }
    let unjudged = threats.count { $0.isAcceptable == nil }
    let number = ReportPhrases.number(
      count, ReportFacets(about: [path], acceptance: .unacceptable))
    return unjudged == 0 ? [number] : [number, .lineBreak, .words("\(unjudged) not rated")]
  }

  private var hazards: [ReportBlock] {
    safety.entries.enumerated().flatMap { number, entry -> [ReportBlock] in
      if entry.threats.isEmpty { return [] }
      let title = "\(model.path(entry.hazard)): \(model.title(entry.hazard))"
      return [
        .section(id: "hazard-\(number + 1)", title: title),
        .table(
          ReportTable(
            id: "hazard-\(number + 1)-threats",
            columns: [
              .init("Threat"), .init("Status", .short), .init("Before", .short),
              .init("After", .short),
            ], rows: byUrgency(entry.threats).map(row))),
      ]
    }
  }

  /// The most urgent first, as in the register.
  private func byUrgency(_ threats: [AssessedThreat]) -> [AssessedThreat] {
    let keys = threats.map { ThreatUrgency($0, model) }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { threats[$0] }
  }

  private func row(_ assessed: AssessedThreat) -> ReportTable.Row {
    ReportTable.Row([
      phrases.entry(of: assessed.threat), [.status(assessed.threat.status)],
      ReportPhrases.weight(
        assessed.initial, assessed.initialExploitability, assessed.initialRisk),
      ReportPhrases.weight(
        assessed.residual, assessed.residualExploitability, assessed.residualRisk),
    ])
  }

  private var effects: [ReportBlock] {
    let section = ReportBlock.section(
      id: "safety-effects", title: "Controls with an effect on safety")
    if safety.effects.isEmpty {
      return [
        section,
        .paragraph([.words("No control states an effect on safety, or risks of its own.")]),
      ]
    }
    return [
      section,
      .table(
        ReportTable(
          id: "effect-list",
          columns: [.init("Control"), .init("Hazards", .short), .init("New risks")],
          rows: safety.effects.map { effect in
            ReportTable.Row([
              [phrases.title(effect.control)], phrases.ids(effect.hazards),
              effect.newRisks.map { [.words($0)] } ?? [],
            ])
          })),
    ]
  }
}
