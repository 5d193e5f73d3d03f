// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A vector of a scheme other than CVSS: questions answered in points.
package protocol RatingVector: Hashable, Sendable {
  var scheme: ScoringScheme { get }
  var score: Score { get }
  var severity: SeverityBand { get }
  /// How easily the threat is carried out.
  var exploitability: ExploitabilityLevel { get }
  /// The canonical text.
  var text: String { get }
  /// The scheme's own results, before they become a score, such as ("likelihood", "4.875 medium").
  var results: [(name: String, text: String)] { get }
  /// Each question with its answer, in the order of the scheme.
  var ratings: [RatedMetric] { get }
  /// What a reader has to know about the scheme, in sentences.
  var notes: [String] { get }
}

/// One question of a scheme with its answer.
package struct RatedMetric: Hashable, Sendable {
  /// As a vector writes it.
  package let name: String
  package let title: String
  package let points: Int
  /// What is asked, or what the points mean.
  package let meaning: String
}

extension DreadVector: RatingVector {
  package var scheme: ScoringScheme { .dread }

  package var text: String { description }

  /// The answer to `E` in thirds of its scale.
  package var exploitability: ExploitabilityLevel {
    let values = scale.values
    return ExploitabilityLevel(
      subscore: self[.exploitability] - values.lowerBound,
      of: values.upperBound - values.lowerBound, isUnproven: false)
  }

  package var results: [(name: String, text: String)] {
    [
      ("scale", "\(scale.rawValue), \(scale.bands)"), ("result", result),
    ]
  }

  package var ratings: [RatedMetric] {
    DreadMetric.allCases.map {
      RatedMetric(name: $0.rawValue, title: $0.title, points: self[$0], meaning: $0.question)
    }
  }

  package var notes: [String] { [Self.discoverabilityNote, Self.originNote] }

  private static let originNote =
    "DREAD has no agreed scale or bands: say in the risk management plan what the values mean"
}

extension OwaspVector: RatingVector {
  package var scheme: ScoringScheme { .owasp }

  package var text: String { description }

  /// The level of the likelihood, which asks for nothing but the attacker and the weakness.
  package var exploitability: ExploitabilityLevel {
    switch likelihood.level {
    case .low: .low
    case .medium: .medium
    case .high: .high
    }
  }

  package var results: [(name: String, text: String)] {
    var results = [("likelihood", Self.text(likelihood))]
    if let technicalImpact { results.append(("technical impact", Self.text(technicalImpact))) }
    if let businessImpact { results.append(("business impact", Self.text(businessImpact))) }
    results.append(("overall severity", overallSeverity.rawValue))
    return results
  }

  package var ratings: [RatedMetric] {
    OwaspFactor.allCases.compactMap { factor in
      guard let points = self[factor] else { return nil }
      let meaning = factor.values.first { $0.points == points }?.meaning ?? ""
      return RatedMetric(
        name: factor.rawValue, title: factor.title, points: points, meaning: meaning)
    }
  }

  package var notes: [String] {
    let preferred =
      businessImpact == nil || technicalImpact == nil
      ? [] : ["the business impact counts where it is rated, not the technical one"]
    return preferred + [
      "likelihood here is a judgement of the attacker and the weakness, no probability: for a "
        + "medical device rate exploitability"
    ]
  }

  private static func text(_ mean: OwaspMean) -> String {
    "\(mean) \(mean.level.rawValue)"
  }
}
