// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads CSAF 2.0 and 2.1: advisories of a supplier, and VEX documents.
///
/// What a supplier says of a product is where a vulnerability applies; only a document of the category
/// `csaf_vex` is somebody's assessment of the product at hand.
struct CSAFReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      let isVEX = try root.field("document")?.text("category")?.lowercased() == "csaf_vex"
      let tree = try CSAFProductTree(root)
      let own = try root.field("document")?.field("tracking")?.text("id")
      let all = try root.list("vulnerabilities")
      if all.isEmpty { found.remarks.add(.empty, own ?? "", at: root) }
      for vulnerability in all {
        try add(vulnerability.opened(), tree, isVEX, document: own, to: &found)
      }
    }
    return found
  }

  private typealias Status = CSAFStatus

  private struct Match {
    let item: Int
    let basis: MatchBasis
    let judgement: Judgement
    let status: Status
    let product: String
  }

  private func add(
    _ vulnerability: JSONValue, _ tree: CSAFProductTree, _ isVEX: Bool, document: String?,
    to found: inout Sightings
  ) throws(DocumentFault) {
    var ids = [try vulnerability.text("cve")].compactMap { $0 }
    for other in try vulnerability.list("ids") {
      if let id = try other.text("text") { ids.append(id) }
    }
    let title = try title(of: vulnerability)
    // What has no id of its own goes by that of the document.
    guard let first = ids.first ?? title ?? document else {
      throw DocumentFault(
        "a vulnerability has neither `cve` nor `ids`", at: vulnerability.offset,
        help: "CSAF requires one of them; add it")
    }
    if ids.isEmpty { ids = [first] }
    let groups = try groups(of: vulnerability)
    if groups.allSatisfy(\.1.isEmpty) { found.remarks.add(.nameless, first, at: vulnerability) }
    for (_, products) in groups {
      for id in products {
        let isKnown = tree.products(of: id)?.allSatisfy { tree.products[$0] != nil } ?? false
        if !isKnown { found.remarks.productsNowhere.insert(id) }
      }
    }
    let matches = try matches(vulnerability, tree, isVEX)
    for match in Self.deciding(matches, isVEX) {
      let products = Set(matches.filter { $0.item == match.item }.map(\.product))
      var sighting = Sighting(
        item: match.item, ids: ids, judgement: match.judgement, basis: match.basis)
      sighting.title = title
      sighting.scores = try scores(of: vulnerability, products)
      sighting.weaknesses = try weaknesses(of: vulnerability)
      sighting.fixedIn = matches.filter {
        $0.item == match.item && ($0.status == .fixed || $0.status == .recommended)
      }
      .compactMap { tree.products[$0.product]?.version }
      if isVEX || match.status == .underInvestigation {
        let statement = try statement(match.status, match.product, vulnerability, tree)
        // Whether what is harmless is this one has to be certain.
        if !match.status.isHarmless || match.judgement == .affected {
          sighting.statement = statement
        }
      }
      found.items.append(sighting)
    }
    if isVEX { try addProduct(vulnerability, ids, tree, to: &found) }
  }

  /// What a VEX document says of the product that the bill of materials is of.
  private func addProduct(
    _ vulnerability: JSONValue, _ ids: [String], _ tree: CSAFProductTree,
    to found: inout Sightings
  ) throws(DocumentFault) {
    for (status, products) in try groups(of: vulnerability) {
      for id in products.flatMap({ tree.products(of: $0) ?? [] }) {
        guard let product = tree.products[id], isProduct(product),
          let statement = try statement(status, id, vulnerability, tree)
        else { continue }
        found.product.append(ProductStatement(ids: ids, statement: statement))
      }
    }
  }

  private func isProduct(_ product: CSAFProduct) -> Bool {
    product.purls.contains(where: inventory.isProduct(purl:))
      || product.cpes.contains(where: inventory.isProduct(cpe:))
      || product.purls.isEmpty && product.cpes.isEmpty
        && product.names.contains { inventory.isProduct(name: $0, version: product.version) }
  }

  private func groups(
    of vulnerability: JSONValue
  ) throws(DocumentFault) -> [(Status, [String])] {
    guard let status = try vulnerability.field("product_status") else { return [] }
    return [
      (.affected, try status.texts("known_affected")),
      (.firstAffected, try status.texts("first_affected")),
      (.lastAffected, try status.texts("last_affected")),
      (.underInvestigation, try status.texts("under_investigation")),
      (.unknown, try status.texts("unknown")),
      (.notAffected, try status.texts("known_not_affected")),
      (.fixed, try status.texts("fixed")),
      (.fixed, try status.texts("first_fixed")),
      // What one should update to; some suppliers write nothing else.
      (.recommended, try status.texts("recommended")),
    ]
  }

  private func matches(
    _ vulnerability: JSONValue, _ tree: CSAFProductTree, _ isVEX: Bool
  ) throws(DocumentFault) -> [Match] {
    var matches: [Match] = []
    var ends = CSAFRowEnds()
    var repaired = CSAFRepairedAlone()
    for (status, products) in try groups(of: vulnerability) {
      for id in products.flatMap({ tree.products(of: $0) ?? [] }) {
        guard let product = tree.products[id] else { continue }
        for match in items(for: product) {
          let isHarmless = status.isHarmless
          var judgement = judge(product, match, coversAll: isHarmless)
          // In a VEX document, what names no version speaks of them all.
          if isVEX, !product.saysVersion, product.range == nil, judgement == .unknown {
            judgement = .affected
          }
          if match.agreement == .unclear, isHarmless || match.basis != .purl {
            judgement = min(judgement, .unknown)
          }
          let item = inventory.items[match.item]
          if isHarmless, match.isNarrower || isVEX && !match.mayClear(item, of: product.vendor) {
            judgement = min(judgement, .unknown)
          }
          if status == .firstAffected || status == .lastAffected {
            ends.add(product, id, match, isLast: status == .lastAffected)
          }
          if status == .unknown { judgement = min(judgement, .unknown) }
          if isVEX, status == .recommended { continue }
          let other = judgement == .unaffected ? distance(match, from: product) : nil
          repaired.add(match, status, id, distance: other)
          matches.append(
            Match(
              item: match.item, basis: match.basis, judgement: judgement, status: status,
              product: id))
        }
        if !status.isHarmless { matches += indirectMatches(of: product, id, status) }
      }
    }
    for (match, id) in repaired.earlier {
      matches.append(
        Match(
          item: match.item, basis: match.basis, judgement: .unknown, status: .unknown, product: id)
      )
    }
    // What lies between the ends of a row is probably affected, but nobody says so.
    for (item, row) in ends.rows.sorted(by: { $0.key < $1.key }) {
      let range = VersionRange(row.clauses)
      let judgement = range.judge(inventory.items[item].versions, .upstream)
      matches.append(
        Match(
          item: item, basis: row.basis, judgement: min(judgement, .unknown), status: .affected,
          product: row.product))
    }
    return matches
  }

  /// The items that a product runs on or is a part of: whether what a part has is in the whole, only the maker of
  /// the whole can tell.
  private func indirectMatches(
    of product: CSAFProduct, _ id: String, _ status: Status
  ) -> [Match] {
    let named = product.hosts.map { ($0, product) } + product.wholes.map { ($0, $0) }
    return named.flatMap { named, judged in
      items(for: named).map { match in
        Match(
          item: match.item, basis: match.basis,
          judgement: min(judge(judged, match, coversAll: false), .unknown), status: status,
          product: id)
      }
    }
  }

  /// Whether an item has a version before (-1) or after (1) the one version of a product; nil where it names
  /// none, or the two cannot be compared.
  private func distance(_ match: Inventory.Match, from product: CSAFProduct) -> Int? {
    guard case .exact(let version)? = (product.range ?? product.named?.range)?.clauses.first
    else { return nil }
    let item = inventory.items[match.item]
    let purl = product.purls.first { purl in item.purls.contains { $0.key == purl.key } }
    let order = purl.map { VersionOrder(purlType: $0.type) } ?? .upstream
    let versions = purl.map(item.versions(for:)) ?? item.versions
    return versions.compactMap { order.compare($0, version) }.min()?.signum()
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
      switch match.status {
      case .affected, .firstAffected, .lastAffected, .underInvestigation, .unknown: true
      case .notAffected, .fixed: isVEX
      case .recommended: false
      }
    }
  }

  private func items(for product: CSAFProduct) -> [Inventory.Match] {
    var found: [Inventory.Match] = []
    var candidates = product.purls.flatMap { inventory.matches(purl: $0) }
    candidates += product.cpes.flatMap { inventory.matches(cpe: $0) }
    candidates += product.hashes.flatMap { inventory.matches(hash: $0) }
    // A name is looked at only where nothing surer is given, or where nothing surer is declared.
    let isSure = !product.purls.isEmpty || !product.cpes.isEmpty
    for name in product.names + [product.named?.name].compactMap({ $0 }) {
      candidates += named(name, by: product.vendor).filter { match in
        let item = inventory.items[match.item]
        return !isSure
          || (product.purls.isEmpty || item.purls.isEmpty)
            && (product.cpes.isEmpty || item.cpes.isEmpty)
      }
    }
    for match in candidates where !found.contains(where: { $0.item == match.item }) {
      found.append(match)
    }
    return found
  }

  /// The items of a name, which may have the supplier in front: "Acme Pump" of the pump of Acme.
  private func named(_ name: String, by vendor: String?) -> [Inventory.Match] {
    var found = inventory.matches(product: name, of: vendor)
    let words = name.split(separator: " ")
    for place in words.indices.dropFirst().prefix(4) {
      let supplier = words[..<place].joined(separator: " ")
      let rest = words[place...].joined(separator: " ")
      found += inventory.matches(name: rest, supplier: supplier).filter {
        $0.agreement == .same && inventory.items[$0.item].supplier?.isEmpty == false
      }
    }
    return found
  }

  private func judge(
    _ product: CSAFProduct, _ match: Inventory.Match, coversAll: Bool
  ) -> Judgement {
    let item = inventory.items[match.item]
    var versions = item.versions
    var order = VersionOrder.upstream
    if match.basis == .purl,
      let purl = product.purls.first(where: { purl in
        item.purls.contains { $0.key == purl.key }
      })
    {
      versions = item.versions(for: purl)
      order = VersionOrder(purlType: purl.type)
    } else if match.basis == .cpe, !product.saysVersion,
      let cpe = product.cpes.first(where: { cpe in
        item.cpes.contains { $0.agreement(with: cpe) != .different }
      }), cpe.exactVersion != nil
    {
      let all = item.versionsForCPE.map { $0.judge(criterion: cpe) }
      return (coversAll ? all.min() : all.max()) ?? .unknown
    }
    var range = product.range
    if range == nil, let named = product.named, match.basis == .name,
      !product.names.contains(where: { item.nameKeys.contains(ItemIndex.nameKey($0)) })
    {
      range = named.range
    }
    if match.basis == .hash { return .affected }
    guard let range else { return .unknown }
    return coversAll ? range.covers(versions, order) : range.judge(versions, order)
  }

  private func weaknesses(of vulnerability: JSONValue) throws(DocumentFault) -> [Int] {
    var ids = [try vulnerability.field("cwe")?.text("id")]
    // A list since 2.1.
    for weakness in try vulnerability.list("cwes") { ids.append(try weakness.text("id")) }
    return ids.compactMap(WeaknessNumber.of)
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
    // `scores` in 2.0, and `metrics` with a `content` in 2.1.
    var all: [(products: [String], values: JSONValue)] = []
    for score in try vulnerability.list("scores") {
      all.append((try score.texts("products"), score))
    }
    for metric in try vulnerability.list("metrics") {
      if let content = try metric.field("content") {
        all.append((try metric.texts("products"), content))
      }
    }
    for (named, values) in all {
      guard named.isEmpty || named.contains(where: products.contains) else { continue }
      for data in [
        try values.field("cvss_v4"), try values.field("cvss_v3"), try values.field("cvss_v2"),
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
    _ status: Status, _ product: String, _ vulnerability: JSONValue, _ tree: CSAFProductTree
  ) throws(DocumentFault) -> Statement? {
    var justification: String?
    for flag in try vulnerability.list("flags") where try names(flag, product, tree) {
      justification = try flag.text("label")
    }
    var detail: String?
    for threat in try vulnerability.list("threats")
    where try threat.text("category") == "impact" {
      if try names(threat, product, tree) { detail = try threat.text("details") }
    }
    let state: Statement.State
    switch status {
    case .affected, .firstAffected, .lastAffected: state = .affected
    case .notAffected: state = .notAffected
    case .fixed: state = .fixed
    case .underInvestigation: state = .underInvestigation
    case .unknown, .recommended: return nil
    }
    return Statement(
      state: state, justification: justification, detail: detail,
      missing: "a flag with a `label` of CSAF or a threat of category `impact` that says why")
  }

  /// Whether something is said of a product; what names none is said of all.
  private func names(
    _ value: JSONValue, _ product: String, _ tree: CSAFProductTree
  ) throws(DocumentFault) -> Bool {
    let (products, groups) = (try value.texts("product_ids"), try value.texts("group_ids"))
    return products.isEmpty && groups.isEmpty || products.contains(product)
      || groups.contains { tree.groups[$0]?.contains(product) == true }
  }
}
