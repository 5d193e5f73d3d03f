// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMScoring
import TMThreats

/// How many risks there are of each kind.
struct RiskTally {
  let total: Int
  let acceptable: Int
  let unacceptable: Int
  /// Neither the one nor the other: the policy says nothing, or nobody rated what was answered.
  let unjudged: Int
  let rated: Int
  private let statuses: [ThreatStatus: Int]
  private let initial: [SeverityBand: Int]
  private let current: [SeverityBand: Int]

  init(_ risks: RiskRegister) {
    let threats = risks.threats
    total = threats.count
    acceptable = threats.count { $0.isAcceptable == true }
    unacceptable = threats.count { $0.isAcceptable == false }
    unjudged = total - acceptable - unacceptable
    rated = threats.count(where: \.isRated)
    statuses = Self.counts(threats.map(\.threat.status))
    initial = Self.counts(threats.compactMap { $0.initial?.severity })
    current = Self.counts(threats.compactMap { $0.current?.severity })
  }

  private static func counts<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
  }

  func count(_ status: ThreatStatus) -> Int { statuses[status] ?? 0 }

  /// The threats of a severity before measures.
  func initial(_ band: SeverityBand) -> Int { initial[band] ?? 0 }

  /// The threats of a severity now: after measures, or before them where the threat is open.
  func residual(_ band: SeverityBand) -> Int { current[band] ?? 0 }

  var worstInitial: SeverityBand? { initial.keys.max() }
  var worstResidual: SeverityBand? { current.keys.max() }
}
