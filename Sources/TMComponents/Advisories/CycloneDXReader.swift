// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads the `vulnerabilities` of CycloneDX: a VEX document of its own, or in a bill of materials.
struct CycloneDXReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> [Sighting] {
    var found: [Sighting] = []
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
      for vulnerability in try root.list("vulnerabilities") {
        try add(vulnerability.opened(), own, to: &found)
      }
    }
    return found
  }

  private func add(
    _ vulnerability: JSONValue, _ own: [String: BillEntry], to found: inout [Sighting]
  ) throws(DocumentFault) {
    guard let id = try vulnerability.text("id") else { return }
    var ids = [id]
    for reference in try vulnerability.list("references") {
      if let other = try reference.text("id"), !ids.contains(other) { ids.append(other) }
    }
    let statement = try statement(of: vulnerability)
    for affected in try vulnerability.list("affects") {
      guard let reference = try affected.text("ref") else { continue }
      for (item, basis) in items(for: reference, own) {
        let versions = inventory.items[item].versions
        let judgement = try judge(affected, versions) ?? version(of: reference, own, versions)
        guard judgement != .unaffected else { continue }
        var sighting = Sighting(item: item, ids: ids, judgement: judgement, basis: basis)
        let (title, detail) = (
          try vulnerability.text("description"), try vulnerability.text("detail")
        )
        sighting.title = ShortTitle.of(title ?? detail)
        sighting.scores = try scores(of: vulnerability)
        if let field = try vulnerability.field("cwes"), field.isArray {
          sighting.weaknesses = try field.elements().compactMap { $0.integer }
        }
        sighting.statement = statement
        found.append(sighting)
      }
    }
  }

  /// The items that a reference stands for: a `bom-ref` of this document or of the bill of
  /// materials, the end of a BOM-Link, or a purl.
  private func items(for reference: String, _ own: [String: BillEntry]) -> [(Int, MatchBasis)] {
    let name = reference.lastIndex(of: "#").map { String(reference[reference.index(after: $0)...]) }
    for reference in [reference, name.map { Percent.decoded($0) }].compactMap({ $0 }) {
      if let item = inventory.references[reference] { return [(item, .reference)] }
      if let entry = own[reference] {
        for (basis, keys) in [
          (MatchBasis.purl, entry.purls.map { ItemIndex.key($0) }),
          (.cpe, entry.cpes.map { ItemIndex.key($0) }), (.name, [ItemIndex.nameKey(entry.name)]),
        ] {
          let items = keys.flatMap { inventory.index[$0] }
          if !items.isEmpty { return items.map { ($0, basis) } }
        }
      }
      if let purl = try? PackageURL(reference) {
        let items = inventory.index[ItemIndex.key(purl)]
        if !items.isEmpty { return items.map { ($0, .purl) } }
      }
    }
    return []
  }

  /// What the versions in `affects` say; nil where there are none.
  private func judge(
    _ affected: JSONValue, _ versions: [String]
  ) throws(DocumentFault) -> Judgement? {
    var judgement: Judgement?
    for entry in try affected.list("versions") {
      let status = try entry.text("status") ?? "affected"
      let (version, range) = (try entry.text("version"), try entry.text("range"))
      let spans =
        version.map { [VersionSpan(from: $0, to: $0, isToIncluded: true)] }
        ?? range.flatMap(VersionSpan.reading)
      let isMeant = spans?.judge(versions, .general) ?? .unknown
      let said: Judgement =
        switch (isMeant, status) {
        case (.affected, "affected"): .affected
        case (.affected, "unaffected"), (.unaffected, _): .unaffected
        default: .unknown
        }
      judgement = max(judgement ?? .unaffected, said)
    }
    return judgement
  }

  /// Whether a component of the document has a version of the item; a reference into the bill has.
  private func version(
    of reference: String, _ own: [String: BillEntry], _ versions: [String]
  ) -> Judgement {
    guard let version = own[reference]?.version ?? (try? PackageURL(reference))?.version else {
      return .affected
    }
    return [VersionSpan(from: version, to: version, isToIncluded: true)]
      .judge(versions, .general)
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
      detail: try analysis.text("detail"))
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
