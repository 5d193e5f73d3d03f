// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What can stand at a place of a condition that is being written, by the tokens before it; what it
/// offers is what `ConditionCompiler` takes there.
package struct ConditionPlace {
  /// A name that a condition can use for a value of its subject.
  package struct AttributeName: Sendable {
    package let word: String
    package let documentation: String
  }

  /// A value to compare with, by what it is compared with.
  package struct Comparand: Sendable {
    package let attribute: Attribute
    /// The words of the program that fit; none where any word does.
    package internal(set) var words: Vocabulary?
    package internal(set) var isBoolean = false
    /// The kinds of declarations that can be written as such: `source is external`.
    package internal(set) var keywords: [Keyword] = []
    /// The kinds of declarations whose names fit.
    package internal(set) var kinds: KeywordSet = []
    /// Whether a name can have dots.
    package internal(set) var takesPaths = true
    /// Whether any word of the author's fits.
    package internal(set) var isOpen = false
  }

  /// The names of values that can stand here, those of the innermost subject first.
  package private(set) var attributes: [AttributeName] = []
  /// The words and signs that go on from here.
  package private(set) var operators: [String] = []
  /// Whether a status of a threat can stand here by itself.
  package private(set) var takesStatus = false
  /// What is compared with here.
  package private(set) var comparand: Comparand?

  private enum State {
    case operand
    /// Behind `any` or `all`.
    case list
    case behindOperand(AttributeTable.Row?)
    case behindList(KeywordSet?)
    case value(AttributeTable.Row, sign: Sign)
    case complete
    case lost
  }

  private struct Sign {
    let text: String
    var isOrdering: Bool { text.first == "<" || text.first == ">" }
    var isWord: Bool { ["is", "has", "in"].contains(text) }
  }

  private struct Group {
    let subjects: Int
    /// What a list in parentheses is compared with.
    let value: (row: AttributeTable.Row, sign: Sign)?
  }

  private var state = State.operand
  private var subjects: [SubjectKinds]
  private var groups: [Group] = []

  /// - Parameters:
  ///   - subject: what the condition is about.
  ///   - tokens: those of the value before the place, with their texts.
  ///   - qualifier: the names in front of a dot that the place is behind; nil without one.
  package init(
    _ subject: SubjectKinds, _ tokens: [(kind: SyntaxKind, text: String)],
    behind qualifier: String?
  ) {
    subjects = [subject]
    for token in tokens { take(token.kind, token.text) }
    switch state {
    case .operand: offerOperands(qualifier, listsOnly: false)
    case .list: offerOperands(qualifier, listsOnly: true)
    case .value(let row, let sign): comparand = Self.comparand(row, sign)
    case .behindOperand, .behindList, .complete: if qualifier == nil { offerOperators() }
    case .lost: break
    }
  }

  // MARK: - Tokens

  private mutating func take(_ kind: SyntaxKind, _ text: String) {
    switch kind {
    case .comma: return takeComma()
    case .rightParenthesis: return leaveGroup()
    default: break
    }
    switch state {
    case .operand: takeOperand(kind, text)
    case .list:
      guard kind == .name || kind == .path else { return state = .lost }
      guard case .entities(let kinds)? = row(text)?.shape else { return state = .behindList(nil) }
      state = .behindList(kinds)
    case .behindOperand, .behindList, .complete: takeOperator(text)
    case .value(let row, let sign): takeValue(kind, text, row, sign)
    case .lost: break
    }
  }

  private mutating func takeOperand(_ kind: SyntaxKind, _ text: String) {
    switch kind {
    case .name where text == "not": break
    case .name where text == "any" || text == "all": state = .list
    case .name, .path: state = .behindOperand(row(text))
    case .string, .number, .date: state = .complete
    case .leftParenthesis: groups.append(Group(subjects: subjects.count, value: nil))
    default: state = .lost
    }
  }

  private mutating func takeOperator(_ text: String) {
    switch text {
    case "and", "or": state = .operand
    case "where":
      if case .behindList(let kinds) = state {
        guard let kinds else { return state = .lost }
        subjects.append(.entities(kinds))
      } else {
        leaveMembers()
      }
      state = .operand
    case "on":
      leaveMembers()
      state = .operand
    case "is", "has", "in", "==", "!=", "<", "<=", ">", ">=":
      guard case .behindOperand(let row?) = state else { return state = .lost }
      state = .value(row, sign: Sign(text: text))
    default: state = .lost
    }
  }

  private mutating func takeValue(
    _ kind: SyntaxKind, _ text: String, _ row: AttributeTable.Row, _ sign: Sign
  ) {
    switch kind {
    case .name where text == "not" && sign.text == "is": break
    case .leftParenthesis: groups.append(Group(subjects: subjects.count, value: (row, sign)))
    case .name, .path, .string, .number, .date, .malformedName: state = .complete
    default: state = .lost
    }
  }

  private mutating func takeComma() {
    guard let group = groups.last else {
      subjects = [subjects[0]]
      return state = .operand
    }
    state = group.value.map { .value($0.row, sign: $0.sign) } ?? .operand
  }

  private mutating func leaveGroup() {
    guard let group = groups.popLast() else { return state = .lost }
    subjects.removeLast(subjects.count - group.subjects)
    state = .complete
  }

  /// What follows `where` belongs to the members of the list up to a word that joins whole conditions.
  private mutating func leaveMembers() {
    subjects.removeLast(subjects.count - (groups.last?.subjects ?? 1))
  }

  // MARK: - Names

  /// What a name or a path stands for; nil for one that stands for nothing.
  private func row(_ text: String) -> AttributeTable.Row? {
    let names = ModelParts.segments(of: Array(text.utf8)[...])
      .map { String(decoding: $0, as: UTF8.self) }
    for subject in subjects.reversed() {
      guard var row = AttributeTable.row(names[0], of: subject) else { continue }
      for name in names.dropFirst() {
        guard case .entity(let kinds) = row.shape,
          let next = AttributeTable.row(name, of: .entities(kinds))
        else { return nil }
        row = next
      }
      return row
    }
    return nil
  }

  private mutating func offerOperands(_ qualifier: String?, listsOnly: Bool) {
    var owners = Array(subjects.reversed())
    if let qualifier {
      guard case .entity(let kinds)? = row(qualifier)?.shape else { return }
      owners = [.entities(kinds)]
    }
    var known: Set<String> = []
    for owner in owners {
      for name in AttributeTable.names(of: owner) where !known.contains(name) {
        guard let row = AttributeTable.row(name, of: owner) else { continue }
        known.insert(name)
        if listsOnly {
          guard case .entities = row.shape else { continue }
        }
        attributes.append(
          AttributeName(
            word: name, documentation: AttributeTable.documentation(name, row, of: owner)))
      }
    }
    guard qualifier == nil, !listsOnly else { return }
    operators = ["not", "any", "all"]
    if case .threat? = subjects.last { takesStatus = true }
  }

  private mutating func offerOperators() {
    if case .behindOperand(let row?) = state { operators = Self.operators(row.shape) }
    if case .behindList(.some) = state { operators = ["where"] }
    operators += ["and", "or"]
    if groups.isEmpty, case .threat = subjects[0] { operators.append("on") }
  }

  private static func operators(_ shape: Shape) -> [String] {
    switch shape {
    case .boolean: ["is"]
    case .number, .date: ["<", "<=", ">", ">=", "==", "!="]
    case .text: ["==", "!="]
    case .words(let vocabulary, _):
      ["is", "in", "has"] + (vocabulary?.isRanked == true ? ["<", "<=", ">", ">="] : [])
    case .entity: ["is", "in"]
    case .entities: ["has", "is", "in"]
    case .condition: []
    }
  }

  // MARK: - Values

  private static func comparand(_ row: AttributeTable.Row, _ sign: Sign) -> Comparand? {
    var found = Comparand(attribute: row.attribute)
    found.takesPaths = sign.isWord
    switch row.shape {
    case .boolean:
      guard !sign.isOrdering else { return nil }
      found.isBoolean = true
    case .words(let vocabulary, _) where sign.isOrdering:
      guard let vocabulary, vocabulary.isRanked else { return nil }
      found.words = vocabulary
    case .words(let vocabulary, let controls):
      let declared = ConditionCompiler.declaredWords(row.attribute)
      found.words = declared?.known ?? vocabulary
      found.kinds = declared.map { [$0.keyword] } ?? (controls ? [.control] : [])
      found.isOpen = found.words == nil
    case .entity(let kinds), .entities(let kinds):
      guard !sign.isOrdering else { return nil }
      found.keywords = kinds.members.filter { Schema.keyword($0.word, inside: .boundary) == $0 }
      found.kinds = kinds
    case .number, .text, .date, .condition: return nil
    }
    return found
  }
}
