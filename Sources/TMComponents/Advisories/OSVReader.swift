// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads vulnerabilities in the Open Source Vulnerability format.
struct OSVReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> [Sighting] {
    var found: [Sighting] = []
    for root in document.roots {
      if root.isArray {
        for entry in try root.elements() { try add(entry, to: &found) }
      } else if let list = try root.field("vulns") {
        for entry in try list.elements() { try add(entry, to: &found) }
      } else {
        try add(root, to: &found)
      }
    }
    return found
  }

  /// What is known of one package of an entry and one item.
  private struct Match {
    let item: Int
    let basis: MatchBasis
    var judgement: Judgement
    var fixedIn: [String]
  }

  private func add(_ value: JSONValue, to found: inout [Sighting]) throws(DocumentFault) {
    let entry = try value.opened()
    guard let id = try entry.text("id") else {
      throw DocumentFault(
        "an entry has no `id`", at: entry.offset, help: "OSV requires one; add it")
    }
    if try entry.field("withdrawn") != nil { return }
    var matches: [Match] = []
    var severities = try entry.list("severity")
    for affected in try entry.list("affected") {
      guard let package = try affected.field("package") else { continue }
      guard let purl = try purl(of: package) else { continue }
      for item in inventory.index[ItemIndex.key(purl)] {
        let (judgement, fixedIn) = try judge(affected, inventory.items[item].versions)
        if let place = matches.firstIndex(where: { $0.item == item }) {
          matches[place].judgement = max(matches[place].judgement, judgement)
          matches[place].fixedIn += fixedIn
        } else {
          matches.append(Match(item: item, basis: .purl, judgement: judgement, fixedIn: fixedIn))
        }
        severities += try affected.list("severity")
      }
    }
    for match in matches where match.judgement != .unaffected {
      var sighting = Sighting(
        item: match.item, ids: [id] + (try entry.texts("aliases")), judgement: match.judgement,
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
      found.append(sighting)
    }
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
    if let text = try package.text("purl"), let purl = try? PackageURL(text) { return purl }
    guard let ecosystem = try package.text("ecosystem"), let name = try package.text("name") else {
      return nil
    }
    return Ecosystem.purl(ecosystem, name)
  }

  /// Whether versions are among those that a package of an entry is affected in.
  private func judge(
    _ affected: JSONValue, _ versions: [String]
  ) throws(DocumentFault) -> (Judgement, fixedIn: [String]) {
    var best: Judgement?
    var fixedIn: [String] = []
    let listed = try affected.texts("versions")
    if !listed.isEmpty {
      best = versions.isEmpty ? .unknown : .unaffected
      for version in versions
      where listed.contains(where: { VersionOrder.general.areEqual($0, version) }) {
        best = .affected
      }
    }
    for range in try affected.list("ranges") {
      let order: VersionOrder
      switch try range.text("type") {
      case "SEMVER": order = .semantic
      case "ECOSYSTEM": order = .general
      // Commits cannot be compared with a version.
      default:
        best = best ?? .unknown
        continue
      }
      let events = try OSVEvents(range, order)
      fixedIn += events.fixed
      best = max(best ?? .unaffected, events.judge(versions))
    }
    return (best ?? .unknown, fixedIn)
  }
}

/// The events of a range of versions: where a vulnerability came in, and where it ended.
private struct OSVEvents {
  private enum Kind: Int {
    case introduced
    case fixed
    case lastAffected
  }

  private var events: [(kind: Kind, version: String)] = []
  private let order: VersionOrder
  var fixed: [String] { events.filter { $0.kind == .fixed }.map(\.version) }

  init(_ range: JSONValue, _ order: VersionOrder) throws(DocumentFault) {
    self.order = order
    for event in try range.list("events") {
      if let version = try event.text("introduced") { events.append((.introduced, version)) }
      if let version = try event.text("fixed") { events.append((.fixed, version)) }
      if let version = try event.text("last_affected") { events.append((.lastAffected, version)) }
    }
    events.sort { left, right in
      if left.version == "0" || right.version == "0" {
        return left.version == "0" && right.version != "0"
      }
      let place = order.compare(left.version, right.version)
      return place == 0 ? left.kind.rawValue > right.kind.rawValue : place < 0
    }
  }

  func judge(_ versions: [String]) -> Judgement {
    let isOpen =
      !events.contains { $0.kind != .introduced } && events.contains { $0.version == "0" }
    if isOpen { return .affected }
    if versions.isEmpty { return .unknown }
    return versions.contains(where: isAffected) ? .affected : .unaffected
  }

  /// The algorithm of the OSV schema: the last event at or before the version decides.
  private func isAffected(_ version: String) -> Bool {
    var isAffected = false
    for (kind, bound) in events {
      let place = bound == "0" ? 1 : order.compare(version, bound)
      switch kind {
      case .introduced where place >= 0: isAffected = true
      case .fixed where place >= 0: isAffected = false
      case .lastAffected where place > 0: isAffected = false
      case .introduced, .fixed, .lastAffected: continue
      }
    }
    return isAffected
  }
}

/// The ecosystems of OSV as types of purls.
enum Ecosystem {
  private static let types: [String: String] = [
    "npm": "npm", "PyPI": "pypi", "Go": "golang", "crates.io": "cargo", "NuGet": "nuget",
    "RubyGems": "gem", "Packagist": "composer", "Hex": "hex", "Pub": "pub", "Maven": "maven",
    "Hackage": "hackage", "CRAN": "cran", "SwiftURL": "swift", "GitHub Actions": "github",
    "Bitnami": "bitnami", "ConanCenter": "conan", "Alpine": "apk", "Debian": "deb", "Ubuntu": "deb",
    "Rocky Linux": "rpm", "AlmaLinux": "rpm", "Red Hat": "rpm", "SUSE": "rpm", "openSUSE": "rpm",
  ]
  private static let namespaces: [String: String] = [
    "Alpine": "alpine", "Debian": "debian", "Ubuntu": "ubuntu", "Rocky Linux": "rocky-linux",
    "AlmaLinux": "almalinux", "Red Hat": "redhat", "SUSE": "suse", "openSUSE": "opensuse",
  ]

  /// The purl of a package; nil for an ecosystem that has none.
  ///
  /// - Parameter ecosystem: with or without a release behind a colon: `Debian:12`.
  static func purl(_ ecosystem: String, _ name: String) -> PackageURL? {
    let base = String(ecosystem.prefix { $0 != ":" })
    guard let type = types[base] else { return nil }
    let divided: Substring.Index? =
      type == "maven" ? name.lastIndex(of: ":") : name.lastIndex(of: "/")
    if let namespace = namespaces[base] {
      return PackageURL(type: type, namespace: namespace, name: name, version: nil)
    }
    guard let divided else {
      return PackageURL(type: type, namespace: "", name: name, version: nil)
    }
    return PackageURL(
      type: type, namespace: String(name[..<divided]),
      name: String(name[name.index(after: divided)...]), version: nil)
  }
}
