// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMSource
import TMThreats

/// The page of a built-in threat template, all of it from the library and from an example that the
/// program compiles.
struct ThreatPage {
  private let entry: BuiltInTemplates.Entry
  private let model: Model
  private var template: ThreatTemplate { entry.template }

  /// The page of a template; empty for a name that no library has.
  static func markdown(_ name: String) -> String {
    guard let library = BuiltInTemplates.shared,
      let entry = library.entries.first(where: { $0.name == name })
    else { return "" }
    return ThreatPage(entry: entry, model: library.model).lines.joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    let category = template.category.rawValue
    return [
      "# \(template.name)", "",
      "Library: `\(entry.library)` · Category: [\(category)](../categories/\(category).md) · "
        + "Method: \(template.methods.map { "`\($0.rawValue)`" }.joined(separator: ", "))",
      "", "## What it says", "", "> `\(entry.title)`",
    ] + subjects + conditions + advice + example + replacing + references
  }

  private var subjects: [String] {
    let kinds = template.appliesTo.members.map { "`\($0.word)`" }.joined(separator: ", ")
    var text = "It is about \(kinds)"
    if template.ways == .once { text += ", once for both directions of a flow" }
    text += "."
    if !template.replaces.isEmpty {
      let names = template.replaces.map { "[\($0)](\($0).md)" }.joined(separator: ", ")
      text += " It is listed in place of \(names), under that name, where both hold."
    }
    return ["", text]
  }

  private var conditions: [String] {
    var lines = ["", "## When", ""]
    if let when = template.when {
      lines += ["```tm", "when: \(code(when.range))", "```"]
    } else {
      lines.append("Always.")
    }
    lines += ["", "## What answers it", ""]
    let category = "mitigates `\(template.category.rawValue)`"
    let way =
      template.isSpecial
      ? " and works by \(Suggestion.alternatives(template.mechanisms)) (`mechanism`), or that names it in `answers`"
      : ""
    let control = "a `control` in place that \(category)\(way), or a decision"
    guard !template.answers.isEmpty else { return lines + ["No property: only \(control)."] }
    return lines + ["```tm"] + template.answers.map { "answered-by: \(code($0.range))" }
      + ["```", "", "Or else \(control)."]
  }

  private func code(_ range: SourceRange) -> String {
    ConditionText.oneLine(range, in: model.sources)
  }

  private var advice: [String] {
    var lines: [String] = []
    if let consequence = template.consequence {
      lines += ["", "## What it can lead to", "", consequence]
    }
    if let advice = template.advice { lines += ["", "## What to do", "", advice] }
    return lines
  }

  private var example: [String] {
    guard let example = ThreatExample(template.name) else { return [] }
    return [
      "", "## Example", "", "```tm",
      String(example.model.dropLast(example.model.hasSuffix("\n") ? 1 : 0)), "```",
      "", "`tm threats --explain \(example.id)` answers:", "", "```text", example.answer, "```",
    ]
  }

  private var replacing: [String] {
    let name = template.name
    return [
      "", "## Turn off, decide or replace", "",
      "`policy { \(name): off }` turns it off. `threat \(template.replaces.first ?? name) { … }` inside of what",
      "it is about rates and decides one of its threats. A template of this name at the top level of a",
      "model replaces it; the built-in one reads:", "", "```tm",
      model.sources.text(model.syntax(template.entity).range), "```",
    ]
  }

  private var references: [String] {
    let known = CategoryFacts.all.map(CategoryReferences.init).flatMap(\.groups)
      .flatMap(\.entries)
    let entries =
      template.cwe.map { CategoryReferences.weakness($0) }
      + template.capec.map { CategoryReferences.pattern($0) }
      + template.attack.map { CategoryReferences.technique($0) }
    let lists = template.owasp.map { "- OWASP \($0)" }
    guard !entries.isEmpty || !lists.isEmpty else { return [] }
    return ["", "## References", ""]
      + entries.map { entry in
        let name = known.first { $0.id == entry.id }.map { " \($0.name)" } ?? ""
        return "- [\(entry.id)](\(entry.address))\(name)"
      } + lists
  }
}
