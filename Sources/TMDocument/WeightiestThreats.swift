// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMThreats

/// The threats that a first page names one by one: each asks another question, at another place as far as
/// there are such, since five ways through one connection, or one question asked of five, are one thing to
/// decide.
struct WeightiestThreats {
  /// A threat, and how many others ask the same question at other places.
  struct Entry {
    let threat: AssessedThreat
    let others: Int
  }

  let entries: [Entry]

  /// Of all that can lead to harm the worst harm first, where any can; else the most urgent first.
  init(_ threats: [AssessedThreat], _ model: Model, limit: Int) {
    let dangerous = threats.filter { !$0.hazards.isEmpty }
    let ordered = (dangerous.isEmpty ? threats : dangerous)
      .map { (urgency: ThreatUrgency($0, model), threat: $0) }
      .sorted {
        dangerous.isEmpty
          ? $0.urgency < $1.urgency : ThreatUrgency.isWorse($0.urgency, than: $1.urgency)
      }
    var firsts: [(urgency: ThreatUrgency, threat: AssessedThreat)] = []
    var counts: [String: Int] = [:]
    for member in ordered {
      let question = Self.question(member.threat)
      if counts[question] == nil { firsts.append(member) }
      counts[question, default: 0] += 1
    }
    var seen: Set<EntityID> = []
    let ranked = firsts.enumerated().map { place, member in
      let isRepeated = !seen.insert(member.threat.threat.about).inserted
      // What is accepted never stands before what is not.
      return (key: (member.urgency.group, isRepeated ? 1 : 0, place), threat: member.threat)
    }
    entries = ranked.sorted { $0.key < $1.key }.prefix(limit).map {
      Entry(threat: $0.threat, others: (counts[Self.question($0.threat)] ?? 1) - 1)
    }
  }

  /// What a threat asks: the same of both ways of a flow, and apart what is decided from what is not.
  private static func question(_ assessed: AssessedThreat) -> String {
    let threat = assessed.threat
    guard threat.template != nil else { return threat.id }
    let name = threat.name.hasSuffix("-reverse") ? String(threat.name.dropLast(8)) : threat.name
    return "\(name) \(threat.status.rawValue) \(assessed.isAcceptable == false)"
  }
}
