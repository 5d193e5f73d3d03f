// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads the `vulnerabilities` of CycloneDX: a VEX document of its own, or in a bill of materials.
struct CycloneDXReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      // A bill without the list says nothing about vulnerabilities, which must not look like none.
      guard try root.field("vulnerabilities") != nil else {
        throw DocumentFault(
          "this CycloneDX file has no `vulnerabilities`", at: root.offset,
          help: "give a bill of materials with `--sbom`, and a VEX file here")
      }
      // The document may bring components of its own, under references of its own.
      var own: [String: BillEntry] = [:]
      for entry in try CycloneDXBill.entries(of: root) {
        if let reference = entry.reference { own[reference] = entry }
      }
      let all = try root.list("vulnerabilities")
      if all.isEmpty { found.remarks.add(.empty, "", at: root) }
      for vulnerability in all {
        try add(vulnerability.opened(), own, to: &found)
      }
    }
    return found
  }

  private func add(
    _ vulnerability: JSONValue, _ own: [String: BillEntry], to found: inout Sightings
  ) throws(DocumentFault) {
    let (given, reference) = (try vulnerability.text("id"), try vulnerability.text("bom-ref"))
    guard let id = given ?? reference else {
      throw DocumentFault(
        "a vulnerability has no `id`", at: vulnerability.offset,
        help: "nobody can tell which one is meant; add it")
    }
    var ids = [id]
    for reference in try vulnerability.list("references") {
      if let other = try reference.text("id"), !ids.contains(other) { ids.append(other) }
    }
    let statement = try statement(of: vulnerability)
    let rejection = Withdrawal(try vulnerability.text("rejected"))
    let all = try vulnerability.list("affects")
    if all.isEmpty { found.remarks.add(.nameless, id, at: vulnerability) }
    for affected in all {
      guard let reference = try affected.text("ref") else {
        found.remarks.add(.nameless, id, at: affected)
        continue
      }
      let matches = matches(for: reference, own)
      if matches.allSatisfy({ inventory.isProduct(item: $0.0.item) }), isProduct(reference, own) {
        if let statement {
          found.product.append(ProductStatement(ids: ids, statement: statement))
        }
      } else if matches.isEmpty {
        if !isOfOthers(reference, own) {
          found.remarks.add(.dangling, reference, at: affected)
        }
      }
      for (match, named, supplier) in matches {
        let item = inventory.items[match.item]
        var said = try say(affected, item, statement) ?? say(of: named, item, match, statement)
        if (said.statement?.gravity ?? 2) < 2, !match.mayClear(item, of: supplier) {
          said = (min(said.judgement, .unknown), nil, false)
        }
        guard said.judgement != .unaffected else { continue }
        var sighting = Sighting(
          item: match.item, ids: ids, judgement: said.judgement, basis: match.basis)
        let (title, detail) = (
          try vulnerability.text("description"), try vulnerability.text("detail")
        )
        sighting.title = ShortTitle.of(title ?? detail)
        sighting.scores = try scores(of: vulnerability)
        if let field = try vulnerability.field("cwes"), field.isArray {
          sighting.weaknesses = try field.elements().compactMap { $0.integer }
        }
        sighting.withdrawal = rejection
        sighting.statement = said.statement
        sighting.isOnlyStatement = said.isOnly
        found.items.append(sighting)
      }
    }
  }

  /// The items that a reference stands for, and the entry or purl that names them: a `bom-ref` of the
  /// bill of materials or of this document, a BOM-Link, or a purl.
  private func matches(
    for reference: String, _ own: [String: BillEntry]
  ) -> [(Inventory.Match, version: String?, supplier: String?)] {
    let items = inventory.items(reference: reference)
    if !items.isEmpty {
      return items.map {
        (Inventory.Match(item: $0, basis: .reference, agreement: .same), nil, nil)
      }
    }
    let inner =
      BOMLink.parts(reference)?.reference
      ?? reference.lastIndex(of: "#").map {
        Percent.decoded(reference[reference.index(after: $0)...])
      }
    if let entry = own[reference] ?? inner.flatMap({ own[$0] }) {
      let version = entry.version ?? entry.purls.first?.version
      for matches in [
        entry.purls.flatMap { inventory.matches(purl: $0) },
        entry.cpes.flatMap { inventory.matches(cpe: $0) },
        entry.hashes.flatMap { inventory.matches(hash: $0) },
        inventory.matches(name: entry.name, supplier: entry.supplier),
      ] where !matches.isEmpty {
        return matches.map { ($0, version, entry.supplier) }
      }
    }
    // What is said of a part of another product holds there.
    if inventory.isElsewhere(reference) { return [] }
    for text in [reference, inner].compactMap({ $0 }) {
      guard let purl = try? PackageURL(text) else { continue }
      let matches = inventory.matches(purl: purl)
      if !matches.isEmpty { return matches.map { ($0, purl.version, nil) } }
    }
    return []
  }

  /// Whether a reference says which software it is to, so that it is not that of the model.
  private func isOfOthers(_ reference: String, _ own: [String: BillEntry]) -> Bool {
    own[reference] != nil || (try? PackageURL(reference)) != nil
  }

  /// Whether a reference is to the product that the bill of materials is of.
  private func isProduct(_ reference: String, _ own: [String: BillEntry]) -> Bool {
    if inventory.isProduct(reference: reference) { return true }
    if let entry = own[reference] {
      return entry.purls.contains(where: inventory.isProduct(purl:))
        || entry.isProduct && inventory.isProduct(name: entry.name, version: entry.version)
    }
    return (try? PackageURL(reference)).map(inventory.isProduct(purl:)) ?? false
  }

  private typealias Said = (judgement: Judgement, statement: Statement?, isOnly: Bool)

  /// What the versions in `affects` say of an item; nil where there are none.
  ///
  /// One analysis may stand over versions that are affected and others that are not.
  private func say(
    _ affected: JSONValue, _ item: SoftwareItem, _ statement: Statement?
  ) throws(DocumentFault) -> Said? {
    let entries = try affected.list("versions")
    if entries.isEmpty { return nil }
    var all: [Said] = []
    for version in item.versions.isEmpty ? [nil] : item.versions.map(Optional.some) {
      var worst: Said?
      for entry in entries {
        let status = try entry.text("status") ?? "affected"
        let (single, range) = (try entry.text("version"), try entry.text("range"))
        let meant =
          single.flatMap { VersionPhrase.range($0, as: .version) }
          ?? range.flatMap { VersionPhrase.range($0, as: .range) }
        let isMeant =
          meant.map { $0.judge([version].compactMap { $0 }, item.order) } ?? .unknown
        guard isMeant != .unaffected else { continue }
        let said = Self.said(status, isMeant, statement)
        if worst.map({ Self.weight($0) < Self.weight(said) }) ?? true { worst = said }
      }
      all.append(worst ?? (.unaffected, nil, false))
    }
    return all.max { Self.weight($0) < Self.weight($1) }
  }

  private static func said(
    _ status: String, _ isMeant: Judgement, _ statement: Statement?
  ) -> Said {
    let isHarmless = statement.map { $0.gravity < 2 } ?? false
    guard isMeant == .affected else { return (.unknown, isHarmless ? nil : statement, false) }
    switch status {
    case "affected": return (.affected, statement, false)
    case "unaffected":
      guard let statement else { return (.unaffected, nil, false) }
      if isHarmless { return (.affected, statement, false) }
      return (
        .affected,
        Statement(
          state: .notAffected, justification: nil, detail: statement.detail, missing: nil), true
      )
    default: return (.unknown, isHarmless ? nil : statement, false)
    }
  }

  /// How much is left to do; what nobody says anything of weighs least.
  private static func weight(_ said: Said) -> Int {
    if said.judgement == .unaffected { return -1 }
    return said.statement?.gravity ?? 4
  }

  /// Whether the entry or purl that names an item has a version of it; a reference into the bill has.
  private func say(
    of version: String?, _ item: SoftwareItem, _ match: Inventory.Match, _ statement: Statement?
  ) -> Said {
    let isHarmless = statement.map { $0.gravity < 2 } ?? false
    var judgement = Judgement.affected
    if let version {
      let versions =
        match.basis == .purl ? item.purls.compactMap(\.version) + item.versions : item.versions
      let range = VersionRange.exact(version)
      judgement =
        isHarmless
        ? range.covers(item.versions, item.order)
        : range.judge(versions, item.order)
      if isHarmless, judgement == .unaffected, range.judge(versions, item.order) == .affected {
        judgement = item.versions.count > 1 ? .unknown : .affected
      }
    }
    if match.agreement == .unclear { judgement = min(judgement, .unknown) }
    return (judgement, isHarmless && judgement != .affected ? nil : statement, false)
  }

  private func statement(of vulnerability: JSONValue) throws(DocumentFault) -> Statement? {
    guard let analysis = try vulnerability.field("analysis"),
      let word = try analysis.text("state")
    else { return nil }
    let state: Statement.State
    switch word {
    case "exploitable": state = .affected
    case "in_triage": state = .underInvestigation
    case "not_affected", "false_positive": state = .notAffected
    case "resolved", "resolved_with_pedigree": state = .fixed
    default:
      throw DocumentFault(
        "`\(JSONText.shortened(word, to: 40))` is no state of an analysis",
        at: try analysis.field("state")?.offset ?? analysis.offset,
        help: "write exploitable, in_triage, not_affected, false_positive, resolved or "
          + "resolved_with_pedigree")
    }
    let justification = try analysis.text("justification")
    return Statement(
      state: state, justification: word == "false_positive" ? word : justification,
      detail: try analysis.text("detail"),
      // The format asks for none.
      missing: nil)
  }

  private func scores(of vulnerability: JSONValue) throws(DocumentFault) -> [PublishedScore] {
    var scores: [PublishedScore] = []
    for rating in try vulnerability.list("ratings") {
      guard
        let score = PublishedScore(
          vector: try rating.text("vector"), score: try rating.number("score"),
          severity: try rating.text("severity")), !scores.contains(score)
      else { continue }
      scores.append(score)
    }
    return scores
  }
}
