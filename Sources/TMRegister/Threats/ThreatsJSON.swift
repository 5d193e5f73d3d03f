// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMThreats
import TMWriting

/// Writes threats as one JSON object for other programs.
///
///     { "version": 1,
///       "model": { "id": … | null, "title": … } | null,
///       "summary": { "total": 0, "open": 0, "mitigated": 0, "accepted": 0, "transferred": 0,
///         "avoided": 0, "not-applicable": 0 },
///       "threats": [
///         { "id": …, "about": path, "category": …, "categories": [category under each chosen
///           method, the first that of "category"], "title": …, "status": …,
///           "reason": { "kind": "unanswered" | "triage" | "decision" | "control" | "property",
///             "text": because | path of the decision or control | condition | null },
///           "controls": [{ "id": path, "status": … }], "boundaries": [path], "assets": [path],
///           "cwe": [0], "capec": [0], "because": text | null, "advice": text | null,
///           "consequence": text | null, "score": the one that counts now | null }] }
///
/// `docs/schemas/threats-1.schema.json` describes it, with the further fields of the risk register.
///
/// Order and ids do not depend on where anything is declared, and there is no place in a file, so
/// the text stays when declarations move. New fields may come without a new version.
package enum ThreatsJSON {
  /// The value of the field `version`.
  package static let version = 1

  /// How many bytes are collected before they are passed on.
  private static let pieceSize = 1 << 20

  /// Passes on the object in pieces, as UTF-8.
  ///
  /// - Parameter isFull: whether each threat has the fields of the risk register.
  package static func write<Failure: Error>(
    _ threats: [AssessedThreat], from risks: RiskRegister, of model: Model, isFull: Bool = false,
    layout: JSONWriter.Layout, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let book = RegisterBook(model, risks)
    let record = isFull ? ThreatRecord.record : ThreatRecord.briefRecord
    var writer = JSONWriter(layout)
    var failure: Failure?
    writer.object { writer in
      writer.field("version", version)
      writeModel(model, to: &writer)
      writeSummary(threats.map(\.threat), to: &writer)
      writer.array("threats") { writer in
        for threat in threats {
          writer.object { writer in
            record.write(RegisterEntry(assessed: threat, book: book), fieldsTo: &writer)
          }
          guard writer.byteCount >= pieceSize else { continue }
          do throws(Failure) {
            try sink(writer.takeBytes())
          } catch {
            failure = error
            return
          }
        }
      }
    }
    if let failure { throw failure }
    try sink(writer.takeBytes())
  }

  private static func writeModel(_ model: Model, to writer: inout JSONWriter) {
    writer.key("model")
    guard let system = model.system else { return writer.value(String?.none) }
    writer.object { writer in
      let id = model.name(system)
      writer.field("id", id.isEmpty ? nil : id)
      writer.field("title", model.title(system))
    }
  }

  private static func writeSummary(_ threats: [Threat], to writer: inout JSONWriter) {
    let statuses = threats.map(\.status)
    writer.object("summary") { writer in
      writer.field("total", threats.count)
      for status in ThreatStatus.allCases {
        writer.field(named: status.rawValue, statuses.count { $0 == status })
      }
    }
  }
}
