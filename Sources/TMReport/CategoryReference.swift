// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMThreats

/// The page `docs/categories.md`: what is known of each category of threat.
package enum CategoryReference {
  /// The whole page, in GitHub's Markdown.
  package static var markdown: String {
    var lines = [
      "# Categories of threats",
      "",
      "What each category asks, what is usually done about it, and where to read on; `tm explain CATEGORY`",
      "prints the same. Generated from the program. Which weakness, pattern or technique belongs to which",
      "category is the judgement of this project: no standard maps them. How the methods go together is on the",
      "page about [methods](methods.md).",
    ]
    for categories in [ThreatCategory.stride, ThreatCategory.linddun, ThreatCategory.cia] {
      lines += ["", "## \(categories[0].methodName)", ""] + overview(categories)
      for category in categories { lines += section(category) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func overview(_ categories: [ThreatCategory]) -> [String] {
    let hasCIA = categories.contains { !$0.cia.isEmpty }
    let head = ["category", "in tables", "property that is lost"] + (hasCIA ? ["under CIA"] : [])
    let rows = categories.map { category in
      ["`\(category.rawValue)`", category.abbreviation, category.violatedProperty]
        + (hasCIA ? [category.cia.map(\.rawValue).joined(separator: ", ")] : [])
    }
    return ([head, head.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }

  private static func section(_ category: ThreatCategory) -> [String] {
    guard let facts = CategoryFacts.all.first(where: { $0.category == category }) else { return [] }
    var lines = ["", "### \(category.rawValue)", "", facts.question, ""]
    lines += facts.measures.map { "- \($0)" }
    let references = CategoryReferences(facts)
    if !references.groups.isEmpty { lines += ["", "| | |", "| --- | --- |"] }
    for group in references.groups {
      let links = group.entries.map { "[\($0.id)](\($0.address)) \($0.name)" }
      lines.append("| \(group.title) | \(links.joined(separator: "; ")) |")
    }
    return lines
  }
}

/// What a category refers to outside of the program, in groups that are not empty.
package struct CategoryReferences {
  package struct Group {
    package let title: String
    package let entries: [Entry]
  }

  package struct Entry {
    /// As people write it: `CWE-20`, `T1565.001`.
    package let id: String
    package let name: String
    /// The page of its publisher.
    package let address: String
  }

  package let groups: [Group]

  package init(_ facts: CategoryFacts) {
    let mitre = "mitre.org/data/definitions"
    let groups = [
      Group(
        title: "weaknesses (CWE)",
        entries: facts.cwe.map { number, name in
          Entry(id: "CWE-\(number)", name: name, address: "https://cwe.\(mitre)/\(number).html")
        }),
      Group(
        title: "attack patterns (CAPEC)",
        entries: facts.capec.map { number, name in
          Entry(id: "CAPEC-\(number)", name: name, address: "https://capec.\(mitre)/\(number).html")
        }),
      Group(
        title: "ATT&CK for Enterprise", entries: facts.attackEnterprise.map(Self.technique)),
      Group(title: "ATT&CK for ICS", entries: facts.attackICS.map(Self.technique)),
    ]
    self.groups = groups.filter { !$0.entries.isEmpty }
  }

  private static func technique(_ id: String, _ name: String) -> Entry {
    let path = id.split(separator: ".").joined(separator: "/")
    return Entry(id: id, name: name, address: "https://attack.mitre.org/techniques/\(path)/")
  }
}
