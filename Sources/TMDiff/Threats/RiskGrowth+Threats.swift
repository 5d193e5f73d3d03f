// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMScoring
import TMThreats

extension AcceptanceChange {
  /// Nil where acceptance is as it was, or there was none to lose.
  init?(from old: ThreatState?, to new: ThreatState?) {
    guard let old, let new else { return nil }
    let wasRefused = old.isAcceptable == false || old.isExpired
    if wasRefused {
      let isAcceptedNow = new.isAcceptable == true || old.isExpired && new.isAcceptable == nil
      guard isAcceptedNow, !new.isExpired, new.status != .open || new.isAcceptable == true else {
        return nil
      }
      self = .gained
      return
    }
    guard old.isTakenOn || old.isAcceptable == true else { return nil }
    if new.isExpired {
      self = .expired
    } else if old.isTakenOn, new.status == .open, new.isAcceptable != true {
      self = .withdrawn
    } else if new.isAcceptable == false {
      self = .refused
    } else if old.isTakenOn, new.isTakenOn, new.isAcceptable == nil,
      Rating.rose(from: old.current, to: new.current)
    {
      self = .outgrown
    } else {
      return nil
    }
  }
}

extension RiskGrowth {
  /// The ways in which a threat makes risk grow.
  static func growth(
    from old: ThreatState?, to new: ThreatState?, _ kind: ThreatChange.Kind,
    _ acceptance: AcceptanceChange?, lost: [String], gained: [String], _ silencing: Silencing?,
    isUnderstated: Bool
  ) -> [RiskGrowth] {
    guard let new else {
      guard let silencing, old?.isLivedWith == true else { return [] }
      return silencing.isByDescription ? [.unasked] : [.silenced]
    }
    guard let old else {
      return kind == .opened ? [.opened] : new.isTakenOn ? [.takenOn] : []
    }
    var found: [RiskGrowth] = []
    switch kind {
    case .opened: found.append(.opened)
    case .status where new.status.urgency > old.status.urgency: found.append(.worseStatus)
    case .closed, .status:
      // A word closes nothing that the policy refuses.
      if !new.isAnswered, new.isAcceptable == false, !old.isTakenOn { found.append(.takenOn) }
    case .arrived, .rating, .protection, .reach, .gone: break
    }
    // What was open and is answered weighs less, whatever its scores.
    if kind != .closed, new.scoresRose(since: old) { found.append(.higherScore) }
    if kind != .closed,
      new.harmRank > old.harmRank || new.isMultiPatient && !old.isMultiPatient
    {
      found.append(.worseHarm)
    }
    if isUnderstated { found.append(.understated) }
    if acceptance?.isLost == true { found.append(.lostAcceptance) }
    if !lost.isEmpty { found.append(.lostProtection) }
    if !gained.isEmpty { found.append(.wider) }
    if acceptance == .gained, !old.isExpired, old.weighsAs(new) { found.append(.relaxedPolicy) }
    return found
  }
}

extension ThreatState {
  /// Whether somebody lives with the risk, or has others live with it.
  fileprivate var isTakenOn: Bool { status == .accepted || status == .transferred }

  /// Whether something that is done keeps it from happening, rather than a word.
  fileprivate var isAnswered: Bool { status == .mitigated || status == .open }

  /// Whether it was open, or something had to hold so that it was not: a control, or somebody who takes it on.
  fileprivate var isLivedWith: Bool {
    switch status {
    case .open, .accepted, .transferred, .mitigated: true
    case .avoided, .notApplicable: false
    }
  }

  /// Whether the threat itself is as it was, whatever a policy says of it.
  fileprivate func weighsAs(_ other: ThreatState) -> Bool {
    status == other.status && initial?.text == other.initial?.text
      && residual?.text == other.residual?.text && current?.text == other.current?.text
      && exploitability == other.exploitability && risk == other.risk && harmRank == other.harmRank
  }

  fileprivate func scoresRose(since old: ThreatState) -> Bool {
    let levels = ExploitabilityLevel.allCases
    let exploitabilityRose =
      if let before = old.exploitability, let after = exploitability {
        (levels.firstIndex(of: after) ?? 0) > (levels.firstIndex(of: before) ?? 0)
      } else { false }
    return Rating.rose(from: old.initial, to: initial)
      || Rating.rose(from: old.residual, to: residual)
      || Rating.rose(from: old.current, to: current) || exploitabilityRose
  }
}

extension ThreatState {
  /// Whether one of the scores is lower than it was, of the same scheme.
  func scoresFell(since old: ThreatState) -> Bool {
    Rating.rose(from: initial, to: old.initial) || Rating.rose(from: residual, to: old.residual)
      || Rating.rose(from: current, to: old.current)
  }
}

extension Rating {
  /// Whether one score is higher than another of the same scheme; scores of two are not comparable.
  fileprivate static func rose(from old: Rating?, to new: Rating?) -> Bool {
    guard let old, let new, old.scheme == new.scheme else { return false }
    return new.score > old.score
  }
}
