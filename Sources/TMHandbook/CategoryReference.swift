// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMThreats

/// The page `docs/categories.md`: the categories of threats at a glance, with a link to the page of each.
package enum CategoryReference {
  /// The whole page, in GitHub's Markdown.
  package static var markdown: String {
    var lines = [
      "# Categories of threats",
      "",
      "What each category asks. Its page says what is usually done about it, which threat templates belong to",
      "it and where to read on; `tm explain CATEGORY` prints the same. Which weakness, pattern or technique",
      "belongs to which category is the judgement of this project: no standard maps them. How the methods go",
      "together is on the page about [methods](methods.md).",
    ]
    for categories in [ThreatCategory.stride, ThreatCategory.linddun, ThreatCategory.cia] {
      lines += ["", "## \(categories[0].methodName)", ""] + overview(categories)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func overview(_ categories: [ThreatCategory]) -> [String] {
    let hasCIA = categories.contains { !$0.cia.isEmpty }
    let head =
      ["category", "in tables", "asks", "property that is lost"] + (hasCIA ? ["under CIA"] : [])
    let rows = categories.map { category in
      let name = category.rawValue
      let facts = CategoryFacts.all.first { $0.category == category }
      return [
        "[\(name)](categories/\(name).md)", category.abbreviation, facts?.question ?? "",
        category.violatedProperty ?? "",
      ] + (hasCIA ? [category.cia.map(\.rawValue).joined(separator: ", ")] : [])
    }
    return ([head, head.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }
}
