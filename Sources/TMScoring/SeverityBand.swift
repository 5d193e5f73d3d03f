// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How severe a score is, in words.
package enum SeverityBand: String, CaseIterable, Sendable, Comparable {
  case none
  case low
  case medium
  case high
  case critical

  package static func < (left: SeverityBand, right: SeverityBand) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .none: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }
}
