// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads entries of the European vulnerability database (EUVD): one, a list, or an answer of its search.
struct EUVDReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      let all = try Self.entries(of: root)
      if all.isEmpty { found.remarks.add(.empty, "", at: root) }
      for value in all { try add(value, to: &found) }
    }
    return found
  }

  static func entries(of root: JSONValue) throws(DocumentFault) -> [JSONValue] {
    let list =
      if root.isArray {
        try root.elements()
      } else if try root.field("items") != nil {
        try root.list("items")
      } else {
        [root]
      }
    return try list.map { value throws(DocumentFault) in try value.opened() }
  }

  /// Its own id, and the aliases: one a line, or a list.
  static func ids(of entry: JSONValue) throws(DocumentFault) -> [String] {
    var ids = [try entry.text("id")].compactMap { $0 }
    if let aliases = try entry.field("aliases") {
      ids +=
        aliases.isArray
        ? try entry.texts("aliases")
        : try aliases.text().split(whereSeparator: { $0.isNewline || $0 == "," || $0 == " " })
          .map(String.init)
    }
    return ids
  }

  static func exploited(_ entry: JSONValue) throws(DocumentFault) -> KnownExploited.Entry? {
    guard let since = try entry.text("exploitedSince"), !since.isEmpty else { return nil }
    return KnownExploited.Entry(
      added: since, due: nil, isUsedByRansomware: false, action: nil, source: "EU")
  }

  private func add(_ entry: JSONValue, to found: inout Sightings) throws(DocumentFault) {
    let ids = try Self.ids(of: entry)
    guard let id = ids.first else {
      throw DocumentFault("an entry has no `id`", at: entry.offset, help: "fetch it again")
    }
    var vendors: [String] = []
    for vendor in try entry.list("enisaIdVendor") {
      if let name = try vendor.field("vendor")?.text("name") { vendors.append(name) }
    }
    var matches = RecordMatches()
    var fixes: [String] = []
    var namesAny = false
    for product in try entry.list("enisaIdProduct") {
      guard let name = try product.field("product")?.text("name"),
        !SupplierName.isUnknown(name)
      else { continue }
      namesAny = true
      let text = try product.text("product_version") ?? ""
      // "patch: 2.4.1" is the version that repairs it.
      if text.lowercased().hasPrefix("patch:") {
        fixes.append(String(text.dropFirst(6).drop { $0 == " " }))
        continue
      }
      let range = VersionPhrase.range(text, as: .range)
      let vendor = vendors.count == 1 ? vendors[0] : nil
      for match in inventory.matches(product: name, of: vendor) {
        let versions = inventory.items[match.item].versions
        matches.add(
          match, range?.judge(versions, .upstream) ?? .unknown, fixedIn: range?.fixes ?? [])
      }
    }
    if !namesAny { found.remarks.add(.nameless, id, at: entry) }
    for match in matches.found {
      var sighting = Sighting(
        item: match.item, ids: ids, judgement: match.judgement, basis: match.basis)
      sighting.title = ShortTitle.of(try entry.text("description"))
      if let score = PublishedScore(
        vector: try entry.text("baseScoreVector"), score: try entry.number("baseScore"),
        severity: nil)
      {
        sighting.scores = [score]
      }
      sighting.fixedIn = match.fixedIn + fixes
      sighting.exploited = try Self.exploited(entry)
      found.items.append(sighting)
    }
  }
}
