// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMWriting

/// Prints the hand-over to the safety risk file for a terminal.
package struct SafetyTable {
  private let risks: RiskRegister
  private let model: Model
  private let facts: TraceFacts
  private let measures: MeasureFinder
  private let width: Int
  private let colouring: Colouring
  private var lines: TraceLines
  private typealias Piece = TraceLines.Piece

  package static func text(
    of safety: SafetyTrace, _ risks: RiskRegister, in model: Model, width: Int,
    colouring: Colouring
  ) -> String {
    var table = SafetyTable(risks, model, width, colouring)
    table.writeHeading()
    for entry in safety.entries { table.write(entry) }
    table.write(safety.effects)
    table.writeSummary(safety)
    return table.lines.text
  }

  private init(_ risks: RiskRegister, _ model: Model, _ width: Int, _ colouring: Colouring) {
    self.risks = risks
    self.model = model
    self.width = width
    self.colouring = colouring
    facts = TraceFacts(model)
    measures = MeasureFinder(model)
    lines = TraceLines(width: width, colouring: colouring)
  }

  private mutating func writeHeading() {
    lines.line(0, [Piece("Hand-over to the safety risk file", .strong)])
    lines.line(0, [Piece(SafetySheet.separation)])
    lines.blank()
    lines.line(0, [Piece("risk matrix: \(risks.matrix.title)")])
    if risks.matrixDeclaration == nil { lines.line(0, [Piece(RiskMatrix.cellsNote)]) }
    var table = TerminalTable(
      [.init("exploitability")] + risks.matrix.columns.map { .init($0) })
    for row in risks.matrix.rows {
      table.append([.init(row.name)] + row.cells.map { .init($0) })
    }
    lines.table(table)
  }

  private mutating func write(_ entry: SafetyTrace.Entry) {
    lines.blank()
    let hazard = entry.hazard
    lines.line(
      0,
      [
        Piece(model.path(hazard), .strong), Piece(model.ownTitle(hazard) ?? ""),
        Piece(model.word(hazard, .severity) ?? "severity not stated", .warning),
        Piece(model.boolean(hazard, .multiPatient) == true ? "multi-patient" : "", .warning),
        Piece(model.texts(hazard, .link).joined(separator: ", "), .frame),
      ])
    if entry.threats.isEmpty { lines.line(2, [Piece("no threat can lead to it", .frame)]) }
    for assessed in entry.threats {
      let threat = assessed.threat
      lines.line(
        2,
        [
          Piece(threat.id), Piece(threat.category.abbreviation),
          Piece(threat.status.rawValue, threat.status.style),
        ])
      let before = weight(
        assessed.initial, assessed.initialExploitability, assessed.initialRisk)
      let after = weight(
        assessed.residual, assessed.residualExploitability, assessed.residualRisk)
      lines.line(6, weights(before, after))
      let measures = self.measures.measures(for: threat)
      if !measures.isEmpty {
        lines.line(
          6, [Piece("by " + measures.map(facts.nameWithStatus).joined(separator: ", "), .secondary)]
        )
      }
    }
  }

  private func weights(_ before: String?, _ after: String?) -> [Piece] {
    guard before != nil || after != nil else { return [Piece("not rated", .frame)] }
    return [
      Piece("before: \(before ?? "not rated")"), Piece("after: \(after ?? "not rated")"),
    ]
  }

  private func weight(
    _ rating: Rating?, _ exploitability: ExploitabilityLevel?, _ risk: String?
  ) -> String? {
    let parts = [
      rating.map { "score \($0.score) \($0.severity.rawValue)" },
      exploitability.map { "exploitability \($0.rawValue)" }, risk,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private mutating func write(_ effects: [SafetyTrace.Effect]) {
    lines.blank()
    lines.line(0, [Piece("Controls with an effect on safety", .strong)])
    if effects.isEmpty { lines.line(2, [Piece("no control states one", .frame)]) }
    for effect in effects {
      lines.line(
        2,
        [
          Piece(model.path(effect.control), .secondary),
          Piece(model.ownTitle(effect.control) ?? ""),
          Piece(facts.status(ofControl: effect.control)),
        ])
      for hazard in effect.hazards {
        lines.line(
          6,
          [
            Piece("→ \(model.path(hazard))"), Piece(model.ownTitle(hazard) ?? ""),
            Piece(model.word(hazard, .severity) ?? "", .warning),
          ])
      }
      if let risks = effect.newRisks { lines.line(6, [Piece("new risks: \(risks)")]) }
    }
  }

  private mutating func writeSummary(_ safety: SafetyTrace) {
    let threats = Set(safety.entries.flatMap { $0.threats.map(\.threat.id) }).count
    lines.blank()
    lines.line(
      0,
      [
        Piece(
          "\(safety.entries.count) \(safety.entries.count == 1 ? "hazard" : "hazards"), "
            + "\(threats) \(threats == 1 ? "threat" : "threats") with an effect on safety, "
            + "\(safety.effects.count) \(safety.effects.count == 1 ? "control" : "controls")")
      ])
  }
}
