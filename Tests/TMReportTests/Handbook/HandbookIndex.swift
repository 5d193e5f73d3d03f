// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLint
import TMThreats

/// The pages under `docs` that list the pages of the handbook.
enum HandbookIndex {
  static var pages: [(path: String, text: String)] {
    [
      ("docs/rules/README.md", rules), ("docs/checks/README.md", checks),
      ("docs/threats/README.md", threats), ("docs/policy/README.md", policy),
      ("docs/categories.md", CategoryReference.markdown),
    ]
  }

  private static var rules: String {
    var lines = [
      "# Rules",
      "",
      "What `tm lint` looks for. A `policy` changes the severity of a rule or turns it off;",
      "`@allow(rule, \"reason\")` excuses one finding where it stands. `tm explain NAME` prints a page.",
      "An example without `model` is a part of one.",
    ]
    for section in Rule.sections {
      lines += [
        "", "## \(section.title)", "", "| rule | severity | finds |", "| --- | --- | --- |",
      ]
      lines += section.rules.map { rule in
        "| [\(rule.name)](\(rule.name).md) | \(rule.severity.rawValue) | \(rule.summary) |"
      }
    }
    return text(lines)
  }

  private static var checks: String {
    text(
      [
        "# Checks of the compiler",
        "",
        "What keeps a model from being understood. No policy turns these off and no `@allow` excuses them,",
        "but for [unknown-word](unknown-word.md). What `tm lint` looks for beside them are the",
        "[rules](../rules/README.md).", "",
        "| check | severity | finds |", "| --- | --- | --- |",
      ]
        + CompilerCheck.all.map {
          "| [\($0.name)](\($0.name).md) | \($0.severity.rawValue) | \($0.summary) |"
        })
  }

  private static var threats: String {
    var lines = [
      "# Threat templates",
      "",
      "What the program says of a model on its own: each template is a sentence about what its condition",
      "holds for. `tm explain NAME` prints a page. The libraries `stride`, `linddun` and `cia` belong to every",
      "model, whose [`method`](../methods.md) chooses among them; [`medical`](../medical.md) comes with",
      "`import medical`. What the categories ask is on [their pages](../categories.md). A name in braces stands",
      "for a name of the model.",
    ]
    for library in BuiltInTemplates.libraries {
      lines += [
        "", "## \(library)", "", "| template | category | says |", "| --- | --- | --- |",
      ]
      lines += BuiltInTemplates.all.filter { $0.library == library }.map { entry in
        let category = entry.template.category.rawValue
        return "| [\(entry.name)](\(entry.name).md) | [\(category)](../categories/\(category).md) "
          + "| \(entry.title) |"
      }
    }
    return text(lines)
  }

  private static var policy: String {
    text(
      [
        "# The policy",
        "",
        "What a team insists on stands in the model, like everything else.", "",
        "| page | says |", "| --- | --- |",
      ]
        + Handbook.pages.filter { $0.kind == .policy }.map {
          "| [\($0.name)](\($0.name).md) | \($0.summary) |"
        })
  }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
