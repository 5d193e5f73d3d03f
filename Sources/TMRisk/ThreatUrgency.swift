// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSyntax
import TMThreats

/// How early a threat has to be looked at, in every list alike: what is open and not accepted first, then
/// what is left and not accepted; in each group by the score that counts now, and what is not scored by the
/// worst harm, several patients before one, the level of what is attacked, and how exposed the place is.
///
/// It only orders; nothing is rated by it.
package struct ThreatUrgency: Comparable, Sendable {
  /// Whether somebody still has to decide: it is open, or what is left of it is not acceptable, and
  /// nobody weighed the benefit against it.
  package let isPressing: Bool
  /// The group: 0 for what is open and not accepted.
  private let rank: Int
  private let score: Double?
  /// From 0 for none to the number of severities; one that is not known counts as the worst.
  private let harm: Int
  private let patients: Int
  private let level: Int
  private let exposure: Int
  private let id: String

  package init(_ assessed: AssessedThreat, _ model: Model) {
    let threat = assessed.threat
    let isOpen = threat.status == .open
    let isUnacceptable = assessed.isAcceptable == false
    isPressing =
      isOpen && assessed.isAcceptable != true || isUnacceptable && !assessed.isWeighed
    rank =
      isPressing
      ? (isOpen ? 0 : 1)
      : isUnacceptable ? 2 : 3 + ThreatStatus.open.urgency - threat.status.urgency
    score = assessed.current?.score.value
    let words = Vocabulary.harmSeverities.words
    let worst = assessed.harmSeverity.flatMap { words.firstIndex(of: $0) } ?? words.count - 1
    harm = assessed.hazards.isEmpty ? 0 : worst + 1
    patients = assessed.isMultiPatient && !assessed.hazards.isEmpty ? 1 : 0
    level = AttackedLevel(model).level(of: threat)
    exposure = Self.exposure(of: threat, model)
    id = threat.id
  }

  /// Threats by their urgency, the most urgent first.
  package static func sorted(_ threats: [AssessedThreat], _ model: Model) -> [AssessedThreat] {
    threats.map { (urgency: ThreatUrgency($0, model), threat: $0) }
      .sorted { $0.urgency < $1.urgency }.map(\.threat)
  }

  /// How exposed the place of a threat is: boundaries crossed, and one more for a radio, a port or an end outside.
  private static func exposure(of threat: Threat, _ model: Model) -> Int {
    let about = threat.about
    if let flow = model.graph.flow(about) {
      let ends = [flow.source, flow.target]
      return model.graph.crossings(of: flow).count + (model.isWireless(flow: about) ? 1 : 0)
        + (ends.contains { model[$0].keyword == .external } ? 1 : 0)
    }
    switch model[about].keyword {
    case .interface: return model.isWireless(interface: about) ? 3 : 2
    case .external: return 1
    default: return 0
    }
  }

  /// The more urgent one is the lesser.
  package static func < (one: Self, other: Self) -> Bool {
    if one.rank != other.rank { return one.rank < other.rank }
    switch (one.score, other.score) {
    case (let first?, let second?) where first != second: return first > second
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    let weights = (one.harm, one.patients, one.level, one.exposure)
    let others = (other.harm, other.patients, other.level, other.exposure)
    return weights == others ? one.id < other.id : weights > others
  }

  /// Whether the one leads to the worse harm, of those that somebody has to decide about first, whatever
  /// their scores are.
  package static func isWorse(_ one: Self, than other: Self) -> Bool {
    if one.group != other.group { return one.group < other.group }
    let weights = (one.harm, one.patients)
    let others = (other.harm, other.patients)
    return weights == others ? one < other : weights > others
  }

  /// 0 for what somebody still has to decide, 1 for what else is not acceptable, 2 for the rest.
  package var group: Int { min(max(rank - 1, 0), 2) }
}
