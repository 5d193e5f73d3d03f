// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMThreats
import TMWriting

/// Writes threats as a CSV table, one record each, under a header.
///
/// Columns: `id,about,category,categories,title,status,reason,reason-text,controls,boundaries,assets,
/// cwe,capec,because,advice,consequence,score`; `categories` are those under all chosen methods,
/// `category` first. Lists are joined by `; `, a control has its status behind it in parentheses.
package enum ThreatsCSV {
  private static let pieceSize = 1 << 20

  /// Passes on the table in pieces, as UTF-8.
  package static func write<Failure: Error>(
    _ threats: [AssessedThreat], of model: Model, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let facts = ThreatFacts(model)
    var writer = CSVWriter()
    writer.record([
      "id", "about", "category", "categories", "title", "status", "reason", "reason-text",
      "controls",
      "boundaries", "assets", "cwe", "capec", "because", "advice", "consequence", "score",
    ])
    for threat in threats {
      writer.record(fields(threat, facts))
      if writer.bytes.count >= pieceSize { try sink(writer.takeBytes()) }
    }
    try sink(writer.takeBytes())
  }

  private static func fields(_ assessed: AssessedThreat, _ facts: ThreatFacts) -> [CSVField] {
    let threat = assessed.threat
    let reason = facts.reason(threat)
    let controls = threat.controls.map { "\(facts.path($0)) (\(facts.status(ofControl: $0)))" }
    return [
      .text(threat.id), .text(facts.path(threat.about)), .text(threat.category.rawValue),
      list(threat.categories.map(\.rawValue)), .text(facts.title(threat)),
      .text(threat.status.rawValue), .text(reason.kind),
      optional(reason.text), list(controls), list(facts.boundaries(threat)),
      list(facts.assets(threat)), list(facts.cwe(threat).map(String.init)),
      list(facts.capec(threat).map(String.init)), optional(facts.because(threat)),
      optional(facts.advice(threat)), optional(facts.consequence(threat)),
      assessed.current.map { .number($0.score.value) } ?? .empty,
    ]
  }

  private static func list(_ values: [String]) -> CSVField {
    values.isEmpty ? .empty : .text(values.joined(separator: "; "))
  }

  private static func optional(_ text: String?) -> CSVField { text.map(CSVField.text) ?? .empty }
}
