// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What became of a threat.
package enum ThreatStatus: String, CaseIterable, Sendable {
  case open
  case mitigated
  case accepted
  case transferred
  case avoided
  case notApplicable = "not-applicable"

  /// How much attention the status asks for: 0 for none.
  package var urgency: Int {
    switch self {
    case .open: 5
    case .accepted: 4
    case .transferred: 3
    case .mitigated: 2
    case .avoided: 1
    case .notApplicable: 0
    }
  }
}
