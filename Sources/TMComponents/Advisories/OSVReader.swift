// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads vulnerabilities in the Open Source Vulnerability format.
struct OSVReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      var entries = [root]
      if root.isArray {
        entries = try root.elements()
      } else if let list = try root.field("vulns") {
        entries = try list.elements()
      }
      if root.isObject, let token = try root.text("next_page_token"), !token.isEmpty {
        found.remarks.add(.cut, "next_page_token", at: root)
      }
      if entries.isEmpty { found.remarks.add(.empty, "", at: root) }
      for entry in entries { try add(entry, to: &found) }
    }
    return found
  }

  private func add(_ value: JSONValue, to found: inout Sightings) throws(DocumentFault) {
    let entry = try value.opened()
    guard let id = try entry.text("id") else {
      throw DocumentFault(
        "an entry has no `id`", at: entry.offset, help: "OSV requires one; add it")
    }
    let withdrawal = Withdrawal(try entry.text("withdrawn"))
    var matches = RecordMatches()
    var severities = try entry.list("severity")
    var namesAny = false
    for affected in try entry.list("affected") {
      let before = matches.found.count
      let package = try affected.field("package")
      var named: PackageURL?
      if let package { named = try purl(of: package) }
      if let purl = named {
        for match in inventory.matches(purl: purl) {
          let versions = inventory.items[match.item].versions(for: purl)
          let (judgement, fixedIn) = try judge(
            affected, versions, VersionOrder(purlType: purl.type))
          matches.add(match, judgement, fixedIn: fixedIn)
        }
        try addNamesakes(of: purl, affected, to: &matches)
      } else if let package, let name = try package.text("name") {
        let ecosystem = try package.text("ecosystem") ?? ""
        found.remarks.unmapped[ecosystem, default: 0] += 1
        for match in inventory.matches(name: Ecosystem.name(ecosystem, name), supplier: nil) {
          let item = inventory.items[match.item]
          let (judgement, fixedIn) = try judge(affected, item.versions, item.order)
          matches.add(
            Inventory.Match(item: match.item, basis: .name, agreement: .unclear), judgement,
            fixedIn: fixedIn)
        }
      }
      let repositories = named == nil ? try Self.repositories(of: affected) : []
      for purl in repositories {
        for match in inventory.matches(purl: purl) {
          let versions = inventory.items[match.item].versions(for: purl)
          let (judgement, fixedIn) = try judge(
            affected, versions, VersionOrder(purlType: purl.type), areTags: true)
          matches.add(match, judgement, fixedIn: fixedIn)
        }
      }
      // The purls of one repository have one name.
      if let purl = repositories.first {
        try addNamesakes(of: purl, affected, to: &matches, areTags: true)
      }
      let name = try package?.text("name")
      if named != nil || !repositories.isEmpty || name != nil { namesAny = true }
      if matches.found.count > before { severities += try affected.list("severity") }
    }
    if !namesAny { found.remarks.add(.nameless, id, at: entry) }
    let all = matches.found
    if all.isEmpty { return }
    let (ids, mentions) = try names(of: entry, id)
    for match in all {
      var sighting = Sighting(
        item: match.item, ids: ids, mentions: mentions, judgement: match.judgement,
        basis: match.basis)
      let (summary, details) = (try entry.text("summary"), try entry.text("details"))
      sighting.title = ShortTitle.of(summary ?? details)
      sighting.scores = try scores(severities, try entry.field("database_specific"))
      if let more = try entry.field("database_specific"), more.isObject,
        let ids = try more.field("cwe_ids"), ids.isArray
      {
        sighting.weaknesses = try more.texts("cwe_ids").compactMap(WeaknessNumber.of)
      }
      sighting.fixedIn = match.fixedIn
      sighting.withdrawal = withdrawal
      found.items.append(sighting)
    }
  }

  /// Adds components that no purl names, and that bear the name of a package.
  private func addNamesakes(
    of purl: PackageURL, _ affected: JSONValue, to matches: inout RecordMatches,
    areTags: Bool = false
  ) throws(DocumentFault) {
    for match in inventory.namesakes(of: purl) + inventory.otherMajors(of: purl) {
      let (judgement, fixedIn) = try judge(
        affected, inventory.items[match.item].versions, .upstream, areTags: areTags)
      matches.add(match, judgement, fixedIn: fixedIn)
    }
  }

  /// The purls of the repositories that the ranges of a package are about.
  private static func repositories(
    of affected: JSONValue
  ) throws(DocumentFault) -> [PackageURL] {
    var purls: [PackageURL] = []
    for range in try affected.list("ranges") {
      guard let address = try range.text("repo") else { continue }
      for purl in SourceRepository.purls(address) where !purls.contains(purl) { purls.append(purl) }
    }
    return purls
  }

  /// The ids of an entry, and what it only mentions.
  ///
  /// Aliases are the same vulnerability. What an entry of a distribution calls upstream is what it is
  /// about; older ones call that related, which elsewhere is another vulnerability.
  private func names(
    of entry: JSONValue, _ id: String
  ) throws(DocumentFault) -> (ids: [String], mentions: [String]) {
    let aliases = try entry.texts("aliases")
    let (upstream, related) = (try entry.texts("upstream"), try entry.texts("related"))
    var ids = [id] + aliases
    var mentions: [String] = []
    let isCVE = { (id: String) in id.uppercased().hasPrefix("CVE-") }
    if ids.contains(where: isCVE) {
      mentions = upstream + related
    } else if upstream.contains(where: isCVE) {
      ids += upstream.filter(isCVE)
      mentions = upstream.filter { !isCVE($0) } + related
    } else if upstream.count == 1 {
      ids += upstream
      mentions = related
    } else if Self.isOfDistribution(id) {
      ids += related.filter(isCVE)
      mentions = upstream + related.filter { !isCVE($0) }
    } else {
      mentions = upstream + related
    }
    return (ids, mentions.filter { !ids.contains($0) })
  }

  /// Whether an id is one of an advisory of a distribution, which names the CVE ids that it repairs.
  private static func isOfDistribution(_ id: String) -> Bool {
    let upper = id.uppercased()
    return [
      "ALSA-", "ALBA-", "ALEA-", "RLSA-", "RLBA-", "RXSA-", "RHSA-", "RHBA-", "RHEA-", "SUSE-",
      "OPENSUSE-", "USN-", "LSN-", "DSA-", "DLA-", "DTSA-", "MGASA-", "ELSA-", "ALAS", "PHSA-",
      "OESA-", "OPENEULER-", "CGA-", "MINI-", "ALPINE-", "DEBIAN-", "UBUNTU-", "BELL-", "AZL-",
      "ECHO-",
    ].contains { upper.hasPrefix($0) }
  }

  private func scores(
    _ severities: [JSONValue], _ more: JSONValue?
  ) throws(DocumentFault) -> [PublishedScore] {
    var scores: [PublishedScore] = []
    for severity in severities {
      guard let vector = try severity.text("score") else { continue }
      if let score = PublishedScore(vector: vector, score: Double(vector), severity: nil),
        !scores.contains(score)
      {
        scores.append(score)
      }
    }
    if scores.isEmpty, let more, more.isObject, let word = try more.field("severity"),
      let text = try? word.text(),
      let score = PublishedScore(vector: nil, score: nil, severity: text)
    {
      scores.append(score)
    }
    return scores
  }

  private func purl(of package: JSONValue) throws(DocumentFault) -> PackageURL? {
    let (ecosystem, name) = (try package.text("ecosystem"), try package.text("name"))
    var mapped: PackageURL?
    if let ecosystem, let name { mapped = Ecosystem.purl(ecosystem, name) }
    guard let text = try package.text("purl"), let purl = try? PackageURL(text) else {
      return mapped
    }
    guard purl.qualifiers["distro"] == nil, let distro = mapped?.qualifiers["distro"] else {
      return purl
    }
    var qualifiers = purl.qualifiers
    qualifiers["distro"] = distro
    return PackageURL(
      type: purl.type, namespace: purl.namespace, name: purl.name, version: purl.version,
      qualifiers: qualifiers)
  }

  /// Whether versions are among those that a package of an entry is affected in.
  private func judge(
    _ affected: JSONValue, _ versions: [String], _ order: VersionOrder, areTags: Bool = false
  ) throws(DocumentFault) -> (Judgement, fixedIn: [String]) {
    var best: Judgement?
    var fixedIn: [String] = []
    var listed = try affected.texts("versions")
    if areTags { listed += listed.compactMap(SourceRepository.version(ofTag:)) }
    if !listed.isEmpty {
      best = VersionRange(listed.map { .exact($0) }).judge(versions, order)
    }
    for range in try affected.list("ranges") {
      let rangeOrder: VersionOrder
      switch try range.text("type") {
      case "SEMVER": rangeOrder = order.reading(.semantic)
      case "ECOSYSTEM": rangeOrder = order
      // Commits cannot be compared with a version.
      default:
        best = best ?? .unknown
        continue
      }
      let events = try OSVEvents(range, rangeOrder)
      fixedIn += events.fixed
      best = max(best ?? .unaffected, events.judge(versions))
    }
    return (best ?? .unknown, fixedIn)
  }
}
