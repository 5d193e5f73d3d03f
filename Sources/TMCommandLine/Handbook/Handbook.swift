// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMReport
import TMSource
import TMThreats

/// What `tm explain` prints: rules, checks of the compiler, categories of threats and built-in threats,
/// by name.
enum Handbook {
  /// The names of all pages; a rule wins over a category or threat of its name.
  static var names: [String] {
    Rule.all.map(\.name) + CompilerCheck.all.map(\.name)
      + CategoryFacts.all.map(\.category.rawValue) + BuiltInThreats.all.map(\.name)
  }

  /// One line for each page.
  static func list(_ colouring: Colouring, width: Int) -> String {
    let rules = table("rule", Rule.all.map { ($0.name, $0.severity.rawValue, $0.summary) })
    let checks = table(
      "check", CompilerCheck.all.map { ($0.name, severity(of: $0).rawValue, $0.summary) })
    let categories = table(
      "category",
      CategoryFacts.all.map { ($0.category.rawValue, $0.category.methodName, $0.question) })
    let threats = table("threat", BuiltInThreats.all.map { ($0.name, $0.library, $0.title) })
    return [rules, checks, categories, threats].map { $0.text(width: width, colouring: colouring) }
      .joined(separator: "\n")
  }

  /// What is known under a name; nil for an unknown one.
  static func page(_ name: String, _ colouring: Colouring, width: Int) -> String? {
    if let rule = Rule.all.first(where: { $0.name == name }) {
      return heading(name, "rule, \(rule.severity.rawValue)", colouring)
        + wrapped(rule.summary, width)
        + "\nChange its severity with `policy { \(name): \(other(than: rule.severity)) }`, or "
        + "excuse one declaration with\n`@allow(\(name), \"the reason\")` in front of it.\n"
        + "\nThe page with examples is docs/rules/\(name).md in the sources of this program.\n"
    }
    if let check = CompilerCheck.all.first(where: { $0.name == name }) {
      return heading(name, "check of the compiler, \(severity(of: check).rawValue)", colouring)
        + wrapped(check.summary, width)
    }
    // A template can have the name of its category: then both are meant.
    let pages = [category(name, colouring, width: width), threat(name, colouring)]
      .compactMap { $0 }
    return pages.isEmpty ? nil : pages.joined(separator: "\n")
  }

  private static func category(_ name: String, _ colouring: Colouring, width: Int) -> String? {
    CategoryFacts.all.first { $0.category.rawValue == name }.map { facts in
      heading(name, CategoryPage.kind(facts.category), colouring)
        + CategoryPage.text(facts, colouring, width: width)
    }
  }

  private static func threat(_ name: String, _ colouring: Colouring) -> String? {
    BuiltInThreats.all.first { $0.name == name }.map { threat in
      heading(name, "threat of library \(threat.library)", colouring)
        + "\(threat.text)\n"
        + "\nTurn it off with `policy { \(name): off }`, or declare a template of this name to "
        + "replace it.\n"
    }
  }

  /// What the compiler finds keeps the model from being understood, but for two checks.
  static func severity(of check: CompilerCheck) -> Severity {
    switch check.name {
    case "stale-baseline", "unknown-word": .note
    default: .error
    }
  }

  private static func other(than severity: Severity) -> String {
    switch severity {
    case .error: "warning"
    case .warning, .note: "error"
    }
  }

  private static func heading(_ name: String, _ kind: String, _ colouring: Colouring) -> String {
    colouring.paint(name, .strong) + "  " + colouring.paint(kind, .frame) + "\n\n"
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    TextWrapping.lines(of: text, width: width).joined(separator: "\n") + "\n"
  }

  private static func table(_ kind: String, _ rows: [(String, String, String)]) -> TerminalTable {
    let second =
      switch kind {
      case "threat": "library"
      case "category": "method"
      default: "severity"
      }
    var table = TerminalTable([.init(kind), .init(second), .init("about")])
    for (name, middle, text) in rows { table.append([.init(name), .init(middle), .init(text)]) }
    return table
  }
}
