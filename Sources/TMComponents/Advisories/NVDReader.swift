// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads an answer of the NVD's vulnerability API 2.0.
///
/// A configuration that names a platform beside the vulnerable product (`AND`) counts as met: what a
/// product runs on is seldom in its model.
struct NVDReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> [Sighting] {
    var found: [Sighting] = []
    for root in document.roots {
      for value in try root.list("vulnerabilities") {
        guard let entry = try value.field("cve") else {
          throw DocumentFault(
            "an element of `vulnerabilities` has no `cve`", at: value.offset,
            help: "fetch the answer of the NVD API 2.0 again; feeds of version 1.1 are not read")
        }
        try add(entry, to: &found)
      }
    }
    return found
  }

  private func add(_ entry: JSONValue, to found: inout [Sighting]) throws(DocumentFault) {
    guard let id = try entry.text("id") else {
      throw DocumentFault(
        "a `cve` has no `id`", at: entry.offset, help: "fetch the answer of the NVD API again")
    }
    var matches: [(item: Int, judgement: Judgement, fixedIn: [String])] = []
    for configuration in try entry.list("configurations") {
      for node in try configuration.list("nodes") {
        if try node.truth("negate") == true { continue }
        for match in try node.list("cpeMatch") {
          guard try match.truth("vulnerable") == true, let criteria = try match.text("criteria"),
            let name = try? CPEName(criteria)
          else { continue }
          for item in inventory.index[ItemIndex.key(name)] {
            let (judgement, fixedIn) = try judge(match, name, inventory.items[item])
            if let place = matches.firstIndex(where: { $0.item == item }) {
              matches[place].judgement = max(matches[place].judgement, judgement)
              matches[place].fixedIn += fixedIn
            } else {
              matches.append((item, judgement, fixedIn))
            }
          }
        }
      }
    }
    let isRejected = try entry.text("vulnStatus") == "Rejected"
    for match in matches where match.judgement != .unaffected && !isRejected {
      found.append(
        Sighting(
          item: match.item, ids: [id], title: try title(of: entry), scores: try scores(of: entry),
          weaknesses: try weaknesses(of: entry), judgement: match.judgement, basis: .cpe,
          fixedIn: match.fixedIn, exploited: try exploited(entry)))
    }
  }

  private func judge(
    _ match: JSONValue, _ name: CPEName, _ item: SoftwareItem
  ) throws(DocumentFault) -> (Judgement, fixedIn: [String]) {
    guard item.cpes.contains(where: { $0.agrees(with: name) }) else { return (.unaffected, []) }
    if let exact = name.exactVersion {
      let span = VersionSpan(from: exact, to: exact, isToIncluded: true)
      return ([span].judge(item.versions, .general), [])
    }
    // Without a version that applies, nobody can tell which ones are meant.
    if name.version == "-" { return (.unknown, []) }
    var span = VersionSpan()
    if let version = try match.text("versionStartIncluding") { span.from = version }
    if let version = try match.text("versionStartExcluding") {
      span.from = version
      span.isFromIncluded = false
    }
    if let version = try match.text("versionEndIncluding") {
      span.to = version
      span.isToIncluded = true
    }
    let end = try match.text("versionEndExcluding")
    if let end { span.to = end }
    return ([span].judge(item.versions, .general), end.map { [$0] } ?? [])
  }

  private func title(of entry: JSONValue) throws(DocumentFault) -> String? {
    for description in try entry.list("descriptions") where try description.text("lang") == "en" {
      return ShortTitle.of(try description.text("value"))
    }
    return nil
  }

  private func scores(of entry: JSONValue) throws(DocumentFault) -> [PublishedScore] {
    guard let metrics = try entry.field("metrics") else { return [] }
    var scores: [PublishedScore] = []
    var lists: [JSONValue] = try metrics.list("cvssMetricV40")
    lists += try metrics.list("cvssMetricV31")
    lists += try metrics.list("cvssMetricV30")
    lists += try metrics.list("cvssMetricV2")
    for metric in lists {
      guard let data = try metric.field("cvssData"),
        let score = PublishedScore(
          vector: try data.text("vectorString"), score: try data.number("baseScore"),
          severity: try data.text("baseSeverity")), !scores.contains(score)
      else { continue }
      scores.append(score)
    }
    return scores
  }

  private func weaknesses(of entry: JSONValue) throws(DocumentFault) -> [Int] {
    var numbers: [Int] = []
    for weakness in try entry.list("weaknesses") {
      for description in try weakness.list("description") {
        guard let number = WeaknessNumber.of(try description.text("value")),
          !numbers.contains(number)
        else { continue }
        numbers.append(number)
      }
    }
    return numbers
  }

  /// The NVD repeats what CISA's catalogue says.
  private func exploited(_ entry: JSONValue) throws(DocumentFault) -> KnownExploited.Entry? {
    guard let added = try entry.text("cisaExploitAdd") else { return nil }
    return KnownExploited.Entry(
      added: added, due: try entry.text("cisaActionDue"), isUsedByRansomware: false,
      action: try entry.text("cisaRequiredAction"))
  }
}
