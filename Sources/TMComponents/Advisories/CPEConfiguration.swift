// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Which products a vulnerability is in, by CPE names: as the NVD and CVE records write it.
struct CPEConfiguration {
  let inventory: Inventory

  /// Whether it names any product.
  @discardableResult
  func add(
    _ configuration: JSONValue, to matches: inout RecordMatches
  ) throws(DocumentFault) -> Bool {
    var namesAny = false
    for node in try configuration.list("nodes") {
      let isNegated = try node.truth("negate") == true
      for criterion in try node.list("cpeMatch") {
        guard try criterion.truth("vulnerable") == true,
          let text = try criterion.text("criteria"),
          let name = try? CPEName(text, isCriterion: true)
        else { continue }
        namesAny = true
        for match in inventory.matches(cpe: name) + inventory.namesakes(of: name) {
          var (judgement, fixedIn) = try judge(criterion, name, inventory.items[match.item])
          // Its version is in the name of the product, and not to be compared.
          if inventory.isRelease(match, of: name) { judgement = .unknown }
          guard isNegated else {
            matches.add(match, judgement, fixedIn: fixedIn)
            continue
          }
          // What is left out is not meant; whether the rest is, such a node does not say.
          matches.add(match, min(judgement.inverted, .unknown))
        }
      }
    }
    return namesAny
  }

  private func judge(
    _ criterion: JSONValue, _ name: CPEName, _ item: SoftwareItem
  ) throws(DocumentFault) -> (Judgement, fixedIn: [String]) {
    let versions = item.versionsForCPE
    // Without a version that applies, nobody can tell which ones are meant.
    if name.version == "-" { return (.unknown, []) }
    if name.version != "*" {
      return (versions.map { $0.judge(criterion: name) }.max() ?? .unknown, [])
    }
    var span = VersionSpan()
    if let version = try criterion.text("versionStartIncluding") { span.from = version }
    if let version = try criterion.text("versionStartExcluding") {
      span.from = version
      span.isFromIncluded = false
    }
    if let version = try criterion.text("versionEndIncluding") {
      span.to = version
      span.isToIncluded = true
    }
    let end = try criterion.text("versionEndExcluding")
    if let end { (span.to, span.isToIncluded) = (end, false) }
    let fixedIn = end.map { [$0] } ?? []
    if span.from == nil, span.to == nil { return (.affected, fixedIn) }
    return (versions.map { $0.judge(span) }.max() ?? .unknown, fixedIn)
  }
}
