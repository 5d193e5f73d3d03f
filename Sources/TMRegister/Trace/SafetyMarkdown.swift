// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMWriting

/// Writes the hand-over to the safety risk file as Markdown.
package enum SafetyMarkdown {
  package static func text(
    of safety: SafetyTrace, _ risks: RiskRegister, in model: Model
  ) -> String {
    let facts = TraceFacts(model)
    var writer = MarkdownWriter()
    writer.heading("Hand-over to the safety risk file", level: 1)
    for note in SafetySheet.notes(risks) { writer.paragraph(note) }
    writer.heading("Risk matrix: \(risks.matrix.title)", level: 2)
    writer.tableHead(["exploitability"] + risks.matrix.columns)
    for row in risks.matrix.rows { writer.row([row.name] + row.cells) }
    for entry in safety.entries { write(entry, facts, &writer) }
    writer.heading("Controls with an effect on safety", level: 2)
    writer.tableHead(["control", "status", "hazards", "new risks"])
    for effect in safety.effects {
      writer.row([
        named(effect.control, model), facts.status(ofControl: effect.control),
        effect.hazards.map { named($0, model) }.joined(separator: "\n"), effect.newRisks ?? "",
      ])
    }
    return writer.text
  }

  private static func write(
    _ entry: SafetyTrace.Entry, _ facts: TraceFacts, _ writer: inout MarkdownWriter
  ) {
    let model = facts.model
    let hazard = entry.hazard
    let measures = MeasureFinder(model)
    writer.heading(named(hazard, model), level: 2)
    let severity = model.word(hazard, .severity) ?? "not stated"
    let patients = model.boolean(hazard, .multiPatient) == true ? "; multi-patient" : ""
    let links = model.texts(hazard, .link).map { "; \($0)" }.joined()
    writer.paragraph("Severity of harm: \(severity)\(patients)\(links)")
    writer.tableHead([
      "threat", "status", "score", "exploitability", "risk", "residual score",
      "residual exploitability", "residual risk", "measures",
    ])
    for assessed in entry.threats {
      writer.row([
        assessed.threat.id + "\n" + facts.threats.title(assessed.threat),
        assessed.threat.status.rawValue, score(assessed.initial),
        assessed.initialExploitability?.rawValue ?? "", assessed.initialRisk ?? "",
        score(assessed.residual), assessed.residualExploitability?.rawValue ?? "",
        assessed.residualRisk ?? "",
        measures.measures(for: assessed.threat).map(facts.nameWithStatus).joined(separator: "\n"),
      ])
    }
  }

  private static func score(_ rating: Rating?) -> String {
    rating.map { "\($0.score) \($0.severity.rawValue)" } ?? ""
  }

  private static func named(_ id: EntityID, _ model: Model) -> String {
    [model.path(id), model.ownTitle(id)].compactMap { $0 }.joined(separator: ": ")
  }
}
