// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the risk weighs that a finding is about: the worst one of several.
package struct RatedRisk: Hashable, Sendable {
  /// From 0.0 to 10.0.
  package let score: Double
  package let severity: Severity

  /// The words of CVSS for a score that is not zero.
  package enum Severity: String, CaseIterable, Sendable {
    case low
    case medium
    case high
    case critical
  }

  package init(score: Double, severity: Severity) {
    self.score = score
    self.severity = severity
  }
}
