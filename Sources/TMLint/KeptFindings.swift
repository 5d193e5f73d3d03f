// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// What rules found that read names alone, kept for the next text.
///
/// Most letters that somebody types belong to a title or a text; such a rule then finds what it found, at places
/// that moved with the letters.
package struct KeptFindings: Sendable {
  /// What one rule found, with what excuses took away of it.
  package struct OfRule: Sendable {
    package internal(set) var reported: [Diagnostic] = []
    var excused: [Diagnostic] = []
    /// The excuses that it needed, by their places in the model.
    var excuses: Set<Int> = []

    /// The same in a later text; nil where a place is gone.
    func moved(_ places: MovedPlaces) -> OfRule? {
      let found = reported.compactMap(places.moved)
      let taken = excused.compactMap(places.moved)
      guard found.count == reported.count, taken.count == excused.count else { return nil }
      return OfRule(reported: found, excused: taken, excuses: excuses)
    }
  }

  private let register: ThreatRegister
  private let model: Model
  private let today: CalendarDate
  private var rules: [String: OfRule] = [:]

  init(_ model: Model, _ register: ThreatRegister, today: CalendarDate) {
    self.model = model
    self.register = register
    self.today = today
  }

  mutating func keep(_ found: OfRule, of rule: String) { rules[rule] = found }

  /// What the rules find in a later text, on the same day, by their names; of a rule that has to look again nothing.
  package func found(in later: Model, today: CalendarDate) -> [String: OfRule] {
    guard today == self.today, register.holds(for: later),
      let places = MovedPlaces(from: model, to: later)
    else { return [:] }
    return rules.compactMapValues { $0.moved(places) }
  }
}
