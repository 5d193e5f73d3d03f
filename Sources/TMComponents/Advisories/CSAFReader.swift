// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads CSAF 2.0: advisories of a supplier, and VEX documents.
///
/// What a supplier says of a product is where a vulnerability applies; only a document of the category
/// `csaf_vex` is somebody's assessment of the product at hand.
struct CSAFReader {
  let inventory: Inventory

  /// The fields of `product_status`, and what each says.
  private enum Status {
    case affected
    case notAffected
    case fixed
    case underInvestigation
  }

  func sightings(in document: JSONDocument) throws(DocumentFault) -> [Sighting] {
    var found: [Sighting] = []
    for root in document.roots {
      let isVEX = try root.field("document")?.text("category") == "csaf_vex"
      let tree = try CSAFProductTree(root)
      for vulnerability in try root.list("vulnerabilities") {
        try add(vulnerability.opened(), tree, isVEX, to: &found)
      }
    }
    return found
  }

  private struct Match {
    let item: Int
    let basis: MatchBasis
    let judgement: Judgement
    let status: Status
    let product: String
  }

  private func add(
    _ vulnerability: JSONValue, _ tree: CSAFProductTree, _ isVEX: Bool, to found: inout [Sighting]
  ) throws(DocumentFault) {
    var ids = [try vulnerability.text("cve")].compactMap { $0 }
    for other in try vulnerability.list("ids") {
      if let id = try other.text("text") { ids.append(id) }
    }
    let title = try title(of: vulnerability)
    guard let first = ids.first ?? title else { return }
    if ids.isEmpty { ids = [first] }
    let matches = try matches(vulnerability, tree)
    for match in Self.deciding(matches, isVEX) {
      let products = Set(matches.filter { $0.item == match.item }.map(\.product))
      var sighting = Sighting(
        item: match.item, ids: ids, judgement: match.judgement, basis: match.basis)
      sighting.title = title
      sighting.scores = try scores(of: vulnerability, products)
      sighting.weaknesses =
        [WeaknessNumber.of(try vulnerability.field("cwe")?.text("id"))].compactMap { $0 }
      sighting.fixedIn = matches.filter { $0.item == match.item && $0.status == .fixed }
        .compactMap { tree.products[$0.product]?.spans?.first?.from }
      if isVEX || match.status == .underInvestigation {
        sighting.statement = try statement(match, vulnerability)
      }
      found.append(sighting)
    }
  }

  private func matches(
    _ vulnerability: JSONValue, _ tree: CSAFProductTree
  ) throws(DocumentFault) -> [Match] {
    guard let status = try vulnerability.field("product_status") else { return [] }
    let groups: [(Status, [String])] = [
      (.affected, try status.texts("known_affected")),
      (.affected, try status.texts("first_affected")),
      (.affected, try status.texts("last_affected")),
      (.underInvestigation, try status.texts("under_investigation")),
      (.notAffected, try status.texts("known_not_affected")),
      (.fixed, try status.texts("fixed")),
      (.fixed, try status.texts("first_fixed")),
    ]
    var matches: [Match] = []
    for (status, products) in groups {
      for id in products {
        guard let product = tree.products[id] else { continue }
        for (item, basis) in items(for: product) {
          let judgement = judge(product, inventory.items[item])
          matches.append(
            Match(item: item, basis: basis, judgement: judgement, status: status, product: id))
        }
      }
    }
    return matches
  }

  /// For each item the match that counts: what is said of its very version, the gravest first.
  private static func deciding(_ matches: [Match], _ isVEX: Bool) -> [Match] {
    var order: [Int] = []
    var best: [Int: Match] = [:]
    for match in matches where match.judgement != .unaffected {
      if let known = best[match.item] {
        if match.judgement > known.judgement { best[match.item] = match }
      } else {
        order.append(match.item)
        best[match.item] = match
      }
    }
    return order.compactMap { best[$0] }.filter { match in
      // A supplier's word that a version is not affected is as good as a version out of range.
      isVEX || match.status == .affected || match.status == .underInvestigation
    }
  }

  private func items(for product: CSAFProduct) -> [(Int, MatchBasis)] {
    var found: [(Int, MatchBasis)] = []
    let ways: [(MatchBasis, [String])] = [
      (.purl, product.purls.map { ItemIndex.key($0) }),
      (.cpe, product.cpes.map { ItemIndex.key($0) }),
      // A name is looked at only where nothing surer is given.
      (
        .name,
        product.purls.isEmpty && product.cpes.isEmpty
          ? product.names.map { ItemIndex.nameKey($0) } : []
      ),
    ]
    for (basis, keys) in ways {
      for item in keys.flatMap({ inventory.index[$0] })
      where !found.contains(where: { $0.0 == item }) {
        if basis == .cpe, !agrees(product, item) { continue }
        found.append((item, basis))
      }
    }
    return found
  }

  private func agrees(_ product: CSAFProduct, _ item: Int) -> Bool {
    inventory.items[item].cpes.contains { own in product.cpes.contains { own.agrees(with: $0) } }
  }

  private func judge(_ product: CSAFProduct, _ item: SoftwareItem) -> Judgement {
    guard let spans = product.spans else { return .unknown }
    return spans.judge(item.versions, .general)
  }

  private func title(of vulnerability: JSONValue) throws(DocumentFault) -> String? {
    if let title = try vulnerability.text("title") { return ShortTitle.of(title) }
    for note in try vulnerability.list("notes") {
      switch try note.text("category") {
      case "summary", "description": return ShortTitle.of(try note.text("text"))
      default: continue
      }
    }
    return nil
  }

  private func scores(
    of vulnerability: JSONValue, _ products: Set<String>
  ) throws(DocumentFault) -> [PublishedScore] {
    var scores: [PublishedScore] = []
    for score in try vulnerability.list("scores") {
      let named = try score.texts("products")
      guard named.isEmpty || named.contains(where: products.contains) else { continue }
      for data in [
        try score.field("cvss_v4"), try score.field("cvss_v3"), try score.field("cvss_v2"),
      ] {
        guard let data,
          let published = PublishedScore(
            vector: try data.text("vectorString"), score: try data.number("baseScore"),
            severity: try data.text("baseSeverity")), !scores.contains(published)
        else { continue }
        scores.append(published)
      }
    }
    return scores
  }

  private func statement(
    _ match: Match, _ vulnerability: JSONValue
  ) throws(DocumentFault) -> Statement {
    var justification: String?
    for flag in try vulnerability.list("flags") where try names(flag, match.product) {
      justification = try flag.text("label")
    }
    var detail: String?
    for threat in try vulnerability.list("threats")
    where try threat.text("category") == "impact" {
      if try names(threat, match.product) { detail = try threat.text("details") }
    }
    let state: Statement.State =
      switch match.status {
      case .affected: .affected
      case .notAffected: .notAffected
      case .fixed: .fixed
      case .underInvestigation: .underInvestigation
      }
    return Statement(state: state, justification: justification, detail: detail)
  }

  /// Whether something is said of a product; what names none is said of all.
  private func names(_ value: JSONValue, _ product: String) throws(DocumentFault) -> Bool {
    let products = try value.texts("product_ids")
    return products.isEmpty || products.contains(product)
  }
}
