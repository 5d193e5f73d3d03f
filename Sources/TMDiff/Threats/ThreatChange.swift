// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMScoring
import TMThreats

/// A threat as one of the two models has it.
package struct ThreatState: Sendable {
  package let id: String
  package let status: ThreatStatus
  /// The rating before measures.
  package let initial: Rating?
  package let residual: Rating?
  /// The rating that counts.
  package let current: Rating?
  package let exploitability: ExploitabilityLevel?
  /// The cell of the risk matrix that counts.
  package let risk: String?
  package let harmSeverity: String?
  package let isMultiPatient: Bool
  /// The place of the harm among all severities; -1 where it leads to none, one more than the worst
  /// where a hazard does not say.
  let harmRank: Int
  /// Whether the policy accepts what is left; nil where it says nothing.
  package let isAcceptable: Bool?
  /// Whether the date until which the decision holds is past.
  package let isExpired: Bool
  /// What was approved of it, as a word; nil where nobody wants an approval.
  package let approval: String?

  /// What it weighs: "7.4, high", "exploitability high", or nil where nobody rated it.
  package var weight: String? {
    current.map { "\($0.score), \($0.severity.rawValue)" }
      ?? exploitability.map { "exploitability \($0.rawValue)" }
  }
}

/// What became of one threat from one model to the next.
package struct ThreatChange: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// New and open, or open again.
    case opened
    /// Not there before, and answered already.
    case arrived
    /// Neither is open, and the status differs.
    case status
    /// The status is the same; a score, the harm or the acceptance differs.
    case rating
    /// Only what protects differs: something no longer does.
    case protection
    /// Only what it concerns differs: a risk that somebody took on concerns more.
    case reach
    /// Was open, and is answered.
    case closed
    /// No longer there.
    case gone
  }

  package let kind: Kind
  /// Nil where it was not there.
  package let old: ThreatState?
  /// Nil where it is no longer there.
  package let new: ThreatState?
  /// The sentence about it, as it reads now or read last.
  package let title: String
  /// The path of what it is about.
  package let about: String
  package let acceptance: AcceptanceChange?
  /// What protected it and no longer does, where nothing does it instead.
  package let lost: [String]
  /// What a risk that somebody took on concerns and did not before, by path.
  package let gained: [String]
  /// Why it is no longer asked, where it is gone and nothing that it is about is.
  package let silencing: Silencing?
  /// The position of the change that brings it about, where one is known.
  package let cause: Int?
  /// The ways in which risk grew by it, in the order of the cases.
  package let growth: [RiskGrowth]

  /// The id as it is now, or was last.
  package var id: String { new?.id ?? old?.id ?? "" }
}

/// Acceptance that no longer holds, or holds now.
package enum AcceptanceChange: String, CaseIterable, Sendable {
  /// The policy does not accept what is left.
  case refused
  /// The date of the decision is past.
  case expired
  /// Nobody accepts it any more: the decision is gone, or says open.
  case withdrawn
  /// It was accepted with a lower score.
  case outgrown
  /// The policy accepts it now.
  case gained

  /// Whether it held before and does not now.
  package var isLost: Bool {
    switch self {
    case .refused, .expired, .withdrawn, .outgrown: true
    case .gained: false
    }
  }
}
