// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A vector of any version of CVSS.
package protocol CVSSVector: Hashable, Sendable {
  var version: CVSSVersion { get }
  var selection: CVSSSelection { get }

  /// The one score that counts: the most specific group that is defined.
  var score: Score { get }

  /// The score of each group of metrics that is defined, base first; version 4.0 has one.
  var groupScores: [GroupScore] { get }

  /// How easily the threat is carried out.
  var exploitability: ExploitabilityLevel { get }

  /// The same vector with other values.
  func with(_ selection: CVSSSelection) -> Self
}

/// The score of one group of metrics.
package struct GroupScore: Equatable, Sendable {
  /// "base", "temporal", "environmental", or the nomenclature of version 4.0 such as "CVSS-BT".
  package let name: String
  package let score: Score
}

/// A metric with the value that a vector gives it.
package struct CVSSChoice: Sendable {
  /// Where the metric stands among the metrics of its version.
  package let slot: Int
  package let metric: CVSSMetric
  /// Nil for "not defined".
  package let value: CVSSMetric.Value?

  /// The value as a vector writes it.
  package func valueName(in version: CVSSVersion) -> String {
    value?.name ?? version.undefinedValue
  }
}

extension CVSSVector {
  package var severity: SeverityBand { SeverityBand(score, version.scheme) }

  /// The metrics that the vector writes, in the order of the specification.
  package var choices: [CVSSChoice] {
    version.metrics.enumerated().compactMap { slot, metric in
      guard selection.isGiven(slot) else { return nil }
      return CVSSChoice(
        slot: slot, metric: metric, value: selection[slot].map { metric.values[$0] })
    }
  }

  /// The canonical text: the prefix, and the metrics as given in the order of the specification.
  package var text: String {
    version.prefix
      + choices.map { "\($0.metric.name):\($0.valueName(in: version))" }.joined(separator: "/")
  }
}
