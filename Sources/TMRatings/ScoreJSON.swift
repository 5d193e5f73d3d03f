// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Writes scores of vectors as JSON for other programs.
///
///     { "vector": …, "scheme": "cvss-3.1", "version": "3.1", "score": 9.8, "severity": "critical",
///       "nomenclature": "CVSS-B" | null, "macrovector": "000200" | null,
///       "exploitability": "low" | "medium" | "high",
///       "groups": [{ "name": "base", "score": 9.8, "severity": "critical" }],
///       "metrics": [{ "name": "AV", "title": …, "group": …, "value": "N", "word": … | null,
///         "meaning": … | null, "adds": 2.5 | null }] }
///
/// `vector` is the canonical text, `adds` how far the score falls with the metric at its most harmless
/// value. A vector that is wrong is
///
///     { "vector": …, "error": { "message": …, "help": …, "start": 0, "end": 0 } }
///
/// with its text as given and the part that is wrong in bytes. Two vectors are
///
///     { "before": {…}, "after": {…}, "difference": -3.3 | null,
///       "changes": [{ "name": "AV", "before": "N", "after": "A", "alone": -1.0 | null }] }
///
/// A vector of DREAD or OWASP Risk Rating is
///
///     { "vector": …, "scheme": "dread" | "owasp", "score": 7.0, "severity": "high",
///       "exploitability": …, "results": [{ "name": "likelihood", "text": "4.875 medium" }],
///       "metrics": [{ "name": "D", "title": …, "value": 10, "meaning": … }], "notes": [text] }
///
/// and two vectors of which one is of such a scheme are `{ "before": {…}, "after": {…} }`.
///
/// New fields may come.
package enum ScoreJSON {
  /// Writes one vector of any scheme where the writer stands.
  package static func write(_ vector: ScoreVector, to writer: inout JSONWriter) {
    if let vector = vector.cvss { return write(vector, to: &writer) }
    if let rating = vector.rating { RatingJSON.write(rating, to: &writer) }
  }

  /// Writes two vectors of any schemes.
  package static func write(
    _ before: ScoreVector, _ after: ScoreVector, to writer: inout JSONWriter
  ) {
    if let old = before.cvss, let new = after.cvss { return write(old, new, to: &writer) }
    writer.object { writer in
      writer.key("before")
      write(before, to: &writer)
      writer.key("after")
      write(after, to: &writer)
    }
  }

  /// Writes one vector where the writer stands.
  package static func write(_ vector: any CVSSVector, to writer: inout JSONWriter) {
    let fourth = vector as? CVSS4Vector
    writer.object { writer in
      writer.field("vector", vector.text)
      writer.field("scheme", vector.version.scheme.rawValue)
      writer.field("version", vector.version.rawValue)
      writer.field("score", vector.score.value)
      writer.field("severity", vector.severity.rawValue)
      writer.field("nomenclature", fourth?.nomenclature)
      writer.field("macrovector", fourth?.macroVector.description)
      writer.field("exploitability", vector.exploitability.rawValue)
      writer.array("groups") { writer in
        for group in vector.groupScores {
          writer.object { writer in
            writer.field("name", group.name)
            writer.field("score", group.score.value)
            writer.field(
              "severity", SeverityBand(group.score, vector.version.scheme).rawValue)
          }
        }
      }
      writeMetrics(of: vector, to: &writer)
    }
  }

  /// Writes a vector that is wrong where the writer stands.
  package static func write(
    _ fault: VectorFault, in vector: String, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("vector", vector)
      writer.object("error") { writer in
        writer.field("message", fault.message)
        writer.field("help", fault.help)
        writer.field("start", fault.range.lowerBound)
        writer.field("end", fault.range.upperBound)
      }
    }
  }

  /// Writes two vectors and what lies between them.
  package static func write(
    _ before: any CVSSVector, _ after: any CVSSVector, to writer: inout JSONWriter
  ) {
    let comparison = CVSSComparison(before, after)
    let undefined = before.version.undefinedValue
    writer.object { writer in
      writer.key("before")
      write(before, to: &writer)
      writer.key("after")
      write(after, to: &writer)
      writer.field("difference", comparison?.difference.value)
      writer.array("changes") { writer in
        for change in comparison?.changes ?? [] {
          writer.object { writer in
            writer.field("name", change.metric.name)
            writer.field("before", change.before?.name ?? undefined)
            writer.field("after", change.after?.name ?? undefined)
            writer.field("alone", change.alone?.value)
          }
        }
      }
    }
  }

  private static func writeMetrics(of vector: any CVSSVector, to writer: inout JSONWriter) {
    let contributions = vector.contributions
    writer.array("metrics") { writer in
      for choice in vector.choices {
        writer.object { writer in
          writer.field("name", choice.metric.name)
          writer.field("title", choice.metric.title)
          writer.field("group", choice.metric.group.rawValue)
          writer.field("value", choice.valueName(in: vector.version))
          writer.field("word", choice.value?.word)
          writer.field("meaning", choice.value?.meaning)
          writer.field(
            "adds", contributions.first { $0.choice.slot == choice.slot }?.fall.value)
        }
      }
    }
  }
}
