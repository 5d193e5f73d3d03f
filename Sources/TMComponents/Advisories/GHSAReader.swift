// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads advisories of GitHub as its REST API and its alerts give them.
struct GHSAReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      let all = root.isArray ? try root.elements() : [root]
      if all.isEmpty { found.remarks.add(.empty, "", at: root) }
      for value in all {
        try add(value.opened(), to: &found)
      }
    }
    return found
  }

  private func add(_ entry: JSONValue, to found: inout Sightings) throws(DocumentFault) {
    let (plain, camel) = (try entry.text("ghsa_id"), try entry.text("ghsaId"))
    guard let id = plain ?? camel else {
      throw DocumentFault(
        "an advisory has no `ghsa_id`", at: entry.offset, help: "fetch the advisories again")
    }
    let (withdrawn, withdrawnAt) = (try entry.text("withdrawn_at"), try entry.text("withdrawnAt"))
    let withdrawal = Withdrawal(withdrawn ?? withdrawnAt)
    var ids = [id]
    if let cve = try entry.text("cve_id") { ids.append(cve) }
    for identifier in try entry.list("identifiers") {
      if let value = try identifier.text("value"), !ids.contains(value) { ids.append(value) }
    }
    var matches = RecordMatches()
    var namesAny = false
    for vulnerability in try entry.list("vulnerabilities") {
      if try add(vulnerability, to: &matches, &found) { namesAny = true }
    }
    if !namesAny { found.remarks.add(.nameless, id, at: entry) }
    for match in matches.found {
      var sighting = Sighting(
        item: match.item, ids: ids, judgement: match.judgement, basis: match.basis)
      sighting.title = ShortTitle.of(try entry.text("summary"))
      sighting.scores = try scores(of: entry)
      for weakness in try entry.list("cwes") {
        if let number = WeaknessNumber.of(try weakness.text("cwe_id")) {
          sighting.weaknesses.append(number)
        }
      }
      sighting.fixedIn = match.fixedIn
      sighting.withdrawal = withdrawal
      found.items.append(sighting)
    }
  }

  /// Whether it names a package.
  private func add(
    _ vulnerability: JSONValue, to matches: inout RecordMatches, _ found: inout Sightings
  ) throws(DocumentFault) -> Bool {
    guard let package = try vulnerability.field("package"),
      let ecosystem = try package.text("ecosystem"), let name = try package.text("name")
    else { return false }
    let (plain, camel) = (
      try vulnerability.text("vulnerable_version_range"),
      try vulnerability.text("vulnerableVersionRange")
    )
    let range = (plain ?? camel).flatMap { VersionPhrase.range($0, as: .range) }
    var fixes: [String] = []
    if let patched = try vulnerability.field("first_patched_version") {
      if let text = patched.isObject ? try patched.text("identifier") : try patched.text() {
        fixes = [text]
      }
    }
    if let purl = Ecosystem.purl(ecosystem, name) {
      for match in inventory.matches(purl: purl) {
        let versions = inventory.items[match.item].versions(for: purl)
        matches.add(
          match, range?.judge(versions, VersionOrder(purlType: purl.type)) ?? .unknown,
          fixedIn: fixes)
      }
      for match in inventory.namesakes(of: purl) + inventory.otherMajors(of: purl) {
        let versions = inventory.items[match.item].versions
        matches.add(match, range?.judge(versions, .upstream) ?? .unknown, fixedIn: fixes)
      }
      return true
    }
    found.remarks.unmapped[ecosystem, default: 0] += 1
    for match in inventory.matches(name: name, supplier: nil) {
      let item = inventory.items[match.item]
      matches.add(
        Inventory.Match(item: match.item, basis: .name, agreement: .unclear),
        range?.judge(item.versions, item.order) ?? .unknown, fixedIn: fixes)
    }
    return true
  }

  private func scores(of entry: JSONValue) throws(DocumentFault) -> [PublishedScore] {
    var scores: [PublishedScore] = []
    var all = [try entry.field("cvss")]
    if let severities = try entry.field("cvss_severities") {
      all += [try severities.field("cvss_v4"), try severities.field("cvss_v3")]
    }
    for value in all.compactMap({ $0 }) where value.isObject {
      guard let vector = try value.text("vector_string"),
        let score = PublishedScore(
          vector: vector, score: try value.number("score"), severity: nil),
        !scores.contains(score)
      else { continue }
      scores.append(score)
    }
    if scores.isEmpty,
      let score = PublishedScore(vector: nil, score: nil, severity: try entry.text("severity"))
    {
      scores.append(score)
    }
    return scores
  }
}
