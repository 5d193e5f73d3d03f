// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The worst status that a threat of an element has, and how many threats are in it.
package struct ThreatBadge: Hashable, Sendable {
  /// The state of a threat, worst first.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case open
    case accepted
    case transferred
    case mitigated
    case avoided
    case notApplicable = "not-applicable"

    /// The word of the language, as a reader says it.
    var words: String {
      switch self {
      case .open, .accepted, .transferred, .mitigated, .avoided: rawValue
      case .notApplicable: "not applicable"
      }
    }
  }

  /// The threats in the worst status alone.
  package let count: Int
  package let worst: Status

  package init(count: Int, worst: Status) {
    self.count = count
    self.worst = worst
  }

  /// The count as it is painted; four digits would not fit. The sign of a legend counts nothing.
  var text: String { count > 999 ? "999+" : count == 0 ? "" : String(count) }

  /// What the badge says, for legend and screen reader: "3 threats mitigated, none worse".
  var words: String {
    let threats = count == 1 ? "1 threat" : count == 0 ? "threats" : "\(count) threats"
    switch worst {
    case .open: return "\(threats) open"
    case .accepted, .transferred, .mitigated, .avoided, .notApplicable:
      return "\(threats) \(worst.words), none worse"
    }
  }
}
