// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Why a threat is in the register, or why it is not.
package struct Explanation: Sendable {
  /// The id with the shortest path of what it is about.
  package let id: String
  package let subject: Subject
  /// Nil for a threat of the author's own, and for a template that is turned off.
  package let template: ThreatTemplate?
  package let verdict: Verdict
  /// The name of the general template whose place the template takes.
  package let replaced: String?
  /// The clauses of the template's condition.
  package let clauses: [ClauseTrace]
  /// The properties that can answer it, in the order of the template.
  package let answers: [Answer]
  /// The controls that apply to it.
  package let controls: [AppliedControl]
  /// The controls that stand there for it, and do not answer it.
  package let faults: [FaultyControl]

  package enum Verdict: Sendable {
    case listed(Threat)
    case absent(Absence)
  }

  /// What keeps a template from having a threat here.
  package enum Absence: Sendable {
    /// A policy turns the template off.
    case turnedOff(template: EntityID, policy: SourceRange)
    /// An exemption of a policy covers it.
    case exempt(EntityID)
    /// The template is about other kinds of things.
    case otherKind
    /// `in-scope: no` takes out what it would be about.
    case outOfScope
    /// The model does not choose a method that the template belongs to.
    case otherMethod(chosen: [Method])
    /// It is listed under the id of the general template that it replaces.
    case listedAs(id: String)
    /// Its condition holds, but none of the templates that it replaces has a threat here.
    case nothingToReplace(names: [String])
    /// Another flow between the same elements has it already: its id.
    case repeated(id: String)
    /// It is asked about the flow whose connection it runs over.
    case sharedPath(EntityID)
    /// Another threat says the same under another method: its name.
    case merged(cover: String)
    /// Its flow goes one way, so there is no way back.
    case oneWayOnly
    /// The template speaks of both directions of a flow at once.
    case bothWaysAtOnce
    /// Its condition does not hold.
    case condition
  }

  /// A condition of `answered-by`.
  package struct Answer: Sendable {
    package let range: SourceRange
    package let holds: Bool
    package let clauses: [ClauseTrace]
  }

  /// A control with what keeps it from answering.
  package struct FaultyControl: Sendable {
    package let entity: EntityID
    package let fault: ControlFault
  }

  /// A control with how far it is.
  package struct AppliedControl: Sendable {
    package let entity: EntityID
    /// The word of its `status`; nil where it has none.
    package let status: String?
    package let isInPlace: Bool
  }
}

/// What can be said about an id of a threat.
package enum ExplanationResult: Sendable {
  case found(Explanation)
  /// The id has no part before a dot that could name something.
  case malformed
  /// Nothing in the model bears the name before the last dot.
  case unknownSubject(String, suggestions: [String])
  /// Several things bear that name: their paths.
  case ambiguousSubject(String, paths: [String])
  /// There is neither a template nor a triage of that name.
  case unknownThreat(String, subject: EntityID, suggestions: [String], names: [String])
}
