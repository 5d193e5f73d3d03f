// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The fields of `product_status`, and what each says.
enum CSAFStatus {
  case affected
  /// Where a row of affected versions begins or ends.
  case firstAffected
  case lastAffected
  case notAffected
  case fixed
  /// What one should update to.
  case recommended
  case underInvestigation
  /// The issuer does not know.
  case unknown

  /// Whether it says where a vulnerability is not.
  var isHarmless: Bool {
    switch self {
    case .notAffected, .fixed, .recommended: true
    case .affected, .firstAffected, .lastAffected, .underInvestigation, .unknown: false
    }
  }
}

/// For each item, where rows of affected versions begin and end.
struct CSAFRowEnds {
  private(set) var rows:
    [Int: (clauses: [VersionRange.Clause], basis: MatchBasis, product: String)] = [:]

  mutating func add(
    _ product: CSAFProduct, _ id: String, _ match: Inventory.Match, isLast: Bool
  ) {
    guard case .exact(let version)? = (product.range ?? product.named?.range)?.clauses.first
    else { return }
    let clause = VersionRange.Clause.bound(isLast ? .lessOrEqual : .moreOrEqual, version)
    rows[match.item, default: ([], match.basis, id)].clauses.append(clause)
  }
}

/// Items that are earlier than what is repaired, where nothing says which versions are affected: advisories of
/// distributions name the repaired packages alone, and mean all before them. A single affected version says
/// nothing of one between itself and the repair.
struct CSAFRepairedAlone {
  private var order: [(match: Inventory.Match, product: String)] = []
  private var spoken: Set<Int> = []

  /// - Parameter distance: of the item from the one version that the product names, before it (-1) or after (1);
  ///   nil where it names none other than the item's.
  mutating func add(
    _ match: Inventory.Match, _ status: CSAFStatus, _ product: String, distance: Int?
  ) {
    switch status {
    case .fixed, .recommended:
      if distance == -1 { order.append((match, product)) } else { spoken.insert(match.item) }
    case .affected where distance == 1: break
    case .affected, .firstAffected, .lastAffected, .notAffected, .underInvestigation, .unknown:
      spoken.insert(match.item)
    }
  }

  /// One of each item.
  var earlier: [(match: Inventory.Match, product: String)] {
    order.filter { !spoken.contains($0.match.item) }
  }
}
