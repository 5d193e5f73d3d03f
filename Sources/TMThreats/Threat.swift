// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// One threat of the register.
package struct Threat: Sendable {
  /// `<path of what it is about>.<name>`; unchanged by moves and by changes of titles.
  package let id: String
  /// The last part of the id: the name of the general template where another one stands in for it,
  /// else of the template, or of the author's own threat.
  package let name: String
  /// The flow, element, interface or asset it is about, and of a two-way flow the direction.
  package let subject: Subject
  /// The category of its template, or the one that the author states.
  package let category: ThreatCategory
  /// `category`, then what it is called in the other methods that the model chooses.
  package let categories: [ThreatCategory]
  package internal(set) var status: ThreatStatus
  /// Why the status is what it is.
  package internal(set) var reason: Reason
  /// The controls that apply to it, those that are only planned included, by their paths.
  package internal(set) var controls: [EntityID]
  /// The declaration that triages it, or declares it where it is the author's own.
  package let triage: EntityID?
  /// The decisions that cover it, the one that counts first; each is overruled by the triage, and
  /// none covers a threat whose triage states a status.
  package internal(set) var decisions: [EntityID] = []
  /// The template whose words it has; nil for the author's own threats.
  package let template: ThreatTemplate?

  /// What decided the status of a threat.
  package enum Reason: Sendable {
    /// Nobody and nothing answered it yet.
    case unanswered
    /// The author decided.
    case triage
    /// A decision about several threats covers it.
    case decision(EntityID)
    /// A control that is in place answers it.
    case control(EntityID)
    /// A property answers it: the condition of the template that holds, by its index.
    case property(answer: Int)
  }

  package var about: EntityID { subject.entity }

  /// The threat as a triage of the same question decides it.
  func triaged(by triage: EntityID) -> Threat {
    Threat(
      id: id, name: name, subject: subject, category: category, categories: categories,
      status: .open, reason: .unanswered, controls: [], triage: triage, template: template)
  }

  /// What a condition can call it: its name, and of the way back also the name without `-reverse`.
  package var names: [String] {
    let suffix = "-reverse"
    guard subject.direction == .backwards, name.hasSuffix(suffix) else { return [name] }
    return [name, String(name.dropLast(suffix.count))]
  }

  /// The properties that it violates, each once, in the order of its categories.
  package var violatedProperties: [String] {
    var found: [String] = []
    for category in categories where !found.contains(category.violatedProperty) {
      found.append(category.violatedProperty)
    }
    return found
  }

  /// The declarations that rate and decide it: of a property, the first that states it counts.
  package var statements: [EntityID] {
    guard let decision = decisions.first else { return triage.map { [$0] } ?? [] }
    return triage.map { [$0, decision] } ?? [decision]
  }
}
