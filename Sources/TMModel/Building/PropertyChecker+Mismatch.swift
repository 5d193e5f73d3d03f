// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What is said of a value that its property cannot have.
extension PropertyChecker {
  func vocabularies(_ type: ValueType) -> [Vocabulary] {
    switch type {
    case .word(let vocabulary): [vocabulary]
    case .oneOf(let types): types.flatMap(vocabularies)
    case .text, .number, .boolean, .date, .identifier, .reference, .condition: []
    }
  }

  func references(_ type: ValueType) -> KeywordSet? {
    switch type {
    case .reference(let kinds): kinds
    case .oneOf(let types): types.compactMap(references).first
    case .text, .number, .boolean, .date, .word, .identifier, .condition: nil
    }
  }

  mutating func reportMismatch(
    _ node: SyntaxNode, _ type: ValueType, of item: Declarator.Pending
  ) {
    let property = item.property.property.word
    let isName = node.kind == .name || node.kind == .path
    let vocabularies = vocabularies(type)
    if isName, vocabularies.isEmpty, let kinds = references(type) {
      _ = parts.resolveOrReport(
        node, in: item.entity, as: kinds, what: phrase(kinds), preferring: preferredScopes(item))
      return
    }
    if isName, let kinds = references(type) {
      if parts.isExplained(node) { return }
      let resolution = parts.resolve(node.bytes, in: item.entity, as: kinds)
      if case .ambiguous(let candidates) = resolution {
        return parts.reportAmbiguous(node, candidates)
      }
    }
    parts.report(
      "wrong-value", "`\(property)` cannot be \(describe(node))", at: node.range,
      label: "expected \(expectation(type, property))", help: [help(node, type, property)],
      fix: fix(node, type))
  }

  /// Says that a value stands in its list already, or beside one that says that there is none.
  mutating func reportRepeated(
    _ content: Value.Content, _ node: SyntaxNode, after earlier: ArraySlice<Value>,
    of item: Declarator.Pending
  ) {
    guard !earlier.isEmpty, !isOwnWord(item.property.type) else { return }
    let property = item.property.property.word
    let isSame: (Value) -> Bool
    switch content {
    case .entity(let id): isSame = { if case .entity(id) = $0.content { true } else { false } }
    case .word(let word): isSame = { if case .word(word) = $0.content { true } else { false } }
    case .text, .number, .boolean, .date, .condition, .invalid: return
    }
    if earlier.contains(where: isSame) {
      parts.report(
        "wrong-value", "`\(property)` names `\(node.text)` twice", at: node.range,
        help: ["delete one of the two, or write what was meant"], severity: .warning)
      return
    }
    let symbols = parts.symbols
    let isNone = { (content: Value.Content) in
      if case .word(let word) = content { symbols[word] == "none" } else { false }
    }
    if isNone(content) || earlier.contains(where: { isNone($0.content) }) {
      parts.report(
        "wrong-value", "`\(property)` says `none` and names something", at: node.range,
        help: ["keep the one that holds"])
    }
  }

  /// Whether a value is a word of the author's own, which may be repeated, such as a cell of a matrix.
  private func isOwnWord(_ type: ValueType) -> Bool {
    if case .identifier = type { true } else { false }
  }

  private func help(_ node: SyntaxNode, _ type: ValueType, _ property: String) -> String {
    let words = vocabularies(type).flatMap(\.words)
    let word = node.kind == .string ? StringLiteral.value(of: node.bytes) : node.text
    if unquoted(node, type) != nil { return "write it without quotes" }
    if let answer = truthWord(node, type) { return "write `\(answer)`" }
    let names = references(type).map { parts.knownNames($0) } ?? []
    if let close = codes(close: word, type) { return close }
    if let close = Suggestion.help(for: word, among: words + names) { return close }
    if case .boolean = type { return "write `yes` or `no`" }
    if case .date = type { return "write a date that exists as 2027-03-31" }
    if case .text = type { return "put the text in quotes" }
    if !words.isEmpty, words.count <= 48 {
      return "it is \(Suggestion.alternatives(words))"
        + (references(type).map { ", or the name of \(phrase($0))" } ?? "")
    }
    return "write `\(property): …` with \(expectation(type, property))"
  }

  /// A question with the codes that a word may have been meant for, and what they stand for.
  private func codes(close word: String, _ type: ValueType) -> String? {
    for vocabulary in vocabularies(type) {
      let close = Suggestion.candidates(for: vocabulary.base(of: word), among: vocabulary.words)
      let named = close.compactMap { code in
        vocabulary.meaning(of: code).map { "`\(code)` (\($0))" }
      }
      if !named.isEmpty { return "did you mean \(EnglishList.or(named))?" }
    }
    return nil
  }

  /// The word in quotes that is right without them.
  private func unquoted(_ node: SyntaxNode, _ type: ValueType) -> String? {
    guard node.kind == .string else { return nil }
    let word = StringLiteral.value(of: node.bytes)
    if case .boolean = type { return word == "yes" || word == "no" ? word : nil }
    return vocabularies(type).contains { $0.contains(word) } ? word : nil
  }

  private func fix(_ node: SyntaxNode, _ type: ValueType) -> Fix? {
    if let word = unquoted(node, type) {
      return Fix("write `\(word)`", safety: .safe, edits: [Edit(node.range, word)])
    }
    if case .text = type, [.name, .path, .number, .date].contains(node.kind) {
      let literal = StringLiteral.literal(node.text)
      return Fix("write `\(literal)`", safety: .safe, edits: [Edit(node.range, literal)])
    }
    return truthWord(node, type).map { word in
      Fix("write `\(word)`", safety: .safe, edits: [Edit(node.range, word)])
    }
  }

  /// `yes` or `no`, where they are among the values and the author wrote them as other languages do.
  private func truthWord(_ node: SyntaxNode, _ type: ValueType) -> String? {
    guard node.kind == .name else { return nil }
    var takesTruth = vocabularies(type).contains { $0.contains("no") }
    if case .boolean = type { takesTruth = true }
    guard takesTruth else { return nil }
    let takesYes = vocabularies(type).isEmpty || vocabularies(type).contains { $0.contains("yes") }
    switch node.text.lowercased() {
    case "true", "yes", "on": return takesYes ? "yes" : nil
    case "false", "no", "none", "off": return "no"
    default: return nil
    }
  }

  private func expectation(_ type: ValueType, _ property: String) -> String {
    switch type {
    case .text: "a text in quotes"
    case .number(let range):
      "a \(Property(word: property)?.isWhole == true ? "whole " : "")number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .boolean: "`yes` or `no`"
    case .date: "a date"
    case .word(let vocabulary): vocabulary.phrase
    case .identifier: "a name"
    case .reference(let kinds): phrase(kinds)
    case .condition: "a condition"
    case .oneOf(let types):
      types.map { expectation($0, property) }.reduce(into: [String]()) { phrases, phrase in
        if !phrases.contains(phrase) { phrases.append(phrase) }
      }.joined(separator: " or ")
    }
  }

  private func phrase(_ kinds: KeywordSet) -> String {
    let phrases = kinds.members.map(\.phrase)
    guard phrases.count <= 4, let last = phrases.last else { return "a declaration" }
    if phrases.count == 1 { return last }
    return phrases.dropLast().joined(separator: ", ") + " or " + last
  }

  private func describe(_ node: SyntaxNode) -> String {
    switch node.kind {
    case .string: "a text in quotes"
    case .number: "the number \(node.text)"
    case .date: "the date \(node.text)"
    case .name, .path: "`\(node.text)`"
    default: "a condition"
    }
  }
}
