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

/// What of the files could not be looked at, to be said rather than passed over.
package struct Remarks: Sendable {
  /// Entries by an ecosystem that no purl stands for.
  var unmapped: [String: Int] = [:]
  /// Ids of products that a CSAF document gives a status and no product tree has.
  var productsNowhere: Set<String> = []
  /// Entries of the NVD that name no product.
  var unenriched = 0
  /// Files of a folder that are none of the formats.
  package var passedOver: [String] = []

  mutating func join(_ other: Remarks) {
    unmapped.merge(other.unmapped, uniquingKeysWith: +)
    productsNowhere.formUnion(other.productsNowhere)
    unenriched += other.unenriched
    passedOver += other.passedOver
  }

  /// One sentence each, in a fixed order.
  package var sentences: [String] {
    var sentences = unmapped.keys.sorted().map { name in
      let count = unmapped[name] ?? 0
      let text = JSONText.shortened(name, to: 60)
      return "\(count) \(count == 1 ? "entry names a package" : "entries name packages") of the "
        + "ecosystem `\(text)`, which no purl stands for: compared by name alone"
    }
    if !productsNowhere.isEmpty {
      let count = productsNowhere.count
      let shown = productsNowhere.sorted().prefix(3).map { "`\(JSONText.shortened($0, to: 60))`" }
        .joined(separator: ", ")
      let more = count > 3 ? " and \(count - 3) more" : ""
      sentences.append(
        "nothing was compared with \(count == 1 ? "the product" : "the products") \(shown)\(more): a CSAF "
          + "document gives \(count == 1 ? "it" : "them") a status, and no product tree says what "
          + "\(count == 1 ? "it is" : "they are")")
    }
    if unenriched > 0 {
      sentences.append(
        "\(unenriched) \(unenriched == 1 ? "entry of the NVD names" : "entries of the NVD name") no product, so "
          + "nothing was compared with them: the NVD enriches only a part; the CVE records have what "
          + "the makers say")
    }
    if !passedOver.isEmpty {
      let shown = passedOver.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      let more = passedOver.count > 5 ? " and \(passedOver.count - 5) more" : ""
      sentences.append("not read, since they are no JSON: \(shown)\(more)")
    }
    return sentences
  }
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
