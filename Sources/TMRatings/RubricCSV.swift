// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Writes what the rubric decided as a CSV table, one record each, under a header.
///
/// Differences read `I:H/N`: the metric, its value by the rubric, and as published. Reasons are
/// joined by a space.
package enum RubricCSV {
  package static func bytes(_ evaluations: [RubricEvaluation]) -> [UInt8] {
    var writer = CSVWriter()
    writer.record([
      "id", "title", "vector", "score", "severity", "extended", "published", "published-score",
      "published-severity", "differences", "because",
    ])
    for evaluation in evaluations {
      let record = evaluation.record
      let published = record.published
      let differences = evaluation.differences.map {
        "\($0.metric.rawValue):\($0.rubric)/\($0.published)"
      }
      writer.record([
        optional(record.id), optional(record.title), .text(evaluation.vector.text),
        .number(evaluation.vector.baseScore.value),
        .text(evaluation.vector.baseSeverity.rawValue), .text(evaluation.result.extendedVector),
        published.map { .text($0.text) } ?? .empty,
        published.map { .number($0.baseScore.value) } ?? .empty,
        published.map { .text($0.baseSeverity.rawValue) } ?? .empty,
        optional(differences.joined(separator: " ")),
        optional(record.because.joined(separator: " ")),
      ])
    }
    return writer.takeBytes()
  }

  private static func optional(_ text: String) -> CSVField { text.isEmpty ? .empty : .text(text) }
}
