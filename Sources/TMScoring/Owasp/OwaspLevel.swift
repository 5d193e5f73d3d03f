// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A level of likelihood or impact in the OWASP Risk Rating Methodology: 0 to below 3, to below 6,
/// and to 9.
package enum OwaspLevel: String, CaseIterable, Sendable, Comparable {
  case low
  case medium
  case high

  package static func < (left: OwaspLevel, right: OwaspLevel) -> Bool { left.rank < right.rank }

  /// 0 to 2.
  var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  fileprivate init(_ mean: OwaspMean) {
    self =
      mean.sum < 3 * mean.count ? .low : mean.sum < 6 * mean.count ? .medium : .high
  }
}

/// The mean of some factors, as an exact fraction.
package struct OwaspMean: Hashable, Sendable, CustomStringConvertible {
  /// The points of all factors.
  package let sum: Int
  /// How many factors there are: 8 for likelihood, 4 for an impact.
  package let count: Int

  package var level: OwaspLevel { OwaspLevel(self) }

  /// With three decimals, which are exact for eighths and quarters: "4.375".
  package var description: String {
    let thousandths = sum * 1000 / count
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// How far the mean is into its level, as a fraction: the points from where the level begins, over
  /// the points of a whole level.
  var progress: (points: Int, of: Int) { (sum - 3 * count * level.rank, 3 * count) }
}

/// The overall severity of the OWASP Risk Rating Methodology.
package enum OwaspSeverity: String, CaseIterable, Sendable {
  case note
  case low
  case medium
  case high
  case critical

  /// The cell of the methodology's matrix.
  package init(likelihood: OwaspLevel, impact: OwaspLevel) {
    // Each step of either raises the severity by one: Note at low and low, Critical at high and high.
    self = Self.allCases[likelihood.rank + impact.rank]
  }

  /// The band, in the words that all schemes share; a Note is none.
  package var band: SeverityBand {
    switch self {
    case .note: .none
    case .low: .low
    case .medium: .medium
    case .high: .high
    case .critical: .critical
    }
  }

  /// The scores of the severity, in tenths: those of the same word in CVSS 3, 0.0 for a Note.
  var tenths: ClosedRange<Int> {
    switch self {
    case .note: 0...0
    case .low: 1...39
    case .medium: 40...69
    case .high: 70...89
    case .critical: 90...100
    }
  }
}
