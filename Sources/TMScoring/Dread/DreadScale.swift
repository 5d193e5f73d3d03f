// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A scale on which the five questions of DREAD are answered.
///
/// DREAD has no agreed scale; a rating says which one it uses.
package enum DreadScale: String, CaseIterable, Sendable {
  /// 0 to 10 each; the result is the mean. Its bands are those of a CVSS 2.0 score.
  case mean = "0-10"
  /// 1 to 3 each; the result is the sum, 5 to 15 (Microsoft patterns & practices, 2003).
  case three = "1-3"
  /// 1 to 10 each; the result is the sum, 5 to 50.
  case ten = "1-10"

  /// The values of one question.
  package var values: ClosedRange<Int> {
    switch self {
    case .mean: 0...10
    case .three: 1...3
    case .ten: 1...10
    }
  }

  /// The severity of a sum of the five values.
  package func severity(ofSum sum: Int) -> SeverityBand {
    switch self {
    case .mean: sum >= 35 ? .high : sum >= 20 ? .medium : .low
    case .three: sum >= 12 ? .high : sum >= 8 ? .medium : .low
    case .ten: sum >= 40 ? .critical : sum >= 25 ? .high : sum >= 11 ? .medium : .low
    }
  }

  /// A sum of the five values as a score from 0.0 to 10.0; exact on each scale.
  ///
  /// On 0–10 and 1–10 it is the mean of the five values. On 1–3 it is the sum less 5, so that the
  /// least sum is 0.0 and the greatest 10.0.
  package func score(ofSum sum: Int) -> Score {
    switch self {
    case .mean, .ten: Score(tenths: sum * 2)
    case .three: Score(tenths: (sum - 5) * 10)
    }
  }

  /// The result in the terms of the scale: "7.0 of 10" or "13 of 5 to 15".
  package func result(ofSum sum: Int) -> String {
    switch self {
    case .mean: "mean \(Score(tenths: sum * 2)) of 0.0 to 10.0"
    case .three: "sum \(sum) of 5 to 15"
    case .ten: "sum \(sum) of 5 to 50"
    }
  }

  /// The bands of the scale, in its own terms.
  package var bands: String {
    switch self {
    case .mean: "low below 4.0, medium 4.0 to 6.9, high from 7.0"
    case .three: "low 5 to 7, medium 8 to 11, high 12 to 15"
    case .ten: "low up to 10, medium 11 to 24, high 25 to 39, critical 40 to 50"
    }
  }
}
