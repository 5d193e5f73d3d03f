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
  /// The flow and direction that its sentence speaks of, where it is asked once for a connection and
  /// concerns one thing that goes over it; nil for what `subject` says.
  package let spoken: Subject?
  /// The category of its template, or the one that the author states.
  package let category: ThreatCategory
  /// `category`, then what it is called in the other methods that the model chooses.
  package let categories: [ThreatCategory]
  package internal(set) var status: ThreatStatus
  /// Why the status is what it is.
  package internal(set) var reason: Reason
  /// The controls that apply to it, those that are only planned included, by their paths.
  package internal(set) var controls: [EntityID]
  /// The controls that its triage or decision names and that do not answer it, by their paths.
  package internal(set) var idleControls: [EntityID] = []
  /// The declaration that triages it, or declares it where it is the author's own.
  package internal(set) var triage: EntityID?
  /// The decisions that cover it, the one that counts first; each is overruled by the triage, and
  /// none covers a threat whose triage states a status.
  package internal(set) var decisions: [EntityID] = []
  /// Whether its sentence, which names one end alone, holds of this flow and not of another one, where the
  /// same question is answered otherwise.
  package internal(set) var isOfOneFlow = false
  /// What it was called before its template got another name.
  package let formerNames: [String]
  /// The template whose words it has; nil for the author's own threats.
  package let template: ThreatTemplate?
  /// The general template in whose place that one stands here; nil where it stands for itself.
  package let general: ThreatTemplate?

  /// What decided the status of a threat.
  package enum Reason: Sendable {
    /// Nobody and nothing answered it yet.
    case unanswered
    /// This triage or decision calls it mitigated, and nothing that it names does it, or not applicable
    /// or avoided without a reason; so it is open.
    case refused(EntityID, as: ThreatStatus)
    /// It was decided, as this status, and nobody approved that as it stands; so it is open.
    case unapproved(ThreatStatus)
    /// It was decided, as this status, until a day that is past; so it is open.
    case expired(ThreatStatus, until: CalendarDate)
    /// The author decided.
    case triage
    /// A decision about several threats covers it.
    case decision(EntityID)
    /// A control that is in place answers it.
    case control(EntityID)
    /// A property answers it: the condition of the template that holds, by its index.
    case property(answer: Int)
  }

  /// The same threat as one that is open, because nobody approved what it was decided to be.
  package func withoutApproval() -> Threat {
    var threat = self
    (threat.status, threat.reason) = (.open, .unapproved(status))
    return threat
  }

  /// The same threat as one that is open, because what was decided holds no longer.
  package func withExpiredDecision(since until: CalendarDate) -> Threat {
    var threat = self
    (threat.status, threat.reason) = (.open, .expired(status, until: until))
    return threat
  }

  package var about: EntityID { subject.entity }

  /// The threat as a triage of the same question decides it.
  func triaged(by triage: EntityID) -> Threat {
    var threat = self
    (threat.status, threat.reason, threat.controls) = (.open, .unanswered, [])
    threat.triage = triage
    return threat
  }

  /// What a condition can call it: its name, of the way back also the name without `-reverse`, the
  /// former names of its template, and the name of the one that stands in for it.
  package var names: [String] {
    let suffix = "-reverse"
    guard subject.direction == .backwards, name.hasSuffix(suffix) else {
      return [name] + formerNames
    }
    return [name, String(name.dropLast(suffix.count))] + formerNames
  }

  /// Whether what answers it has to name it, or to be named by it: an own threat, a special attack.
  package var isSpecial: Bool { template?.isSpecial ?? true }

  /// The status that somebody claims for it in vain: it is open.
  package var refusedClaim: ThreatStatus? {
    guard case .refused(_, let claim) = reason else { return nil }
    return claim
  }

  /// Why it was decided as it is: the first text of its triage or decision that says something, and
  /// more than the name or title of the threat.
  package func rationale(in model: Model) -> String? {
    statements.lazy.compactMap { model.text($0, .because) }.first { text in
      !text.givesNoReason && !text.says(name)
        && !(triage.flatMap { model.ownTitle($0) }.map(text.says) ?? false)
    }
  }

  /// The properties that it violates, each once, in the order of its categories.
  package var violatedProperties: [String] {
    var found: [String] = []
    for property in categories.compactMap(\.violatedProperty) where !found.contains(property) {
      found.append(property)
    }
    return found
  }

  /// The declarations that rate and decide it: of a property, the first that states it counts.
  package var statements: [EntityID] {
    guard let decision = decisions.first else { return triage.map { [$0] } ?? [] }
    return triage.map { [$0, decision] } ?? [decision]
  }
}
