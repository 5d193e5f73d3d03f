// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What one metric adds to the score of a vector.
package struct MetricContribution: Sendable {
  package let choice: CVSSChoice
  /// The most harmless value of the metric.
  package let harmless: CVSSMetric.Value
  /// The score of the vector with the metric at its most harmless value and all others as they are.
  package let scoreWithout: Score
  /// By how much the score falls then; negative if it rises.
  package let fall: ScoreDifference
}

extension CVSSVector {
  /// What each metric that the vector defines adds to its score, in the order of the specification.
  ///
  /// The contributions do not add up to the score: metrics multiply. A base metric that a modified
  /// one overrides adds nothing.
  package var contributions: [MetricContribution] {
    choices.compactMap { choice in
      guard choice.value != nil, choice.metric.group != .supplemental else { return nil }
      let last = choice.metric.values.count - 1
      var changed = selection
      changed[choice.slot] = last
      let without = with(changed).score
      return MetricContribution(
        choice: choice, harmless: choice.metric.values[last], scoreWithout: without,
        fall: ScoreDifference(tenths: score.tenths - without.tenths))
    }
  }
}
