// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSource
import TMTestSupport

/// The page of a rule under `docs/rules`.
struct RulePage: Sendable, CustomStringConvertible {
  let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  var path: String { "docs/rules/\(rule.name).md" }
  var description: String { path }

  func text() throws -> String { try Repository.text(path) }

  /// The models on the page.
  func blocks() throws -> [MarkdownBlock] {
    MarkdownBlock.blocks(in: try text()).filter { $0.language == "tm" }
  }

  /// The files about components on the page; they belong to each model of it.
  func software() throws -> [(path: String, text: String)] {
    MarkdownBlock.blocks(in: try text()).filter { $0.language == "json" }
      .map { ($0.file ?? "vulnerabilities.json", $0.text) }
  }

  func blocks(under heading: String) throws -> [MarkdownBlock] {
    try blocks().filter { $0.heading == heading }
  }

  /// What a model is marked to give of this rule, and what it gives.
  func findings(
    in block: MarkdownBlock
  ) throws -> (marked: [Marker], found: [Diagnostic], run: LintRun) {
    // Behind the block, so that its lines keep their numbers.
    let hasModel = block.text.split(separator: "\n").contains { $0.hasPrefix("model ") }
    let text = hasModel ? block.text : block.text + "model \"Example\"\n"
    let run = try LintRun([("model.tm", text)], software: try software())
    let marked = Marker.markers(in: block.text).filter { $0.place.rule == rule.name }
    return (marked, run.diagnostics.filter { $0.rule == rule.name }, run)
  }
}

/// A finding that a line of a model expects: `// warning[no-outflow]: message` at its end.
struct Marker {
  struct Place: Equatable {
    let line: Int
    let severity: Severity
    let rule: String

    init(line: Int, severity: Severity, rule: String) {
      self.line = line
      self.severity = severity
      self.rule = rule
    }

    init(_ diagnostic: Diagnostic, in run: LintRun) {
      self.init(
        line: run.line(of: diagnostic), severity: diagnostic.severity, rule: diagnostic.rule)
    }
  }

  let place: Place
  /// The whole message, where the marker states it.
  let message: String?

  static func markers(in text: String) -> [Marker] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { number, line in marker(line, number + 1) }
  }

  private static func marker(_ line: Substring, _ number: Int) -> Marker? {
    let pattern = /\/\/ (error|warning|note)\[([a-z-]+)\](?:: (.+))?$/
    guard let match = line.firstMatch(of: pattern),
      let severity = Severity(rawValue: String(match.1))
    else { return nil }
    return Marker(
      place: Place(line: number, severity: severity, rule: String(match.2)),
      message: match.3.map(String.init))
  }
}

extension LintRun {
  /// Errors that no rule of the linter gives: those of syntax, names and types.
  var compilerErrors: [Diagnostic] {
    let rules = Set(Rule.all.map(\.name))
    return diagnostics.filter { $0.severity == .error && !rules.contains($0.rule) }
  }
}
