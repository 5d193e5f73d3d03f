// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// The order in which ways to harm weigh: what the policy refuses and what is open first, then the worst
/// harm, several patients before one, the score that counts now, and how exposed the place is.
struct WorstHarm: Comparable {
  private let group: Int
  private let harm: Int
  private let patients: Int
  private let tenths: Int
  private let exposure: Int
  private let id: String

  private init(_ assessed: AssessedThreat, _ model: Model) {
    group =
      assessed.isAcceptable == false ? 0 : assessed.threat.status == .open ? 1 : 2
    harm = assessed.harmSeverity.flatMap(Vocabulary.harmSeverities.words.firstIndex) ?? -1
    patients = assessed.isMultiPatient && !assessed.hazards.isEmpty ? 1 : 0
    tenths = assessed.current?.score.tenths ?? -1
    exposure = ThreatUrgency.exposure(of: assessed.threat, model)
    id = assessed.threat.id
  }

  /// Threats by their weight, the weightiest first.
  static func sorted(_ threats: [AssessedThreat], _ model: Model) -> [AssessedThreat] {
    threats.map { (weight: WorstHarm($0, model), threat: $0) }.sorted { $0.weight < $1.weight }
      .map(\.threat)
  }

  /// Threats by their weight, first the weightiest about each part of the system: five ways through one
  /// connection are one thing to decide.
  static func ways(_ threats: [AssessedThreat], _ model: Model) -> [AssessedThreat] {
    let ordered = sorted(threats, model)
    var seen: Set<EntityID> = []
    var (firsts, others): ([AssessedThreat], [AssessedThreat]) = ([], [])
    for assessed in ordered {
      if seen.insert(assessed.threat.about).inserted {
        firsts.append(assessed)
      } else {
        others.append(assessed)
      }
    }
    return firsts + others
  }

  static func < (left: Self, right: Self) -> Bool {
    let ranks = (left.group, -left.harm, -left.patients, -left.tenths, -left.exposure)
    let others = (right.group, -right.harm, -right.patients, -right.tenths, -right.exposure)
    return ranks == others ? left.id < right.id : ranks < others
  }
}
