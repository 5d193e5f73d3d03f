// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// One threat of the register.
package struct Threat: Sendable {
  /// `<path of what it is about>.<name>`; unchanged by moves and by changes of titles.
  package let id: String
  /// The last part of the id: the name of the template, or of the author's own threat.
  package let name: String
  /// The flow, element, interface or asset it is about, and of a two-way flow the direction.
  package let subject: Subject
  package let category: ThreatCategory
  package let status: ThreatStatus
  /// Why the status is what it is.
  package let reason: Reason
  /// The controls that apply to it, those that are only planned included, by their paths.
  package let controls: [EntityID]
  /// The declaration that triages it, or declares it where it is the author's own.
  package let triage: EntityID?
  /// Nil for the author's own threats.
  package let template: ThreatTemplate?

  /// What decided the status of a threat.
  package enum Reason: Sendable {
    /// Nobody and nothing answered it yet.
    case unanswered
    /// The author decided.
    case triage
    /// A control that is in place answers it.
    case control(EntityID)
    /// A property answers it: the condition of the template that holds, by its index.
    case property(answer: Int)
  }

  package var about: EntityID { subject.entity }
}
