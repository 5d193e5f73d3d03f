// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What one record says of the items that it may mean.
struct RecordMatches {
  private struct Tally {
    let basis: MatchBasis
    var sure: Judgement?
    /// What is said of packages of which nobody knows whether they are the one.
    var unsure: [Judgement] = []
    var fixedIn: [String] = []
  }

  private var order: [Int] = []
  private var tallies: [Int: Tally] = [:]

  mutating func add(_ match: Inventory.Match, _ judgement: Judgement, fixedIn: [String] = []) {
    if tallies[match.item] == nil { order.append(match.item) }
    var tally = tallies[match.item] ?? Tally(basis: match.basis)
    defer { tallies[match.item] = tally }
    switch match.agreement {
    case .same: tally.sure = max(tally.sure ?? .unaffected, judgement)
    case .unclear:
      // Whose product it is, is more than a release: a name of another supplier decides nothing.
      let isRelease = match.basis == .purl
      tally.unsure.append(isRelease ? judgement : min(judgement, .unknown))
    case .different: return
    }
    tally.fixedIn += fixedIn
  }

  /// The items that are, or may be, affected, in the order in which they came.
  var found: [(item: Int, basis: MatchBasis, judgement: Judgement, fixedIn: [String])] {
    order.compactMap { item in
      guard let tally = tallies[item] else { return nil }
      var judgement = tally.sure ?? .unaffected
      if let most = tally.unsure.max(), let least = tally.unsure.min() {
        // Where all releases agree it does not matter which one is meant.
        judgement = max(judgement, most == least ? most : .unknown)
      }
      return judgement == .unaffected ? nil : (item, tally.basis, judgement, tally.fixedIn)
    }
  }
}
