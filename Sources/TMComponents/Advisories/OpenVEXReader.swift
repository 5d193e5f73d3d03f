// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads OpenVEX documents.
///
/// Of several statements about one vulnerability of one product the one with the latest time counts.
struct OpenVEXReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      var statements: [(time: Instant, statement: JSONValue)] = []
      let written = try root.text("timestamp") ?? ""
      guard try root.field("statements") != nil else {
        throw DocumentFault(
          "the document has no `statements`", at: root.offset,
          help: "OpenVEX requires them; add them"
        )
      }
      let all = try root.list("statements")
      if all.isEmpty { found.remarks.add(.empty, "", at: root) }
      for value in all {
        let value = try value.opened()
        let (last, first) = (try value.text("last_updated"), try value.text("timestamp"))
        statements.append((Instant(last ?? first ?? written), value))
      }
      var latest: [String: (time: Instant, sighting: Sighting)] = [:]
      var order: [String] = []
      for (time, value) in statements {
        for sighting in try sightings(of: value, to: &found) {
          let key = "\(sighting.item) \(sighting.ids[0])"
          guard let known = latest[key] else {
            order.append(key)
            latest[key] = (time, sighting)
            continue
          }
          let isGraver =
            (known.sighting.statement?.gravity ?? 4) < (sighting.statement?.gravity ?? 4)
          if time > known.time || time == known.time && isGraver { latest[key] = (time, sighting) }
        }
      }
      found.items += order.compactMap { latest[$0]?.sighting }
    }
    return found
  }

  private func sightings(
    of value: JSONValue, to found: inout Sightings
  ) throws(DocumentFault) -> [Sighting] {
    let ids = try Self.ids(of: value)
    let statement = try Self.statement(of: value)
    var sightings: [Sighting] = []
    let products = try value.list("products")
    if products.isEmpty { found.remarks.add(.nameless, ids[0], at: value) }
    for product in products {
      let parts = product.isObject ? try product.list("subcomponents") : []
      let whole = try Names(product)
      // A damaged file must not read as one that says nothing of the software.
      if whole.isEmpty, parts.isEmpty { throw Self.nameless(product) }
      if parts.isEmpty {
        let own = try self.sightings(whole, ids, statement)
        if own.allSatisfy({ inventory.isProduct(item: $0.item) }), whole.isProduct(inventory) {
          found.product.append(ProductStatement(ids: ids, statement: statement))
        }
        sightings += own
        continue
      }
      // What is said of a part of another product holds for that product alone.
      guard whole.mayBeOurs(inventory) else { continue }
      let isOurs = whole.isOurs(inventory)
      for part in parts {
        let names = try Names(part)
        if names.isEmpty { throw Self.nameless(part) }
        sightings += try self.sightings(names, ids, statement, isOurs: isOurs)
      }
    }
    return sightings
  }

  private func sightings(
    _ names: Names, _ ids: [String], _ statement: Statement, isOurs: Bool = true
  ) throws(DocumentFault) -> [Sighting] {
    var seen: Set<Int> = []
    let isHarmless = statement.gravity < 2
    return names.matches(inventory).compactMap { match in
      guard seen.insert(match.item).inserted else { return nil }
      var judgement = names.judge(inventory.items[match.item], match, coversAll: isHarmless)
      if judgement == .unaffected { return nil }
      let isSure = match.agreement == .same && (!isHarmless || isOurs && !match.isNarrower)
      if !isSure { judgement = min(judgement, .unknown) }
      var sighting = Sighting(item: match.item, ids: ids, judgement: judgement, basis: match.basis)
      if !isHarmless || judgement == .affected { sighting.statement = statement }
      return sighting
    }
  }

  private static func nameless(_ product: JSONValue) -> DocumentFault {
    DocumentFault(
      "a product has no name", at: product.offset,
      help: "give it an `@id`, or a purl or CPE name among its `identifiers`")
  }

  /// The name and the aliases; a text until 0.0.2, an object since 0.2.0.
  private static func ids(of value: JSONValue) throws(DocumentFault) -> [String] {
    guard let vulnerability = try value.field("vulnerability") else {
      throw DocumentFault(
        "a statement has no `vulnerability`", at: value.offset, help: "OpenVEX requires one; add it"
      )
    }
    guard vulnerability.isObject else { return [try vulnerability.text()] }
    let (name, address) = (try vulnerability.text("name"), try vulnerability.text("@id"))
    let last = address.flatMap { $0.split(separator: "/").last.map(String.init) }
    let ids = [name ?? last].compactMap { $0 } + (try vulnerability.texts("aliases"))
    guard !ids.isEmpty else {
      throw DocumentFault(
        "a vulnerability has no `name`", at: vulnerability.offset,
        help: "OpenVEX requires one; add it")
    }
    return ids
  }

  private static func statement(of value: JSONValue) throws(DocumentFault) -> Statement {
    guard let word = try value.text("status") else {
      throw DocumentFault(
        "a statement has no `status`", at: value.offset,
        help: "write not_affected, affected, fixed or under_investigation")
    }
    guard let state = Statement.State(rawValue: word) else {
      throw DocumentFault(
        "`\(JSONText.shortened(word, to: 40))` is no status of OpenVEX",
        at: try value.field("status")?.offset ?? value.offset,
        help: "write not_affected, affected, fixed or under_investigation")
    }
    let (impact, action) = (
      try value.text("impact_statement"), try value.text("action_statement")
    )
    let notes = try value.text("status_notes")
    // Notes and actions are no ground for calling something not affected.
    return Statement(
      state: state, justification: try value.text("justification"),
      detail: state == .notAffected ? impact : impact ?? action ?? notes,
      missing: "a `justification` of OpenVEX or an `impact_statement` that says why")
  }

  /// What a statement calls a product.
  private struct Names {
    var purls: [PackageURL] = []
    var cpes: [CPEName] = []
    var hashes: [String] = []
    var references: [String] = []

    init(_ value: JSONValue) throws(DocumentFault) {
      if !value.isObject {
        add(try value.text())
        return
      }
      if let id = try value.text("@id") { add(id) }
      if let others = try value.field("identifiers") {
        // The text of the standard has no `@` here, its schema has one.
        let names: [StaticString] = ["purl", "cpe23", "cpe22", "@cpe23", "@cpe22"]
        for name in names {
          if let other = try others.text(name) { add(other) }
        }
      }
      if let all = try value.field("hashes") {
        for (_, hash) in try all.fields() { hashes.append(try hash.text()) }
      }
    }

    var isEmpty: Bool {
      purls.isEmpty && cpes.isEmpty && hashes.isEmpty && references.allSatisfy(\.isEmpty)
    }

    private mutating func add(_ text: String) {
      if let purl = try? PackageURL(text) {
        if !purls.contains(purl) { purls.append(purl) }
      } else if let cpe = try? CPEName(text, isCriterion: true) {
        if !cpes.contains(cpe) { cpes.append(cpe) }
      } else {
        references.append(text)
      }
    }

    func matches(_ inventory: Inventory) -> [Inventory.Match] {
      purls.flatMap { inventory.matches(purl: $0) } + cpes.flatMap { inventory.matches(cpe: $0) }
        + hashes.flatMap { inventory.matches(hash: $0) }
        + references.flatMap { inventory.items(reference: $0) }
        .map { Inventory.Match(item: $0, basis: .reference, agreement: .same) }
    }

    func isProduct(_ inventory: Inventory) -> Bool {
      purls.contains(where: inventory.isProduct(purl:))
        || cpes.contains(where: inventory.isProduct(cpe:))
        || references.contains(where: inventory.isProduct(reference:))
    }

    /// Whether the product is that of the model, by what a bill or the model calls it.
    func isOurs(_ inventory: Inventory) -> Bool {
      isProduct(inventory)
        || purls.contains { inventory.isProduct(name: $0.name, version: nil) }
        || cpes.contains { inventory.isProduct(name: $0.product, version: nil) }
        || references.contains { inventory.isProduct(name: $0, version: nil) }
    }

    /// Whether the product may be the one of the model: it is, or no bill says what that is called.
    func mayBeOurs(_ inventory: Inventory) -> Bool {
      isProduct(inventory) || !inventory.knowsProduct
    }

    /// What names no version speaks of them all.
    func judge(_ item: SoftwareItem, _ match: Inventory.Match, coversAll: Bool) -> Judgement {
      var all: [Judgement] = []
      switch match.basis {
      case .purl:
        for purl in purls where item.purls.contains(where: { $0.key == purl.key }) {
          guard let version = purl.version else { return .affected }
          let (range, versions) = (VersionRange.exact(version), item.versions(for: purl))
          all.append(
            coversAll ? range.covers(versions, item.order) : range.judge(versions, item.order))
        }
      case .cpe:
        for cpe in cpes where item.cpes.contains(where: { $0.agreement(with: cpe) != .different }) {
          if cpe.version == "*" { return .affected }
          let versions = item.versionsForCPE.map { $0.judge(criterion: cpe) }
          all.append((coversAll ? versions.min() : versions.max()) ?? .unknown)
        }
      case .name, .hash, .reference, .product: return .affected
      }
      return all.max() ?? .unknown
    }
  }
}
