// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats

/// The threats of each declaration by status, for badges.
struct ThreatTally {
  private var counts: [EntityID: [ThreatStatus: Int]] = [:]
  /// The flows with a threat that its author declared open: a gap that is known.
  private(set) var knownGaps: Set<EntityID> = []

  init(_ model: Model, _ register: ThreatRegister) {
    for threat in register.threats {
      let owner =
        model[threat.about].keyword == .interface
        ? model[threat.about].parent ?? threat.about : threat.about
      counts[owner, default: [:]][threat.status, default: 0] += 1
      guard threat.status == .open else { continue }
      switch threat.reason {
      case .triage, .decision, .refused: knownGaps.insert(threat.about)
      case .unanswered, .control, .property, .unapproved, .expired: break
      }
    }
  }

  /// How many threats some declarations have together in their worst status.
  func badge(_ ids: some Sequence<EntityID>) -> ThreatBadge? {
    var total: [ThreatStatus: Int] = [:]
    for id in ids { total.merge(counts[id] ?? [:], uniquingKeysWith: +) }
    let worst = ThreatStatus.allCases.filter { total[$0] != nil }.max { $0.urgency < $1.urgency }
    guard let worst, let count = total[worst],
      let status = ThreatBadge.Status(rawValue: worst.rawValue)
    else { return nil }
    return ThreatBadge(count: count, worst: status)
  }

  /// The number of threats of some declarations, and of those that are open.
  func totals(_ ids: some Sequence<EntityID>) -> (all: Int, open: Int) {
    var all = 0
    var open = 0
    for id in ids {
      for (status, count) in counts[id] ?? [:] {
        all += count
        if status == .open { open += count }
      }
    }
    return (all, open)
  }
}
