// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A record with what the rubric decided, its score, and how it compares with a published vector.
package struct RubricEvaluation: Sendable {
  /// A base metric on which the rubric and the published vector differ.
  package struct Difference: Hashable, Sendable {
    package let metric: RubricMetric
    /// The value that the answers lead to.
    package let rubric: String
    package let published: String
  }

  package let record: RubricRecord
  package let result: RubricResult
  package let vector: CVSS3Vector
  /// In the order of the metrics; empty where the two agree, or nothing was published.
  package let differences: [Difference]

  /// - Parameter scheme: `cvss30` or `cvss31`.
  /// - Returns: nil while an answer is missing.
  package init?(_ record: RubricRecord, _ scheme: ScoringScheme) {
    guard let result = record.answers.result,
      case .cvss3(let vector)? = try? ScoreVector(parsing: result.vector(scheme))
    else { return nil }
    self.record = record
    self.result = result
    self.vector = vector
    differences = Self.differences(result, record.published)
  }

  /// Whether the published vector differs and nothing in the record says why.
  package var isUnexplained: Bool { !differences.isEmpty && record.because.isEmpty }

  private static func differences(
    _ result: RubricResult, _ published: CVSS3Vector?
  ) -> [Difference] {
    guard let published else { return [] }
    let choices = published.choices.filter { $0.metric.group == .base }
    return RubricMetric.allCases.compactMap { metric in
      let other = choices.first { $0.metric.name == metric.rawValue }?.value?.name ?? ""
      let value = result.value(metric)
      if other == value { return nil }
      return Difference(metric: metric, rubric: value, published: other)
    }
  }
}
