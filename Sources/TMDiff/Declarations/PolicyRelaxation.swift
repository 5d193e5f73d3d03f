// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Which of its words a policy asks less with than before, as far as the words alone tell.
///
/// A condition that became another one is not judged here: what it does to a threat is seen there.
enum PolicyRelaxation {
  /// - Parameters:
  ///   - properties: what is written differently, one row for each condition or severity.
  ///   - kept: the words that the new policy still has.
  ///   - templates: names that turn a threat off rather than a rule.
  static func words(
    in properties: [PropertyChange], kept: Set<String>, templates: Set<String>
  ) -> [String] {
    let names = Set(properties.map(\.name)).sorted()
    return names.filter { name in
      let rows = properties.filter { $0.name == name }
      switch Property(word: name) {
      // Fewer conditions accept fewer threats; without one, nothing is judged.
      case .accept: return !kept.contains(name)
      case .require, .approve:
        return rows.count { $0.new == nil } > rows.count { $0.old == nil }
      default: return !templates.contains(name) && rows.contains(where: isLighter)
      }
    }
  }

  /// Whether a rule weighs less than the policy said before, or is off now.
  private static func isLighter(_ change: PropertyChange) -> Bool {
    guard let new = change.new else { return false }
    guard let old = change.old else { return new == "off" }
    return rank(new) < rank(old)
  }

  private static func rank(_ severity: String) -> Int {
    switch Severity(rawValue: severity) {
    case .error: 3
    case .warning: 2
    case .note: 1
    case nil: 0
    }
  }
}
