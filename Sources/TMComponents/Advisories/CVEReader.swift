// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads CVE records of the versions 5.x: what the one who assigned the id says of its own products, and
/// what others added.
struct CVEReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      let records =
        if root.isArray {
          try root.elements()
        } else if try root.field("cveRecords") != nil {
          try root.list("cveRecords")
        } else {
          [root]
        }
      if records.isEmpty { found.remarks.add(.empty, "", at: root) }
      for record in records { try add(record.opened(), to: &found) }
    }
    return found
  }

  private func add(_ record: JSONValue, to found: inout Sightings) throws(DocumentFault) {
    guard let metadata = try record.field("cveMetadata"), let id = try metadata.text("cveId") else {
      throw DocumentFault(
        "a CVE record has no `cveMetadata.cveId`", at: record.offset,
        help: "fetch the record again; the format of CVE before 5.0 is not read")
    }
    if try metadata.text("state")?.uppercased() == "REJECTED" { return }
    var parts: [JSONValue] = []
    if let containers = try record.field("containers") {
      parts = [try containers.field("cna")].compactMap { $0 } + (try containers.list("adp"))
    }
    var matches = RecordMatches()
    var namesAny = false
    for part in parts {
      if try add(products: part.list("affected"), to: &matches) { namesAny = true }
      for configuration in try part.list("cpeApplicability") {
        if try CPEConfiguration(inventory: inventory).add(configuration, to: &matches) {
          namesAny = true
        }
      }
    }
    if !namesAny { found.remarks.add(.nameless, id, at: record) }
    let all = matches.found
    if all.isEmpty { return }
    let facts = try Facts(parts)
    for match in all {
      var sighting = Sighting(
        item: match.item, ids: [id], judgement: match.judgement, basis: match.basis)
      sighting.title = facts.title
      sighting.scores = facts.scores
      sighting.weaknesses = facts.weaknesses
      sighting.fixedIn = match.fixedIn
      sighting.exploited = facts.exploited
      found.items.append(sighting)
    }
  }

  /// Adds what each product says; one that only counts commits gives way to one with versions.
  ///
  /// - Returns: whether any of them has a name.
  private func add(
    products: [JSONValue], to matches: inout RecordMatches
  ) throws(DocumentFault) -> Bool {
    var namesAny = false
    var verdicts:
      [(match: Inventory.Match, versions: CVEVersions, order: VersionOrder, own: [String])] =
        []
    for product in products {
      let versions = try CVEVersions(product)
      let names = try Names(product)
      if !names.isEmpty { namesAny = true }
      for (match, order, own) in items(for: names) {
        verdicts.append((match, versions, order, own))
      }
    }
    for verdict in verdicts {
      let hasVersions = verdicts.contains {
        $0.match.item == verdict.match.item && !$0.versions.isOfCommits
      }
      if verdict.versions.isOfCommits, hasVersions { continue }
      matches.add(
        verdict.match, verdict.versions.judge(verdict.own, verdict.order),
        fixedIn: verdict.versions.fixes)
    }
    return namesAny
  }

  /// What a record calls a product.
  private struct Names {
    var purls: [PackageURL] = []
    var cpes: [CPEName] = []
    /// The purls that its repository may go by, which are no surer than a name.
    var repositories: [PackageURL] = []
    var names: [String] = []
    let vendor: String?

    init(_ product: JSONValue) throws(DocumentFault) {
      if let text = try product.text("packageURL"), let purl = try? PackageURL(text) {
        purls.append(purl)
      }
      let package = try product.text("packageName")
      if let collection = try product.text("collectionURL"), let package,
        let purl = PackageCollection.purl(collection, package)
      {
        purls.append(purl)
      }
      if let address = try product.text("repo") { repositories = SourceRepository.purls(address) }
      for text in try product.texts("cpes") {
        if let cpe = try? CPEName(text, isCriterion: true) { cpes.append(cpe) }
      }
      vendor = try product.text("vendor")
      names = [try product.text("product"), package].compactMap { $0 }
        .filter { !SupplierName.isUnknown($0) }
    }

    var isEmpty: Bool {
      purls.isEmpty && cpes.isEmpty && repositories.isEmpty && names.isEmpty
    }
  }

  private func items(
    for product: Names
  ) -> [(Inventory.Match, VersionOrder, [String])] {
    var found: [(Inventory.Match, VersionOrder, [String])] = []
    func add(_ match: Inventory.Match, _ order: VersionOrder, _ versions: [String]) {
      if let known = found.firstIndex(where: { $0.0.item == match.item }) {
        // What is sure goes before what is not.
        if found[known].0.agreement == .unclear, match.agreement == .same {
          found[known] = (match, order, versions)
        }
      } else {
        found.append((match, order, versions))
      }
    }
    for purl in product.purls + product.repositories {
      for match in inventory.matches(purl: purl) {
        add(
          match, VersionOrder(purlType: purl.type), inventory.items[match.item].versions(for: purl))
      }
    }
    for cpe in product.cpes {
      for match in inventory.matches(cpe: cpe) {
        let item = inventory.items[match.item]
        let named = item.cpes.compactMap(\.exactVersion)
        add(match, .upstream, item.versions.isEmpty ? named : item.versions)
      }
    }
    for name in product.names {
      for match in inventory.matches(product: name, of: product.vendor) {
        add(match, .upstream, inventory.items[match.item].versions)
      }
    }
    for purl in product.purls + product.repositories {
      for match in inventory.namesakes(of: purl) {
        add(match, .upstream, inventory.items[match.item].versions)
      }
    }
    return found
  }

  /// What a record says of the vulnerability itself.
  private struct Facts {
    var title: String?
    var scores: [PublishedScore] = []
    var weaknesses: [Int] = []
    var exploited: KnownExploited.Entry?

    init(_ parts: [JSONValue]) throws(DocumentFault) {
      for part in parts {
        if title == nil { title = try Self.title(of: part) }
        for metric in try part.list("metrics") {
          for data in [
            try metric.field("cvssV4_0"), try metric.field("cvssV3_1"),
            try metric.field("cvssV3_0"), try metric.field("cvssV2_0"),
          ] {
            guard let data,
              let score = PublishedScore(
                vector: try data.text("vectorString"), score: try data.number("baseScore"),
                severity: try data.text("baseSeverity")), !scores.contains(score)
            else { continue }
            scores.append(score)
          }
          if let other = try metric.field("other"), try other.text("type") == "kev",
            let content = try other.field("content")
          {
            exploited = KnownExploited.Entry(
              added: try content.text("dateAdded"), due: nil, isUsedByRansomware: false,
              action: nil, source: "CISA")
          }
        }
        for problem in try part.list("problemTypes") {
          for description in try problem.list("descriptions") {
            if let number = WeaknessNumber.of(try description.text("cweId")),
              !weaknesses.contains(number)
            {
              weaknesses.append(number)
            }
          }
        }
      }
    }

    private static func title(of part: JSONValue) throws(DocumentFault) -> String? {
      if let title = try part.text("title") { return ShortTitle.of(title) }
      for description in try part.list("descriptions")
      where try description.text("lang")?.hasPrefix("en") == true {
        return ShortTitle.of(try description.text("value"))
      }
      return nil
    }
  }
}

/// Where packages are collected, as types of purls.
private enum PackageCollection {
  private static let hosts: [(host: String, ecosystem: String)] = [
    ("registry.npmjs.org", "npm"), ("npmjs.com", "npm"), ("pypi.org", "PyPI"),
    ("pypi.python.org", "PyPI"), ("maven.org", "Maven"), ("maven.apache.org", "Maven"),
    ("maven.google.com", "Maven"), ("mvnrepository.com", "Maven"), ("crates.io", "crates.io"),
    ("rubygems.org", "RubyGems"), ("nuget.org", "NuGet"), ("packagist.org", "Packagist"),
    ("pkg.go.dev", "Go"), ("proxy.golang.org", "Go"), ("hex.pm", "Hex"), ("pub.dev", "Pub"),
    ("cran.r-project.org", "CRAN"), ("hackage.haskell.org", "Hackage"),
    ("swiftpackageindex.com", "SwiftURL"),
  ]

  static func purl(_ address: String, _ name: String) -> PackageURL? {
    let lower = address.lowercased()
    guard let ecosystem = hosts.first(where: { lower.contains($0.host) })?.ecosystem else {
      return nil
    }
    return Ecosystem.purl(ecosystem, name)
  }
}
