// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads an answer of the NVD's vulnerability API 2.0.
///
/// A configuration that names a platform beside the vulnerable product (`AND`) counts as met: what a
/// product runs on is seldom in its model.
struct NVDReader {
  let inventory: Inventory

  func sightings(in document: JSONDocument) throws(DocumentFault) -> Sightings {
    var found = Sightings()
    for root in document.roots {
      let all = try root.list("vulnerabilities")
      let start = min(try root.field("startIndex")?.integer ?? 0, 1 << 40)
      if let total = try root.field("totalResults")?.integer {
        found.remarks.pages.append(.init(start: start, end: start + all.count, total: total))
      }
      if all.isEmpty { found.remarks.add(.empty, "", at: root) }
      for value in all {
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

  private func add(_ entry: JSONValue, to found: inout Sightings) throws(DocumentFault) {
    guard let id = try entry.text("id") else {
      throw DocumentFault(
        "a `cve` has no `id`", at: entry.offset, help: "fetch the answer of the NVD API again")
    }
    if try entry.text("vulnStatus") == "Rejected" { return }
    let configurations = try entry.list("configurations")
    if configurations.isEmpty { found.remarks.unenriched += 1 }
    var matches = RecordMatches()
    var namesAny = configurations.isEmpty
    for configuration in configurations {
      if try CPEConfiguration(inventory: inventory).add(configuration, to: &matches) {
        namesAny = true
      }
    }
    if !namesAny { found.remarks.add(.nameless, id, at: entry) }
    for match in matches.found {
      found.items.append(
        Sighting(
          item: match.item, ids: [id], title: try title(of: entry), scores: try scores(of: entry),
          weaknesses: try weaknesses(of: entry), judgement: match.judgement, basis: match.basis,
          fixedIn: match.fixedIn, exploited: try exploited(entry)))
    }
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
      action: try entry.text("cisaRequiredAction"), source: "CISA")
  }
}
