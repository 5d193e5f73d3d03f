// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMFormat
import TMHandbook
import TMLanguageServer
import TMModel
import TMRegister
import TMSource
import TMSyntax
import TMThreats

/// What the tools of an assistant answer.
struct AssistantCalls {
  /// How many findings, threats or flows one answer has at most; the rest is counted.
  static let limit = 100

  private let folder: AssistantFolder

  init(_ folder: AssistantFolder) { self.folder = folder }

  func text(of tool: AssistantTool, _ arguments: JSON) throws(CommandFailure) -> String {
    guard case .object(let fields) = arguments else {
      throw CommandFailure("the arguments are no object", help: "give them by their names")
    }
    for field in fields where !tool.arguments.contains(field.name) {
      throw CommandFailure(
        "`\(tool.rawValue)` takes no `\(field.name)`",
        help: "it takes \(tool.arguments.joined(separator: ", "))")
    }
    folder.reset()
    switch tool {
    case .lint: return try lint(arguments)
    case .explain: return try explain(arguments)
    case .threats: return try threats(arguments)
    case .graph: return try graph(arguments)
    case .propose: return try propose(arguments)
    }
  }

  // MARK: - Tools

  private func lint(_ arguments: JSON) throws(CommandFailure) -> String {
    let compiled = try compiled(try model(arguments))
    var findings = compiled.findings(today: try Today.date())
    var note = ""
    if let path = try string(arguments, "file") {
      let file = try resolved(path).display
      guard let source = compiled.sources.files.first(where: { $0.path == file }) else {
        throw CommandFailure("`\(path)` is no file of the model", help: "leave `file` out")
      }
      let from = try number(arguments, "from_line", 1...Int.max) ?? 1
      let to = try number(arguments, "to_line", from...Int.max) ?? Int.max
      var locator = SourceLocator(compiled.sources)
      let all = findings
      findings = all.filter { finding in
        // An error elsewhere may keep a rule from finding something here.
        if !compiled.model.isComplete, finding.severity == .error { return true }
        return ([finding.primary] + finding.secondary).contains { label in
          guard label.range.file == source.id else { return false }
          return locator.position(of: label.range.start, in: source.id).line <= to
            && locator.position(of: label.range.end, in: source.id).line >= from
        }
      }
      let others = all.count - findings.count
      if others > 0 {
        let what = others == 1 ? "1 finding elsewhere is" : "\(others) findings elsewhere are"
        note = "\n\(what) not in this answer.\n"
      }
    }
    return bounded(findings, compiled) + note
  }

  private func explain(_ arguments: JSON) throws(CommandFailure) -> String {
    let name = try required(try string(arguments, "name"), "name")
    guard let page = Handbook.markdown(name) else {
      throw CommandFailure(
        "there is no page of that name",
        help: "name a rule, a check, a threat, a category or a word of the language")
    }
    return page
  }

  private func threats(_ arguments: JSON) throws(CommandFailure) -> String {
    let compiled = try sound(try model(arguments)).counting(on: try Today.date())
    var selection = ThreatSelection()
    if let word = try string(arguments, "status") {
      guard let status = ThreatStatus(rawValue: word) else {
        throw CommandFailure(
          "`\(word)` is no status",
          help: "one of \(ThreatStatus.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      selection.statuses = [status]
    }
    if let path = try string(arguments, "about") {
      selection.subjects = [try declaration(path, compiled.model) { _ in true }]
    }
    let all = selection.selected(compiled.risks.threats, of: compiled.model)
    var bytes: [UInt8] = []
    ThreatsJSON.write(
      Array(all.prefix(Self.limit)), from: compiled.risks, of: compiled.model, layout: .pretty
    ) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self) + Self.rest(all.count, "threats")
  }

  private func graph(_ arguments: JSON) throws(CommandFailure) -> String {
    let compiled = try sound(try model(arguments))
    let model = compiled.model
    let path = try required(try string(arguments, "element"), "element")
    let start = try declaration(path, model) { model[$0].keyword.isElement }
    let depth = try number(arguments, "depth", 1...8) ?? 1
    let surroundings = FlowSurroundings(of: start, depth: depth, in: model)
    let text = String(decoding: surroundings.json(limit: Self.limit).bytes, as: UTF8.self)
    return text + Self.rest(surroundings.flows.count, "flows")
  }

  private func propose(_ arguments: JSON) throws(CommandFailure) -> String {
    let root = try model(arguments)
    let file = try resolved(try string(arguments, "file") ?? root)
    let before = try compiled(root)
    guard before.sources.files.contains(where: { $0.path == file.display }) else {
      throw CommandFailure(
        "`\(file.display)` is no file of the model", help: "name a file that the model imports")
    }
    let old = try read(file)
    let lines = LineIndex(old)
    let from = try required(try number(arguments, "from_line", 1...Int.max), "from_line")
    let to = try required(try number(arguments, "to_line", from - 1...Int.max), "to_line")
    let text = try required(try string(arguments, "text"), "text")
    guard let place = Self.bytes(of: from...max(from, to), isEmpty: to < from, lines, old) else {
      throw CommandFailure(
        "the file has no lines \(from) to \(to)", help: "lint, and take the lines from a finding")
    }
    var insertion = Array(text.utf8)
    if let last = insertion.last, last != 0x0A { insertion.append(0x0A) }
    let new = old[..<place.lowerBound] + insertion + old[place.upperBound...]
    folder.proposed = [file.identity: Array(new)]
    let after = try compiled(root)
    let diff = UnifiedDiff(from: old, to: Array(new))
    let heading = diff.hunks.isEmpty ? "no change\n" : ""
    let shown = diff.text(oldName: "a/\(file.display)", newName: "b/\(file.display)")
    return heading + String(decoding: shown, as: UTF8.self) + "\n" + (try changes(before, after))
      + "\nNothing was written.\n"
  }

  /// The findings that a change takes away and brings.
  private func changes(_ before: CompiledModel, _ after: CompiledModel) throws(CommandFailure)
    -> String
  {
    let today = try Today.date()
    let old = before.findings(today: today)
    let new = after.findings(today: today)
    let known = Fingerprint.all(of: old)
    let current = Fingerprint.all(of: new)
    let brought = zip(new, current).filter { !known.contains($0.1) }.map(\.0)
    let gone = zip(old, known).filter { !current.contains($0.1) }.map(\.0)
    var text = gone.isEmpty ? "" : "Takes away:\n\n"
    text += ConciseDiagnostics.text(of: Array(gone.prefix(Self.limit)), in: before.sources)
    text += Self.rest(gone.count, "findings")
    text += brought.isEmpty ? "Brings no finding.\n" : "Brings:\n\n"
    text += ConciseDiagnostics.text(of: Array(brought.prefix(Self.limit)), in: after.sources)
    text += Self.rest(brought.count, "findings")
    if !after.model.isComplete {
      text += "Rules that look for what is missing did not run: the model has errors.\n"
    }
    return text
  }

  // MARK: - Parts

  private func bounded(_ findings: [Diagnostic], _ compiled: CompiledModel) -> String {
    let bytes = JSONDiagnostics.bytes(
      of: Array(findings.prefix(Self.limit)), in: compiled.sources, layout: .pretty)
    return String(decoding: bytes, as: UTF8.self) + Self.rest(findings.count, "findings")
  }

  private static func rest(_ count: Int, _ what: String) -> String {
    count > limit ? "\n\(count - limit) more \(what) are not in this answer.\n" : ""
  }

  /// The bytes of lines counted from 1; nil where the file has none such.
  private static func bytes(
    of lines: ClosedRange<Int>, isEmpty: Bool, _ index: LineIndex, _ text: [UInt8]
  ) -> Range<Int>? {
    let count = index.line(of: UInt32(text.count)) + 1
    guard lines.upperBound <= count else { return nil }
    let start = index.range(ofLine: lines.lowerBound - 1).lowerBound
    return start..<(isEmpty ? start : index.range(ofLine: lines.upperBound - 1).upperBound)
  }

  private func model(_ arguments: JSON) throws(CommandFailure) -> String {
    if let path = try string(arguments, "model") { return try resolved(path).display }
    let models = try folder.models()
    guard models.count == 1 else {
      let names = models.prefix(20).joined(separator: ", ")
      throw CommandFailure(
        "the folder has \(models.count) models", help: "name one as `model`: \(names)")
    }
    return models[0]
  }

  private func compiled(_ path: String) throws(CommandFailure) -> CompiledModel {
    do throws(ReadFailure) {
      return try CompiledModel(reading: [path], from: folder)
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
  }

  /// A model without errors: what is derived of one with errors would not be all.
  private func sound(_ path: String) throws(CommandFailure) -> CompiledModel {
    let compiled = try compiled(path)
    guard compiled.errors.isEmpty else {
      throw CommandFailure("the model has errors", help: "repair what `lint` finds first")
    }
    return compiled
  }

  private func resolved(_ path: String) throws(CommandFailure) -> ResolvedFile {
    do throws(ReadFailure) {
      return try folder.resolve(path, from: nil)
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
  }

  private func read(_ file: ResolvedFile) throws(CommandFailure) -> [UInt8] {
    do throws(ReadFailure) {
      return try folder.read(file)
    } catch {
      throw CommandFailure("`\(file.display)` \(error.reason)", help: error.help)
    }
  }

  private func declaration(
    _ path: String, _ model: Model, _ isMeant: (EntityID) -> Bool
  ) throws(CommandFailure) -> EntityID {
    let known = model.allEntities.filter(isMeant)
    if let found = known.first(where: { model.path($0) == path }) { return found }
    throw CommandFailure(
      "nothing in the model that can be asked about is named `\(path)`",
      help: Suggestion.help(for: path, among: known.map { model.path($0) })
        ?? "give the whole path, such as `pump.controller`")
  }

  private func string(_ arguments: JSON, _ name: String) throws(CommandFailure) -> String? {
    guard let value = arguments[name] else { return nil }
    guard let text = value.text else {
      throw CommandFailure("`\(name)` is no text", help: "give a string")
    }
    return text
  }

  private func number(
    _ arguments: JSON, _ name: String, _ range: ClosedRange<Int>
  ) throws(CommandFailure) -> Int? {
    guard let value = arguments[name] else { return nil }
    guard let number = value.whole, range.contains(number) else {
      let end = range.upperBound == Int.max ? "" : " and at most \(range.upperBound)"
      throw CommandFailure(
        "`\(name)` is out of range", help: "give a whole number, at least \(range.lowerBound)\(end)"
      )
    }
    return number
  }

  private func required<Value>(_ value: Value?, _ name: String) throws(CommandFailure) -> Value {
    guard let value else { throw CommandFailure("`\(name)` is missing", help: "give it") }
    return value
  }
}
