// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the risk weighs that a finding is about: of several the worst in each respect.
package struct RatedRisk: Hashable, Sendable {
  /// From 0.0 to 10.0; nil where nobody rated it by a score.
  package let score: Double?
  /// Nil with the score.
  package let severity: Severity?
  /// The worst harm that it can lead to; nil where it leads to none, or nobody said.
  package let harm: Harm?

  /// The words of CVSS for a score that is not zero.
  package enum Severity: String, CaseIterable, Sendable, Comparable {
    case low
    case medium
    case high
    case critical

    private var rank: Int {
      switch self {
      case .low: 0
      case .medium: 1
      case .high: 2
      case .critical: 3
      }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// The worst harm of a hazard.
  package struct Harm: Hashable, Sendable {
    /// The word of the model; nil where the hazard does not say.
    package let severity: String?
    /// Its place among the words, the worse the greater; what nobody says may be the worst.
    package let rank: Int
    package let isMultiPatient: Bool

    package init(severity: String?, rank: Int, isMultiPatient: Bool) {
      (self.severity, self.rank, self.isMultiPatient) = (severity, rank, isMultiPatient)
    }

    /// Whether it is worse than another in any respect.
    package func isWorse(than other: Harm?) -> Bool {
      guard let other else { return true }
      return rank > other.rank || isMultiPatient && !other.isMultiPatient
    }
  }

  package init(score: Double?, severity: Severity?, harm: Harm? = nil) {
    (self.score, self.severity, self.harm) = (score, severity, harm)
  }

  /// Whether it weighs more than another: its band is higher, or its harm is worse.
  package func isWorse(than other: RatedRisk) -> Bool {
    if let severity, other.severity.map({ severity > $0 }) ?? true { return true }
    return harm?.isWorse(than: other.harm) ?? false
  }

  /// The worst of two, in each respect.
  package func joined(with other: RatedRisk) -> RatedRisk {
    let isHigher = (other.score ?? -1) > (score ?? -1)
    let harms = [harm, other.harm].compactMap { $0 }
    let worst = harms.max { $0.rank < $1.rank }.map { worst in
      Harm(
        severity: worst.severity, rank: worst.rank,
        isMultiPatient: harms.contains(where: \.isMultiPatient))
    }
    return RatedRisk(
      score: isHigher ? other.score : score,
      severity: [severity, other.severity].compactMap { $0 }.max(),
      harm: worst)
  }
}
