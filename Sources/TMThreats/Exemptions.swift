// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What the policies of a model do not ask, where, and why.
package struct Exemptions: Sendable {
  /// One `exempt` of a policy.
  package struct Exemption: Sendable {
    package let entity: EntityID
    /// The threat templates and rules that it is about.
    package let names: [String]
    /// Where it holds; everywhere where it is empty.
    package let conditions: [Condition]
    /// The day on which it expires.
    package let until: CalendarDate?
    package let isOutside: Bool

    /// Whether it was given until a day before this one.
    package func hasEnded(on day: CalendarDate) -> Bool { until.map { $0 < day } ?? false }
  }

  /// In source order.
  package let all: [Exemption]
  private let authority: PolicyAuthority
  private let evaluator: Evaluator
  private let day: CalendarDate?

  /// - Parameter day: the day on which one may have ended; nil where every one holds.
  package init(_ model: Model, on day: CalendarDate? = nil) {
    self.day = day
    let authority = PolicyAuthority(model)
    self.authority = authority
    evaluator = Evaluator(model)
    all = model.all(.exempt).map { id in
      Exemption(
        entity: id, names: model.words(id, .from), conditions: model.conditions(id, .where),
        until: model.date(id, .until), isOutside: authority.isOutside(id))
    }
  }

  package var isEmpty: Bool { all.isEmpty }

  /// The exemption that keeps a threat template from asking about a subject.
  package func exemption(fromTemplate names: [String], for subject: Subject) -> Exemption? {
    all.first { exemption in
      (!authority.isPresent || exemption.isOutside)
        && exemption.names.contains(where: names.contains)
        && !(day.map(exemption.hasEnded) ?? false) && holds(exemption, subject)
    }
  }

  /// The exemption that keeps a rule from finding something at a declaration on a day.
  package func exemption(
    fromRule name: String, at id: EntityID, on today: CalendarDate
  ) -> Exemption? {
    all.first { exemption in
      (!authority.governs(name) || exemption.isOutside) && exemption.names.contains(name)
        && !exemption.hasEnded(on: today) && holds(exemption, Subject(id))
    }
  }

  private func holds(_ exemption: Exemption, _ subject: Subject) -> Bool {
    exemption.conditions.isEmpty
      || exemption.conditions.contains { evaluator.holds($0, for: subject) }
  }
}
