// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How many threats an element has, and how the worst of them stands.
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

  package let count: Int
  package let worst: Status

  package init(count: Int, worst: Status) {
    self.count = count
    self.worst = worst
  }

  /// The count as it is painted; four digits would not fit.
  var text: String { count > 999 ? "999+" : String(count) }

  /// One sentence for a screen reader.
  var words: String {
    count == 1 ? "1 threat, \(worst.words)." : "\(count) threats, worst status \(worst.words)."
  }
}
