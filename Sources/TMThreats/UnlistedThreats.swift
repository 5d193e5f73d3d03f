// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What a register does not list, and why.
extension ThreatRegister {
  package struct StaleTriage: Sendable {
    package let entity: EntityID
    /// The names of the threats that what it stands in has.
    package let names: [String]
    /// The name of the threat that says the same under another method, if that is why it is stale.
    package let cover: String?
    /// The id of the threat about something else that asks now what it answers, if there is one.
    package internal(set) var successor: String?
  }

  /// A threat that is not listed, because another one says the same.
  package struct MergedThreat: Sendable {
    package let subject: Subject
    package let name: String
    /// The name of the one that is listed, about the same subject.
    package let cover: String
  }

  /// A threat that is not listed, because an exemption of a policy covers it.
  package struct ExemptedThreat: Sendable {
    package let subject: Subject
    package let name: String
    package let exemption: EntityID
    /// The day until which it is left out.
    package let until: CalendarDate?
  }

  /// Whether something is left out of it by an exemption that ended before a day.
  package func isSilenced(beyond day: CalendarDate) -> Bool {
    exempted.contains { $0.until.map { $0 < day } ?? false }
  }

  /// Ids that would ask what another flow between the same elements is asked already.
  package var repeatedIDs: Set<String> { Set(repeated.keys) }
}
