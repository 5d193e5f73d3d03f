// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What a declaration says less of than before: of harm, of who is kept out, of evidence.
package struct Weakening: Hashable, Sendable {
  /// Properties that describe harm, or what something is worth, as less.
  package internal(set) var understated: [String] = []
  /// Properties by which more people can get at something.
  package internal(set) var exposed: [String] = []
  /// Properties that name less evidence.
  package internal(set) var evidence: [String] = []

  package static let none = Weakening()
}

/// Finds what two versions of one declaration say less of.
struct WeakeningFinder {
  let pairs: Correspondence

  /// - Parameter properties: what is written differently.
  func weakening(
    _ old: EntityID, _ new: EntityID, _ properties: [PropertyChange]
  ) -> Weakening {
    var found = Weakening()
    for change in properties {
      guard let property = Property(word: change.name) else { continue }
      if isUnderstated(property, change, old, new) { found.understated.append(change.name) }
      if isExposed(property, change) { found.exposed.append(change.name) }
      if isLessEvidence(property, change, old, new) { found.evidence.append(change.name) }
    }
    return found
  }

  /// A verification that passed and is gone, though what it verified is there still.
  func weakening(removing old: EntityID) -> Weakening {
    guard pairs.old[old].keyword == .verification, pairs.old.word(old, .status) == "passed" else {
      return .none
    }
    let users = (pairs.old.all(.control) + pairs.old.all(.requirement)).filter {
      pairs.old.references($0, .verifiedBy).contains(old)
    }
    let isMissed = users.contains { pairs.counterpart($0, from: .old) != nil }
    return isMissed ? Weakening(evidence: [Property.verifiedBy.word]) : .none
  }

  private func isUnderstated(
    _ property: Property, _ change: PropertyChange, _ old: EntityID, _ new: EntityID
  ) -> Bool {
    switch property {
    case .severity:
      guard pairs.new[new].keyword == .hazard else { return false }
      return isLower(change, Vocabulary.harmSeverities.words)
    case .multiPatient: return change.old == "yes"
    case .confidentiality, .integrity, .availability, .accountability:
      return isLower(change, Vocabulary.levels.words) || change.new == nil
    case .harm: return losesReference(property, old, new)
    default: return false
    }
  }

  private func isExposed(_ property: Property, _ change: PropertyChange) -> Bool {
    guard property == .access else { return false }
    return isLower(change, Vocabulary.access.words)
  }

  private func isLessEvidence(
    _ property: Property, _ change: PropertyChange, _ old: EntityID, _ new: EntityID
  ) -> Bool {
    switch (property, pairs.new[new].keyword) {
    case (.status, .verification): return change.old == "passed"
    case (.status, .control): return change.old == "verified"
    case (.status, .requirement):
      return isLower(change, Vocabulary.requirementStatuses.words) || change.new == nil
    case (.verifiedBy, _), (.satisfies, _): return losesReference(property, old, new)
    case (.approver, _): return change.new == nil || isSignedAsBefore(change, old, new)
    case (.support, _):
      return change.new == nil || isLower(change, Vocabulary.supportLevels.words.reversed())
    case (.endOfSupport, _):
      guard let before = pairs.old.date(old, property) else { return false }
      return pairs.new.date(new, property).map { $0 < before } ?? true
    default: return false
    }
  }

  /// Whether another name stands under what somebody signed, without a later date.
  private func isSignedAsBefore(
    _ change: PropertyChange, _ old: EntityID, _ new: EntityID
  ) -> Bool {
    guard change.old != nil, change.new != nil else { return false }
    guard let before = pairs.old.date(old, .date), let now = pairs.new.date(new, .date) else {
      return true
    }
    return now <= before
  }

  private func isLower(_ change: PropertyChange, _ words: [String]) -> Bool {
    guard let old = change.old.flatMap(words.firstIndex(of:)),
      let new = change.new.flatMap(words.firstIndex(of:))
    else { return false }
    return new < old
  }

  /// Whether something is no longer named that both models have.
  private func losesReference(_ property: Property, _ old: EntityID, _ new: EntityID) -> Bool {
    let named = pairs.new.references(new, property)
    return pairs.old.references(old, property).contains { before in
      guard let now = pairs.counterpart(before, from: .old) else { return false }
      return !named.contains(now)
    }
  }
}
