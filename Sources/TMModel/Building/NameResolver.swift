// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// The outcome of looking up a name or path.
package enum Resolution: Sendable {
  case found(EntityID)
  /// Several declarations fit and none is closer than the others.
  case ambiguous([EntityID])
  /// The name is declared, as something else.
  case wrongKind(EntityID)
  case missing
}

/// Declarations by name, while a model is built and afterwards.
protocol NamedDeclarations {
  var symbols: SymbolTable { get }
  var names: NameIndex { get }
  subscript(id: EntityID) -> Entity { get }
}

extension ModelParts: NamedDeclarations {}

/// Names resolve from the innermost scope outwards, then to the one declaration of that name
/// anywhere; only declarations of a kind that fits are looked at.
extension NamedDeclarations {
  /// Looks up a name or a dotted path.
  ///
  /// - Parameters:
  ///   - place: the declaration in which the name is written.
  ///   - preferred: declarations whose direct children come before everything else.
  func resolve(
    _ text: ArraySlice<UInt8>, in place: EntityID?, as kinds: KeywordSet,
    preferring preferred: [EntityID] = []
  ) -> Resolution {
    let segments = text.contains(UInt8(ascii: ".")) ? ModelParts.segments(of: text) : []
    guard let symbol = symbols.find(segments.first ?? text) else { return .missing }
    let rest = segments.dropFirst()
    if names.isUnique(symbol) {
      guard let only = names.first(symbol) else { return .missing }
      guard let end = descend(from: only, rest) else { return .missing }
      return kinds.contains(self[end].keyword) ? .found(end) : .wrongKind(end)
    }
    for scope in preferred {
      if let end = fitting(symbol, in: scope, rest, kinds) { return .found(end) }
    }
    var scope = place
    while true {
      if let end = fitting(symbol, in: scope, rest, kinds) { return .found(end) }
      guard let current = scope else { break }
      scope = self[current].parent
    }
    return resolveAnywhere(names.candidates(symbol), rest, kinds)
  }

  private func resolveAnywhere(
    _ heads: [EntityID], _ rest: ArraySlice<ArraySlice<UInt8>>, _ kinds: KeywordSet
  ) -> Resolution {
    let ends = heads.compactMap { descend(from: $0, rest) }
    let fitting = ends.filter { kinds.contains(self[$0].keyword) }
    if fitting.count > 1 { return .ambiguous(fitting) }
    if let only = fitting.first { return .found(only) }
    return ends.first.map { .wrongKind($0) } ?? .missing
  }

  /// What a path leads to when its first name is looked up in one scope only.
  private func fitting(
    _ name: Symbol, in scope: EntityID?, _ rest: ArraySlice<ArraySlice<UInt8>>, _ kinds: KeywordSet
  ) -> EntityID? {
    guard let head = names.child(name, of: scope), let end = descend(from: head, rest) else {
      return nil
    }
    return kinds.contains(self[end].keyword) ? end : nil
  }

  private func descend(
    from head: EntityID, _ segments: ArraySlice<ArraySlice<UInt8>>
  ) -> EntityID? {
    var place = head
    for segment in segments {
      guard let symbol = symbols.find(segment), let child = names.child(symbol, of: place) else {
        return nil
      }
      place = child
    }
    return place
  }

}

extension ModelParts {
  /// The declaration that bore a name before it was renamed; nil where none or several did.
  ///
  /// Triage, decisions and policies are held to what they were about when they were written.
  func former(_ text: ArraySlice<UInt8>, as kinds: KeywordSet) -> EntityID? {
    let name = Self.segments(of: text).last ?? text
    guard let symbol = symbols.find(name), let found = formerNames[symbol] else { return nil }
    let fitting = found.filter { kinds.contains(self[$0].keyword) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The names of a dotted path; a dot before a digit belongs to its name.
  static func segments(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard text.contains(UInt8(ascii: ".")) else { return [text] }
    var result: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    for index in text.indices where text[index] == UInt8(ascii: ".") {
      let next = index + 1
      if next < text.endIndex, text[next] &- 0x30 < 10 { continue }
      result.append(text[start..<index])
      start = next
    }
    result.append(text[start...])
    return result
  }

  // MARK: - Reports

  /// Resolves a name, and reports it when that fails.
  mutating func resolveOrReport(
    _ node: SyntaxNode, in place: EntityID, as kinds: KeywordSet, what: String,
    preferring preferred: [EntityID] = []
  ) -> EntityID? {
    let resolution = resolve(node.bytes, in: place, as: kinds, preferring: preferred)
    return found(resolution, node, as: kinds, what: what)
  }

  /// The declaration of a lookup, which is reported where it failed.
  mutating func found(
    _ resolution: Resolution, _ node: SyntaxNode, as kinds: KeywordSet, what: String
  ) -> EntityID? {
    switch resolution {
    case .found(let id):
      return id
    case .ambiguous(let candidates):
      reportAmbiguous(node, candidates)
    case .wrongKind(let id):
      reportWrongKind(node, id, what: what)
    case .missing:
      if isExplained(node) { return nil }
      report(
        "unknown-name", "`\(node.text)` is not declared", at: node.range,
        label: "expected \(what)", help: [missingHelp(node.text, kinds)])
    }
    return nil
  }

  /// Whether an earlier report explains why a name is not declared: its declaration is broken, or
  /// it may stand in a file that could not be read. Names of the latter are counted.
  mutating func isExplained(_ node: SyntaxNode) -> Bool {
    if isPoisoned(node) { return true }
    guard hasUnreadImport else { return false }
    unreadNames.insert(symbols.intern(node.bytes))
    return true
  }

  private func isPoisoned(_ node: SyntaxNode) -> Bool {
    Self.segments(of: node.bytes).contains { segment in
      symbols.find(segment).map(poisoned.contains) ?? false
    }
  }

  mutating func reportAmbiguous(_ node: SyntaxNode, _ candidates: [EntityID]) {
    let paths = candidates.map(fullPath)
    report(
      "ambiguous-name", "`\(node.text)` is declared in several places", at: node.range,
      secondary: candidates.prefix(4).map { id in
        Label(nameRange(id), "`\(fullPath(id))`")
      },
      help: ["write \(Suggestion.alternatives(Array(paths.prefix(4))))"])
  }

  private mutating func reportWrongKind(_ node: SyntaxNode, _ id: EntityID, what: String) {
    report(
      "wrong-kind", "`\(node.text)` is \(self[id].keyword.phrase), not \(what)", at: node.range,
      secondary: [Label(nameRange(id), "declared here")],
      help: ["write the name of \(what)"])
  }

  func missingHelp(_ word: String, _ kinds: KeywordSet) -> String {
    let last = word.split(separator: ".").last.map(String.init) ?? word
    let known = knownNames(kinds)
    let close = Suggestion.candidates(for: last, among: known)
    if !close.isEmpty { return "did you mean \(Suggestion.alternatives(close))?" }
    let keyword = kinds.contains(.process) ? .process : kinds.members.first ?? .asset
    let declaration = "declare it, for example with `\(keyword.word) \(last) \"Title\"`"
    if known.isEmpty || known.count > 4 { return declaration }
    return "\(declaration), or use \(Suggestion.alternatives(known))"
  }

  /// The distinct names of some kinds of declaration, sorted; empty in a model so large that a
  /// search for similar names would take long.
  func knownNames(_ kinds: KeywordSet) -> [String] {
    guard entities.count <= 5_000, diagnostics.count <= 200 else { return [] }
    let names = entities.filter { kinds.contains($0.keyword) && $0.name != .none }
      .map { symbols[$0.name] }
    return Array(Set(names)).sorted()
  }
}
