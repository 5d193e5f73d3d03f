// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMThreats

/// The page of a category of threats.
enum CategoryPage {
  /// The page; empty for a name that is no category.
  static func markdown(_ name: String) -> String {
    guard let facts = CategoryFacts.all.first(where: { $0.category.rawValue == name }) else {
      return ""
    }
    let lines =
      ["# \(name)", "", property(facts.category), "", "## What it asks", "", facts.question]
      + ["", "## What is usually done", ""] + facts.measures.map { "- \($0)" }
      + templates(facts.category) + references(facts)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func property(_ category: ThreatCategory) -> String {
    let lost = "Method: \(category.methodName) · Lost property: \(category.violatedProperty ?? "")"
    let others = category.cia + category.stride
    guard let first = others.first else { return lost }
    let names = others.map { "[\($0.rawValue)](\($0.rawValue).md)" }.joined(separator: ", ")
    return "\(lost) · Under \(first.methodName): \(names)"
  }

  private static func templates(_ category: ThreatCategory) -> [String] {
    let entries = BuiltInTemplates.all.filter { $0.template.category == category }
    guard !entries.isEmpty else { return [] }
    return ["", "## Threat templates", ""]
      + BuiltInTemplates.libraries.compactMap { library in
        let links = entries.filter { $0.library == library }
          .map { "[\($0.name)](../threats/\($0.name).md)" }
        return links.isEmpty ? nil : "- `\(library)`: \(links.joined(separator: ", "))"
      }
  }

  private static func references(_ facts: CategoryFacts) -> [String] {
    let groups = CategoryReferences(facts).groups
    guard !groups.isEmpty else { return [] }
    var lines = ["", "## References"]
    for group in groups {
      lines += ["", "### \(capitalised(group.title))", ""]
      lines += group.entries.map { "- [\($0.id)](\($0.address)) \($0.name)" }
    }
    return lines
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
