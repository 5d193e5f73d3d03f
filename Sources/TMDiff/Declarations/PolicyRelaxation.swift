// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
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
  ///   - severities: how gravely rules find, stated or not.
  static func words(
    in properties: [PropertyChange], kept: Set<String>, templates: Set<String>,
    _ severities: SeverityComparison
  ) -> [String] {
    let names = Set(properties.map(\.name)).sorted()
    return names.filter { name in
      let rows = properties.filter { $0.name == name }
      switch Property(word: name) {
      // Fewer conditions accept fewer threats; without one, nothing is judged.
      case .accept: return !kept.contains(name)
      case .require, .approve:
        return rows.count { $0.new == nil } > rows.count { $0.old == nil }
      default: return !templates.contains(name) && rows.contains(where: severities.isLighter)
      }
    }
  }
}

/// How gravely the rules find on both sides, stated by a policy or not.
struct SeverityComparison {
  /// By the name of the rule; one that is off is left out.
  let old: [String: Severity]
  let new: [String: Severity]

  /// Whether a rule weighs less than before, or is off now: by what the policies say, and where one says
  /// nothing, by what the rule has of itself.
  func isLighter(_ change: PropertyChange) -> Bool {
    let before = change.old.map(Self.rank) ?? old[change.name].map { Self.rank($0.rawValue) }
    let after = change.new.map(Self.rank) ?? new[change.name].map { Self.rank($0.rawValue) }
    guard let before else { return change.new == "off" }
    guard let after else { return false }
    return after < before
  }

  /// Whether a rule of a model's own weighs less than it did.
  func isLighter(_ model: Model, _ id: EntityID, _ former: Model, _ before: EntityID) -> Bool {
    guard model[id].keyword == .rule else { return false }
    let now = model.word(id, .severity) ?? Severity.warning.rawValue
    let then = former.word(before, .severity) ?? Severity.warning.rawValue
    return Self.rank(now) < Self.rank(then)
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
