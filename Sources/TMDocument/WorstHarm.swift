// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// The order in which ways to harm weigh: what the policy refuses and what is open first, then the worst
/// harm, several patients before one, and the score that counts now.
struct WorstHarm: Comparable {
  private let group: Int
  private let harm: Int
  private let patients: Int
  private let tenths: Int
  private let id: String

  init(_ assessed: AssessedThreat) {
    group =
      assessed.isAcceptable == false ? 0 : assessed.threat.status == .open ? 1 : 2
    harm = assessed.harmSeverity.flatMap(Vocabulary.harmSeverities.words.firstIndex) ?? -1
    patients = assessed.isMultiPatient && !assessed.hazards.isEmpty ? 1 : 0
    tenths = assessed.current?.score.tenths ?? -1
    id = assessed.threat.id
  }

  /// Threats by their weight, first the weightiest about each part of the system: five ways through one
  /// connection are one thing to decide.
  static func ways(_ threats: [AssessedThreat]) -> [AssessedThreat] {
    let ordered = threats.sorted { WorstHarm($0) < WorstHarm($1) }
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
    (left.group, -left.harm, -left.patients, -left.tenths, left.id)
      < (right.group, -right.harm, -right.patients, -right.tenths, right.id)
  }
}
