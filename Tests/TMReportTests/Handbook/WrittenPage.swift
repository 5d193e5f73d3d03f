// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLint
import TMSource
import TMTestSupport
import TMThreats

/// A page under `docs` that somebody writes: of a rule, of a check of the compiler, of the policy.
///
/// What the program answers to its examples stands behind them and is filled in, see `PageFilling`.
struct WrittenPage: Sendable, CustomStringConvertible {
  let page: HandbookPage

  init(_ page: HandbookPage) { self.page = page }

  /// Of each rule, check and key of the policy, in the order of the handbook.
  static let all = Handbook.pages.filter { $0.kind.isWritten }.map(WrittenPage.init)
  static let rules = all.filter { $0.page.kind == .rule }
  static let checks = all.filter { $0.page.kind == .check }

  var path: String { page.path }
  var description: String { path }

  func text() throws -> String {
    do { return try Repository.text(path) } catch { throw Missing(path: path) }
  }

  /// A page that nobody wrote yet.
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "write \(path), as CONTRIBUTING.md says, then run \(PageFilling.command)"
    }
  }

  /// The name whose findings the page is about; nil for a page that shows whatever is found.
  var rule: String? { page.kind == .policy ? nil : page.name }

  /// Whether a session shows what the page is about, and no model alone could.
  func isSession() throws -> Bool {
    MarkdownBlock.blocks(in: try text()).contains { $0.language == "console" }
  }

  /// The models on the page.
  func models() throws -> [PageModel] {
    let text = try text()
    let software = MarkdownBlock.blocks(in: text).filter { $0.language == "json" }
      .map { ($0.file ?? "vulnerabilities.json", $0.text) }
    return PageModel.models(in: text, software: software)
  }

  func models(under heading: String) throws -> [PageModel] {
    try models().filter { $0.heading == heading }
  }

  /// What a model gives of the rule or check.
  func findings(in run: LintRun) -> [Diagnostic] {
    run.diagnostics.filter { rule == nil || $0.rule == rule }
  }
}

extension HandbookPage.Kind {
  /// Whether somebody writes the pages, so that they are files before they are part of the program.
  var isWritten: Bool {
    switch self {
    case .rule, .check, .policy: true
    case .category, .threat, .word: false
    }
  }
}

/// A model on a page: a `tm` block, and the `tm file=…` blocks of its other files behind it.
struct PageModel {
  let heading: String
  private(set) var blocks: [MarkdownBlock]
  private let software: [(path: String, text: String)]

  static func models(
    in markdown: String, software: [(path: String, text: String)]
  ) -> [PageModel] {
    var models: [PageModel] = []
    for block in MarkdownBlock.blocks(in: markdown) where block.language == "tm" {
      let isOther = block.file.map { $0 != root } ?? false
      if isOther, !models.isEmpty {
        models[models.count - 1].blocks.append(block)
      } else {
        models.append(PageModel(heading: block.heading, blocks: [block], software: software))
      }
    }
    return models
  }

  private static let root = "model.tm"

  /// The line of the page at which the model starts, from 1.
  var line: Int { (blocks.first?.lines.lowerBound ?? 0) + 1 }

  /// What `tm lint` finds, with the libraries that the program ships with.
  func run() throws -> LintRun {
    try LintRun(
      bytes: blocks.map { ($0.file ?? Self.root, bytes(of: $0)) },
      libraries: .builtIn, software: software)
  }

  private func bytes(of block: MarkdownBlock) -> [UInt8] {
    if block.options.contains("bytes") { return Self.unescaped(block.text) }
    let hasModel = blocks.contains { block in
      block.text.split(separator: "\n").contains { $0.hasPrefix("model") }
    }
    let isRoot = (block.file ?? Self.root) == Self.root
    // Behind the block, so that its lines keep their numbers.
    let needsModel = isRoot && !hasModel && !block.options.contains("whole")
    // The marks are no part of the example: its answer is not to show them.
    let text = block.text.replacing(Marker.pattern, with: "")
    return Array((needsModel ? text + "model \"Example\"\n" : text).utf8)
  }

  /// The bytes of a text in which `\xe4` stands for one of them.
  private static func unescaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("\\x"), let byte = UInt8(rest.dropFirst(2).prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(4)
      } else {
        bytes += Array(String(first).utf8)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// The findings that the lines of the model are marked with.
  var markers: [Marker] { blocks.prefix(1).flatMap { Marker.markers(in: $0.text) } }
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

  static var pattern: Regex<(Substring, Substring, Substring, Substring?)> {
    /(?m) *\/\/ (error|warning|note)\[([a-z-]+)\](?:: (.+))?$/
  }

  private static func marker(_ line: Substring, _ number: Int) -> Marker? {
    guard let match = line.firstMatch(of: Self.pattern),
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
