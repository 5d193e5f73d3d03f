// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Writes what the rubric decided as one JSON object.
///
///     { "version": 1, "rubric": "0.12.04",
///       "records": [
///         { "id": … | null, "title": … | null, "vector": …, "score": 0.0, "severity": …,
///           "extended": …,
///           "metrics": [{ "metric": "AV", "value": "P", "reason": …,
///             "answers": [{ "question": "XAVN", "answer": "NO" }] }],
///           "published": { "vector": …, "score": 0.0, "severity": …,
///             "differences": [{ "metric": "I", "rubric": "H", "published": "N" }] } | null,
///           "because": [text] }] }
package enum RubricJSON {
  /// The value of the field `version`.
  package static let version = 1

  package static func bytes(_ evaluations: [RubricEvaluation]) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("version", version)
      writer.field("rubric", "0.12.04")
      writer.array("records") { writer in
        for evaluation in evaluations { write(evaluation, to: &writer) }
      }
    }
    return writer.takeBytes()
  }

  private static func write(_ evaluation: RubricEvaluation, to writer: inout JSONWriter) {
    let record = evaluation.record
    writer.object { writer in
      writer.field("id", record.id.isEmpty ? nil : record.id)
      writer.field("title", record.title.isEmpty ? nil : record.title)
      writeScore(evaluation.vector, to: &writer)
      writer.field("extended", evaluation.result.extendedVector)
      writer.array("metrics") { writer in
        for decision in evaluation.result.decisions { write(decision, to: &writer) }
      }
      writer.key("published")
      if let published = record.published {
        writer.object { writer in
          writeScore(published, to: &writer)
          writer.array("differences") { writer in
            for difference in evaluation.differences { write(difference, to: &writer) }
          }
        }
      } else {
        writer.value(String?.none)
      }
      writer.field("because", record.because)
    }
  }

  private static func writeScore(_ vector: CVSS3Vector, to writer: inout JSONWriter) {
    writer.field("vector", vector.text)
    writer.field("score", vector.baseScore.value)
    writer.field("severity", vector.baseSeverity.rawValue)
  }

  private static func write(_ decision: RubricResult.Decision, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("metric", decision.metric.rawValue)
      writer.field("value", decision.value)
      writer.field("reason", decision.reason)
      writer.array("answers") { writer in
        for reason in decision.because {
          writer.object { writer in
            writer.field("question", reason.question.code)
            writer.field("answer", reason.answer.rawValue)
          }
        }
      }
    }
  }

  private static func write(
    _ difference: RubricEvaluation.Difference, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("metric", difference.metric.rawValue)
      writer.field("rubric", difference.rubric)
      writer.field("published", difference.published)
    }
  }
}
