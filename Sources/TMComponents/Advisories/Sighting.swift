// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring

/// A score that a source gives a vulnerability.
package struct PublishedScore: Hashable, Sendable {
  /// The vector as written, or nil where only a number or word is given.
  package let vector: String?
  /// What the vector comes to, or the number that the source states where it is no vector of ours.
  package let score: Score?
  package let severity: SeverityBand?

  init?(vector: String?, score: Double?, severity: String?) {
    let vector = vector.flatMap { $0.isEmpty ? nil : $0 }
    let parsed = vector.flatMap { try? ScoreVector(parsing: $0).cvss }
    let stated = score.flatMap { 0...10 ~= $0 ? Score(tenths: Int(($0 * 10).rounded())) : nil }
    self.vector = vector
    self.score = parsed?.score ?? stated
    self.severity =
      parsed?.severity ?? severity.flatMap(Self.band) ?? stated.map { SeverityBand($0, .cvss31) }
    if self.vector == nil, self.score == nil, self.severity == nil { return nil }
  }

  private static func band(_ word: String) -> SeverityBand? {
    switch word.lowercased() {
    case "moderate": .medium
    case "important": .high
    case "informational", "info": SeverityBand.none
    case let word: SeverityBand(rawValue: word)
    }
  }
}

/// What somebody says about the effect of a vulnerability on a product (VEX).
package struct Statement: Sendable {
  /// The four states that VEX documents share.
  package enum State: String, CaseIterable, Sendable {
    case affected
    case notAffected = "not_affected"
    case fixed
    case underInvestigation = "under_investigation"
  }

  package let state: State
  /// How much it leaves to do, the more the graver.
  var gravity: Int {
    switch state {
    case .notAffected: 0
    case .fixed: 1
    case .affected: 2
    case .underInvestigation: 3
    }
  }

  /// Why it is not affected, as the source says it: `component_not_present`, for example.
  package let justification: String?
  package let detail: String?
  /// What it lacks to be one that counts: it calls something not affected, and does not say why.
  let lack: String?

  /// - Parameter missing: what the standard wants of a statement that something is not affected, for a
  ///   sentence; nil where its versions say it.
  init(
    state: State, justification: String?, detail: String?, missing: String?
  ) {
    (self.state, self.justification, self.detail) = (state, justification, detail)
    let isJustified = justification.map { VEXJustification(word: $0) != nil } ?? false
    let isExplained = detail.map { !$0.givesNoReason } ?? false
    lack =
      if let missing, state == .notAffected, !isJustified, !isExplained {
        "a statement calls it not affected without \(missing), so it does not count"
      } else { nil }
  }
}

/// A vulnerability that a file names, and one item that it is about.
struct Sighting: Sendable {
  let item: Int
  /// The ids of the vulnerability in this file, the main one first.
  var ids: [String]
  /// Advisories that name it among others, and what a source calls related: no other ids of it.
  var mentions: [String] = []
  var title: String?
  var scores: [PublishedScore] = []
  var weaknesses: [Int] = []
  let judgement: Judgement
  let basis: MatchBasis
  var statement: Statement?
  /// Whether it closes what others say, and is nothing to be listed by itself.
  var isOnlyStatement = false
  /// Which of the files given it stands in; those of one folder are one.
  var file = 0
  /// The versions in which it is fixed.
  var fixedIn: [String] = []
  var exploited: KnownExploited.Entry?
  /// Since when the record does not count any more.
  var withdrawal: Withdrawal?
}

/// The day from which on a record does not count any more.
struct Withdrawal: Sendable {
  /// As `2026-01-31`, to be compared as text.
  private let day: String

  /// Nil where the text is no time, so that nothing was withdrawn.
  init?(_ text: String?) {
    guard let text else { return nil }
    let day = text.prefix(10)
    let marks = day.enumerated().allSatisfy { place, sign in
      place == 4 || place == 7 ? sign == "-" : sign.isASCII && sign.isNumber
    }
    guard day.count == 10, marks else { return nil }
    self.day = String(day)
  }

  func holds(on today: String) -> Bool { day <= today }
}

/// What somebody says of the product as a whole.
struct ProductStatement: Sendable {
  let ids: [String]
  let statement: Statement
  var file = 0
}

/// What a file says: of items, and of the product.
struct Sightings: Sendable {
  var items: [Sighting] = []
  var product: [ProductStatement] = []
  var remarks = Remarks()
}

/// A title for a list: one line, not the whole story.
enum ShortTitle {
  private static let limit = 160

  static func of(_ text: String?) -> String? {
    guard let text, let line = text.split(whereSeparator: \.isNewline).first else { return nil }
    return JSONText.shortened(String(line), to: limit)
  }
}

/// The number of a weakness: 79 of `CWE-79`.
enum WeaknessNumber {
  static func of(_ text: String?) -> Int? {
    guard let text, text.uppercased().hasPrefix("CWE-") else { return nil }
    return Int(text.dropFirst(4))
  }
}
