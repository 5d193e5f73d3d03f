// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMSource

/// A template with all its partials, checked against the fields of the report's data.
package struct CheckedTemplate: Sendable {
  /// The template first, then its partials.
  package let sources: SourceSet
  /// The name of each file for the library: empty for the template itself.
  package let names: [String]
  /// What is wrong; empty for a template that can be filled in.
  package let diagnostics: [Diagnostic]
  /// The fields of the root that it uses.
  package let rootFields: Set<String>
}

/// Checks a template before it is filled in: a name that is no field is an error with a suggestion,
/// never a place that stays empty.
package struct TemplateChecker {
  /// How many tags are looked at, partials counted each time.
  private static let tagLimit = 100_000
  /// How many files a template may have.
  private static let fileLimit = 100

  /// The text of a partial with the path to show, or why there is none.
  package enum Partial: Sendable {
    case text(path: String, [UInt8])
    case failure(reason: String, help: String)
  }

  /// A value that a name can be looked for in.
  private struct Scope {
    let shape: FieldShape
    /// Whether it is an element of a list.
    let isElement: Bool
  }

  private let load: (String) -> Partial
  private var sources = SourceSet()
  private var names: [String] = []
  private var nodes: [[TemplateNode]] = []
  private var files: [String: Int] = [:]
  private var failed: Set<String> = []
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<SourceRange> = []
  private var rootFields: Set<String> = []
  private var tags = 0
  /// Whether the limit of tags was reached.
  private var isCutShort = false

  /// Checks a template with what it includes.
  ///
  /// - Parameter load: reads a partial by the name that a tag gives.
  package static func check(
    path: String, _ bytes: [UInt8], against root: RecordInfo, loading load: (String) -> Partial
  ) -> CheckedTemplate {
    withoutActuallyEscaping(load) { load in
      var checker = TemplateChecker(load: load)
      let main = checker.add(path: path, bytes, named: "")
      checker.check(
        checker.nodes[main], [Scope(shape: .record(root), isElement: false)], including: [])
      return CheckedTemplate(
        sources: checker.sources, names: checker.names,
        diagnostics: checker.diagnostics.sorted(by: Diagnostic.listingOrder),
        rootFields: checker.rootFields)
    }
  }

  private init(load: @escaping (String) -> Partial) { self.load = load }

  private mutating func add(path: String, _ bytes: [UInt8], named name: String) -> Int {
    let file = sources.add(path: path, bytes: bytes)
    let scanned = TemplateScanner.scan(file)
    names.append(name)
    nodes.append(scanned.nodes)
    diagnostics += scanned.diagnostics
    return nodes.count - 1
  }

  // MARK: - Parts

  private mutating func check(_ parts: [TemplateNode], _ scopes: [Scope], including path: [String])
  {
    for part in parts {
      guard tags < Self.tagLimit else { return reportTooMany(part.range) }
      tags += 1
      switch part {
      case .variable(let name):
        if let shape = shape(of: name, scopes) { checkIsPrintable(shape, name) }
      case .section(let name, let kind, let inner):
        guard let shape = shape(of: name, scopes) else { continue }
        check(inner, kind == .present ? scopes + opened(shape) : scopes, including: path)
      case .partial(let name, let range): check(partial: name, range, scopes, including: path)
      }
    }
  }

  private mutating func reportTooMany(_ range: SourceRange) {
    if isCutShort { return }
    isCutShort = true
    report(
      "with its partials the template has more than \(Self.tagLimit) tags", range, "include less")
  }

  /// What a section opens, besides what is open already.
  private func opened(_ shape: FieldShape) -> [Scope] {
    switch shape.present {
    case .boolean: []
    case .list(let element): [Scope(shape: element, isElement: true)]
    case .text, .integer, .constant, .number, .score, .date, .word, .record, .optional:
      [Scope(shape: shape.present, isElement: false)]
    }
  }

  private mutating func check(
    partial name: String, _ range: SourceRange, _ scopes: [Scope], including path: [String]
  ) {
    guard !path.contains(name) else {
      return report(
        "the partial `\(name)` includes itself", range, "a partial cannot be its own part")
    }
    guard let index = partial(name, range) else { return }
    check(nodes[index], scopes, including: path + [name])
  }

  private mutating func partial(_ name: String, _ range: SourceRange) -> Int? {
    if let known = files[name] { return known }
    if failed.contains(name) { return nil }
    guard files.count < Self.fileLimit else {
      report("the template has more than \(Self.fileLimit) partials", range, "include less")
      return nil
    }
    switch load(name) {
    case .text(let path, let bytes):
      let index = add(path: path, bytes, named: name)
      files[name] = index
      return index
    case .failure(let reason, let help):
      failed.insert(name)
      report("the partial `\(name)` \(reason)", range, help)
      return nil
    }
  }

  // MARK: - Names

  private mutating func shape(of name: TemplateName, _ scopes: [Scope]) -> FieldShape? {
    guard var shape = place(of: name, scopes) else { return nil }
    for transform in name.transforms.reversed() {
      guard let next = TemplateTransform.shape(transform, of: shape) else {
        report(
          "`\(transform)` cannot be done to \(shape.phrase)", name.range,
          TemplateTransform.help(for: shape))
        return nil
      }
      shape = next
    }
    return shape
  }

  private mutating func place(of name: TemplateName, _ scopes: [Scope]) -> FieldShape? {
    guard let innermost = scopes.last else { return nil }
    // `index()`: about the place in a list.
    if name.path == [""] {
      if innermost.isElement { return TemplateTransform.position }
      report(
        "`\(name.text)` has a meaning in a list alone", name.range, "open a list: `{{#flows}}`")
      return nil
    }
    guard let first = name.path.first else { return innermost.shape }
    let candidates = name.isLocal ? [innermost] : scopes.reversed()
    for (index, scope) in candidates.enumerated() {
      guard let field = scope.shape.record(named: first) else { continue }
      if index == scopes.count - 1 { rootFields.insert(first) }
      return follow(name.path.dropFirst(), from: field, name)
    }
    report("`\(first)` is no field here", name.range, help(for: first, candidates))
    return nil
  }

  /// The fields that may be meant, those of the records here included: `model.title` for `titel`.
  private func help(for name: String, _ scopes: [Scope]) -> String {
    let visible = scopes.flatMap { $0.shape.present.fields }
    if let help = Suggestion.help(for: name, among: visible.map(\.name)) { return help }
    let close = visible.flatMap { field -> [String] in
      let inner = field.shape.present.fields.map(\.name)
      let found = inner.contains(name) ? [name] : Suggestion.candidates(for: name, among: inner)
      return found.map { "\(field.name).\($0)" }
    }
    if !close.isEmpty { return "did you mean \(Suggestion.alternatives(Array(close.prefix(4))))?" }
    let record = scopes.compactMap { $0.shape.present.ownRecord?.name }.first ?? "report"
    return "the fields of `\(record)` are listed in docs/report-fields.md"
  }

  private mutating func follow(
    _ path: ArraySlice<String>, from field: FieldInfo, _ name: TemplateName
  ) -> FieldShape? {
    var (shape, before) = (field.shape, field.name)
    for step in path {
      guard let record = shape.present.ownRecord else {
        let help =
          shape.record == nil
          ? "leave out `.\(step)`" : "open the list: `{{#\(before)}}{{\(step)}}{{/\(before)}}`"
        report("`\(before)` is \(shape.phrase), and has no field `\(step)`", name.range, help)
        return nil
      }
      guard let next = record.field(step) else {
        report(
          "`\(before)` has no field `\(step)`", name.range,
          Suggestion.help(for: step, among: record.fields.map(\.name)) ?? "the fields of "
            + "`\(record.name)` are listed in docs/report-fields.md")
        return nil
      }
      (shape, before) = (next.shape, step)
    }
    return shape
  }

  private mutating func checkIsPrintable(_ shape: FieldShape, _ name: TemplateName) {
    switch shape.present {
    case .list:
      report(
        "`\(name.text)` is a list", name.range,
        "open it: `{{#\(name.text)}}…{{/\(name.text)}}`, or count it: `{{count(\(name.text))}}`")
    case .record(let record):
      let field = record.fields.first?.name ?? "id"
      report(
        "`\(name.text)` is a record", name.range,
        name.path.isEmpty
          ? "name a field of it: `{{\(field)}}`"
          : "name a field of it: `{{\(name.text).\(field)}}`")
    case .text, .integer, .constant, .number, .score, .boolean, .date, .word, .optional: return
    }
  }

  private mutating func report(_ message: String, _ range: SourceRange, _ help: String) {
    guard reported.insert(range).inserted else { return }
    diagnostics.append(Diagnostic("template", .error, message, at: Label(range), help: [help]))
  }
}

extension TemplateNode {
  fileprivate var range: SourceRange {
    switch self {
    case .variable(let name), .section(let name, _, _): name.range
    case .partial(_, let range): range
    }
  }
}

extension FieldShape {
  /// The record that the value itself is.
  fileprivate var ownRecord: RecordInfo? {
    guard case .record(let record) = present else { return nil }
    return record
  }

  fileprivate var fields: [FieldInfo] { ownRecord?.fields ?? [] }

  fileprivate func record(named name: String) -> FieldInfo? { ownRecord?.field(name) }
}
