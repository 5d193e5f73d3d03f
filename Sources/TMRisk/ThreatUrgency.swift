// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSyntax
import TMThreats

/// How early a threat has to be looked at: open and not acceptable ones first, then by their score;
/// unrated ones by the worst harm, then by how exposed they are.
///
/// It only orders; nothing is rated by it.
package struct ThreatUrgency: Comparable, Sendable {
  /// Whether somebody still has to decide: it is open, or what is left of it is not acceptable, and
  /// nobody weighed the benefit against it.
  package let isPressing: Bool
  private let isOpen: Bool
  private let isUnacceptable: Bool
  private let score: Double?
  /// From 0 for none to the number of severities; one that is not known counts as the worst.
  private let harm: Int
  /// Boundaries crossed, and one more for a radio, a port or an end outside of the system.
  private let exposure: Int
  private let id: String

  package init(_ assessed: AssessedThreat, _ model: Model) {
    let threat = assessed.threat
    isOpen = threat.status == .open
    isUnacceptable = assessed.isAcceptable == false
    isPressing =
      isOpen && assessed.isAcceptable != true || isUnacceptable && !assessed.isWeighed
    score = assessed.current?.score.value
    let words = Vocabulary.harmSeverities.words
    let worst = assessed.harmSeverity.flatMap { words.firstIndex(of: $0) } ?? words.count - 1
    harm = assessed.hazards.isEmpty ? 0 : worst + 1
    exposure = Self.exposure(of: threat, model)
    id = threat.id
  }

  /// How exposed the place of a threat is: boundaries crossed, and one more for a radio, a port or an end outside.
  package static func exposure(of threat: Threat, _ model: Model) -> Int {
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
    if one.harm != other.harm { return one.harm > other.harm }
    if one.exposure != other.exposure { return one.exposure > other.exposure }
    return one.id < other.id
  }

  private var rank: Int {
    if isPressing { return isOpen ? 0 : 1 }
    return isOpen ? 2 : 3
  }
}
