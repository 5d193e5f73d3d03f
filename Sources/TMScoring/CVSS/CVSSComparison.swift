// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What lies between two vectors of one version: what a measure bought.
package struct CVSSComparison: Sendable {
  /// A metric that the vectors value differently.
  package struct Change: Sendable {
    package let metric: CVSSMetric
    /// Nil for "not defined", as in `after`.
    package let before: CVSSMetric.Value?
    package let after: CVSSMetric.Value?
    /// How the score before changes if this metric alone changes; nil for a supplemental metric.
    package let alone: ScoreDifference?
  }

  /// From the score before to the score after: negative if the measure helps.
  package let difference: ScoreDifference
  /// In the order of the specification.
  package let changes: [Change]

  /// Nil for vectors of two versions, whose scores cannot be subtracted.
  package init?(_ before: any CVSSVector, _ after: any CVSSVector) {
    guard before.version == after.version else { return nil }
    self.init(before: before, after: after)
  }

  private init(before: some CVSSVector, after: any CVSSVector) {
    difference = ScoreDifference(tenths: after.score.tenths - before.score.tenths)
    changes = before.version.metrics.enumerated().compactMap { slot, metric in
      let (old, new) = (before.selection[slot], after.selection[slot])
      guard old != new else { return nil }
      var selection = before.selection
      selection[slot] = new
      let tenths = before.with(selection).score.tenths - before.score.tenths
      return Change(
        metric: metric, before: old.map { metric.values[$0] }, after: new.map { metric.values[$0] },
        alone: metric.group == .supplemental ? nil : ScoreDifference(tenths: tenths))
    }
  }
}
