// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Type-checks a condition and compiles it; an unknown name is an error, never a condition that
/// silently does not hold.
struct ConditionCompiler {
  private var parts = ModelParts()
  /// What names can speak about, the innermost `where` last.
  private var subjects: [SubjectKinds]
  private let place: EntityID

  private init(subject: SubjectKinds, place: EntityID) {
    self.subjects = [subject]
    self.place = place
  }

  /// Compiles a condition, or reports why it means nothing.
  static func compile(
    _ node: SyntaxNode, in parts: inout ModelParts, subject: SubjectKinds, place: EntityID
  ) -> Condition? {
    var compiler = ConditionCompiler(subject: subject, place: place)
    // Swapped rather than assigned, so that the tables have one owner and are never copied.
    swap(&compiler.parts, &parts)
    defer { swap(&compiler.parts, &parts) }
    return compiler.compile(node)
  }

  private mutating func compile(_ node: SyntaxNode) -> Condition? {
    let operands = Condition.clauses(node)
    let clauses = operands.compactMap { operand in
      compileNode(operand).map { Condition.Clause(node: $0, range: operand.range) }
    }
    guard clauses.count == operands.count else { return nil }
    return Condition(clauses, at: node.range, isConjunction: node.kind == .conjunction)
  }

  /// Compiles a part of a condition.
  static func compileNode(
    _ node: SyntaxNode, in parts: inout ModelParts, subject: SubjectKinds, place: EntityID
  ) -> ConditionNode? {
    var compiler = ConditionCompiler(subject: subject, place: place)
    swap(&compiler.parts, &parts)
    defer { swap(&compiler.parts, &parts) }
    return compiler.compileNode(node)
  }

  private mutating func compileNode(_ node: SyntaxNode) -> ConditionNode? {
    let children = Array(node.children)
    switch node.kind {
    case .disjunction: return compileAll(node).map(ConditionNode.any)
    case .conjunction: return compileAll(node).map(ConditionNode.all)
    case .negation where children.count == 2:
      return compileNode(children[1]).map(ConditionNode.not)
    case .group:
      let inner = children.filter { !$0.kind.isPunctuation }
      guard inner.count == 1, let only = inner.first else {
        return report("a list is no condition", node, help: "compare with it: `x in (a, b)`")
      }
      return compileNode(only)
    case .restriction where children.count == 3:
      guard let value = compileNode(children[0]), let condition = compileNode(children[2]) else {
        return nil
      }
      return children[1].isWord("on") ? .implies(condition, value) : .all([value, condition])
    case .comparison where children.count >= 3:
      return compileComparison(children)
    case .quantifier where children.count >= 2:
      return compileQuantifier(node)
    case .name, .path:
      if let status = threatStatus(node) { return status }
      return access(node).map { ConditionNode.truth($0.access) }
    default:
      return report(
        "`\(node.text)` is no condition", node, help: "compare it with something, or delete it")
    }
  }

  /// The operands of a chain: every second child, the words between them left out.
  private func operands(_ node: SyntaxNode) -> [SyntaxNode] {
    node.children.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }

  private mutating func compileAll(_ node: SyntaxNode) -> [ConditionNode]? {
    let operands = operands(node)
    let compiled = operands.compactMap { compileNode($0) }
    return compiled.count == operands.count ? compiled : nil
  }

  /// The status of a threat as a condition by itself: `because on accepted`.
  private mutating func threatStatus(_ node: SyntaxNode) -> ConditionNode? {
    guard case .threat? = subjects.last, Vocabulary.threatStatuses.contains(node.text) else {
      return nil
    }
    let access = Access(level: 0, way: [], last: .threat(.computed(.status)))
    return .isWord(access, [parts.symbols.intern(node.bytes)])
  }

  private mutating func compileQuantifier(_ node: SyntaxNode) -> ConditionNode? {
    let children = Array(node.children)
    guard let (access, shape) = access(children[1]) else { return nil }
    guard case .entities(let kinds) = shape else {
      return report(
        "`\(children[1].text)` is not a list of declarations", children[1],
        help: "write `\(children[1].text)` alone, or compare it with `is`")
    }
    let quantifier: ConditionNode.Quantifier = children[0].isWord("all") ? .all : .any
    guard children.count > 3 else {
      return .quantified(.init(quantifier, access, nil, at: node.range))
    }
    subjects.append(.entities(kinds))
    defer { subjects.removeLast() }
    return compileNode(children[3]).map {
      .quantified(.init(quantifier, access, $0, at: node.range))
    }
  }

  // MARK: - Names

  private mutating func access(_ node: SyntaxNode) -> (access: Access, shape: Shape)? {
    guard node.kind == .name || node.kind == .path else {
      return report("expected a name, not `\(node.text)`", node, help: "start with a property")
    }
    let segments = ModelParts.segments(of: node.bytes)
    let names = segments.map { String(decoding: $0, as: UTF8.self) }
    for level in subjects.indices {
      let subject = subjects[subjects.count - 1 - level]
      guard let row = AttributeTable.row(names[0], of: subject) else { continue }
      return follow(segments, from: row, level: level, node)
    }
    let subject = subjects.last ?? .entities(.subjects)
    return reportUnknown(segments[0], of: phrase(subject), subject, node)
  }

  private mutating func follow(
    _ segments: [ArraySlice<UInt8>], from first: AttributeTable.Row, level: Int, _ node: SyntaxNode
  ) -> (access: Access, shape: Shape)? {
    var way: [Attribute] = []
    var last = first.attribute
    var shape = first.shape
    var before = String(decoding: segments[0], as: UTF8.self)
    for segment in segments.dropFirst() {
      let name = String(decoding: segment, as: UTF8.self)
      guard case .entity(let kinds) = shape else {
        return report(
          "`\(before)` has no `\(name)`", node,
          help: isList(shape)
            ? "it is a list: write `any \(before) where \(name)`" : "compare `\(before)` itself")
      }
      guard let row = AttributeTable.row(name, of: .entities(kinds)) else {
        return reportUnknown(segment, of: "`\(before)`", .entities(kinds), node)
      }
      way.append(last)
      last = row.attribute
      shape = row.shape
      before += ".\(name)"
    }
    return (Access(level: level, way: way, last: last), shape)
  }

  private func isList(_ shape: Shape) -> Bool {
    if case .entities = shape { return true }
    return false
  }

  /// Reports a name that its subject does not have, at the name itself.
  private mutating func reportUnknown<Result>(
    _ segment: ArraySlice<UInt8>, of owner: String, _ subject: SubjectKinds, _ node: SyntaxNode
  ) -> Result? {
    let name = String(decoding: segment, as: UTF8.self)
    let names = AttributeTable.names(of: subject)
    parts.report(
      "wrong-condition", "\(owner) has no `\(name)`",
      at: SourceRange(
        file: node.range.file, start: UInt32(segment.startIndex), end: UInt32(segment.endIndex)),
      help: [
        Suggestion.help(for: name, among: names) ?? "it has \(names.joined(separator: ", "))"
      ])
    return nil
  }

  private func phrase(_ subject: SubjectKinds) -> String {
    switch subject {
    case .threat: "a threat"
    case .entities(let kinds):
      kinds.members.count <= 4
        ? EnglishList.or(kinds.members.map(\.phrase)) : "what this condition is about"
    }
  }

  // MARK: - Comparisons

  private mutating func compileComparison(_ children: [SyntaxNode]) -> ConditionNode? {
    guard let (access, shape) = access(children[0]), let right = children.last else { return nil }
    let sign = children[1]
    if sign.kind == .name {
      let isNegated = children.count == 4
      let literals =
        right.kind == .group ? right.children.filter { !$0.kind.isPunctuation } : [right]
      guard sign.isWord("in") || right.kind != .group else {
        return report("`is` takes one value", right, help: "write `in` before a list")
      }
      guard let result = membership(access, shape, literals, sign) else { return nil }
      return isNegated ? .not(result) : result
    }
    let comparison = comparison(sign.kind)
    switch (shape, right.kind) {
    case (.number, .number):
      return Double(right.text).map { .compare(access, comparison, $0) }
    case (.date, .date):
      guard let date = CalendarDate(right.text) else {
        return report("there is no such date", right, help: "write a date that exists")
      }
      return .compareDate(access, comparison, date)
    case (.text, .string):
      return .compareText(access, comparison, StringLiteral.value(of: right.bytes))
    case (.words(let vocabulary?, _), .name) where comparison.isOrdering && vocabulary.isRanked:
      guard let rank = vocabulary.known(right.text).flatMap(vocabulary.words.firstIndex) else {
        return wrongWord(right, vocabulary)
      }
      let symbols = vocabulary.words.map { parts.symbols.intern($0) }
      return .compareRank(access, comparison, rank, symbols)
    case (_, .name) where !comparison.isOrdering:
      guard let result = membership(access, shape, [right], sign) else { return nil }
      return comparison == .notEqual ? .not(result) : result
    default:
      return report(
        "`\(children[0].text)` cannot be compared with `\(right.text)`", right,
        help: "it is \(phrase(shape))")
    }
  }

  private func comparison(_ kind: SyntaxKind) -> Comparison {
    switch kind {
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: .equal
    }
  }

  /// `is`, `has` and `in`.
  private mutating func membership(
    _ access: Access, _ shape: Shape, _ literals: [SyntaxNode], _ sign: SyntaxNode
  ) -> ConditionNode? {
    switch shape {
    case .entity(let kinds), .entities(let kinds):
      return entityMembership(access, kinds, literals)
    case .words(let vocabulary, let controls):
      return wordMembership(access, vocabulary, controls: controls, literals)
    case .boolean:
      guard literals.count == 1, literals[0].isWord("yes") || literals[0].isWord("no") else {
        return report("it is `yes` or `no`", literals[0], help: "write the name alone, or `not`")
      }
      return literals[0].isWord("yes") ? .truth(access) : .not(.truth(access))
    case .number:
      let numbers = literals.compactMap { Double($0.text) }
      guard numbers.count == literals.count else {
        return report("expected a number", literals[0], help: "compare with a number")
      }
      return .any(numbers.map { .compare(access, .equal, $0) })
    case .text:
      let texts = literals.filter { $0.kind == .string }
      guard texts.count == literals.count else {
        return report("expected a text in quotes", literals[0], help: "put the text in quotes")
      }
      return .any(
        texts.map { .compareText(access, .equal, StringLiteral.value(of: $0.bytes)) })
    case .date, .condition:
      return report(
        "`\(sign.text)` does not fit \(phrase(shape))", sign, help: "use `<`, `>` or `==`")
    }
  }

  private mutating func entityMembership(
    _ access: Access, _ kinds: KeywordSet, _ literals: [SyntaxNode]
  ) -> ConditionNode? {
    var found: [Keyword] = []
    var entities: [EntityID] = []
    for literal in literals {
      if let keyword = Schema.keyword(literal.text, inside: .boundary), kinds.contains(keyword) {
        found.append(keyword)
      } else if case .found(let id) = parts.resolve(literal.bytes, in: place, as: kinds) {
        entities.append(id)
      } else if let id = parts.former(literal.bytes, as: kinds) {
        entities.append(id)
      } else if parts.isExplained(literal) {
        return nil
      } else {
        let words = kinds.members.map(\.word)
        return report(
          "`\(literal.text)` is neither a kind nor the name of one", literal,
          help: Suggestion.help(for: literal.text, among: words)
            ?? "it is \(Suggestion.alternatives(words))")
      }
    }
    if entities.isEmpty { return .isKind(access, KeywordSet(found)) }
    if found.isEmpty { return .isEntity(access, entities) }
    return .any([.isKind(access, KeywordSet(found)), .isEntity(access, entities)])
  }

  private mutating func wordMembership(
    _ access: Access, _ vocabulary: Vocabulary?, controls: Bool, _ literals: [SyntaxNode]
  ) -> ConditionNode? {
    let declared = Self.declaredWords(access.last)
    var words: [Symbol] = []
    var entities: [EntityID] = []
    for literal in literals {
      let symbol = parts.symbols.intern(literal.bytes)
      if declared != nil || controls,
        case .found(let id) = parts.resolve(
          literal.bytes, in: place, as: declared.map { [$0.keyword] } ?? [.control])
      {
        declared == nil ? entities.append(id) : words.append(parts[id].name)
        continue
      }
      let expected = declared?.known ?? vocabulary
      let known = expected?.known(literal.text)
      if let expected, known == nil, !expected.isOpen {
        return wrongWord(literal, expected, declared.map { [$0.keyword] } ?? [])
      }
      guard literal.kind == .name else {
        return report("expected a word", literal, help: "write it without quotes")
      }
      // What is misspelt in a condition matches nothing, and nobody would hear of it.
      if let expected, known == nil, !parts.reportUnknown(literal, expected) { return nil }
      words.append(known.map { parts.symbols.intern($0) } ?? symbol)
    }
    if entities.isEmpty { return .isWord(access, words) }
    return .any([.isWord(access, words), .isEntity(access, entities)])
  }

  /// What a value's words can be beside those of the program: declarations of a kind, by their names.
  static func declaredWords(
    _ attribute: Attribute
  ) -> (keyword: Keyword, known: Vocabulary)? {
    switch attribute {
    case .computed(.zone), .property(.zone), .threat(.computed(.zone)): (.zone, .zones)
    case .threat(.computed(.category)), .property(.mitigates): (.category, .threatCategories)
    case .computed, .property, .threat: nil
    }
  }

  // MARK: - Reports

  private mutating func wrongWord(
    _ node: SyntaxNode, _ vocabulary: Vocabulary, _ kinds: KeywordSet = []
  ) -> ConditionNode? {
    let words = vocabulary.words + parts.knownNames(kinds)
    return report(
      "`\(node.text)` is not \(vocabulary.phrase)", node,
      help: Suggestion.help(for: node.text, among: words)
        ?? "it is \(Suggestion.alternatives(words))")
  }

  private mutating func report<Result>(
    _ message: String, _ node: SyntaxNode, help: String
  ) -> Result? {
    parts.report("wrong-condition", message, at: node.range, help: [help])
    return nil
  }

  private func phrase(_ shape: Shape) -> String {
    switch shape {
    case .boolean: "`yes` or `no`"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .words(let vocabulary, _): vocabulary?.phrase ?? "a word"
    case .entity: "a declaration"
    case .entities: "a list of declarations"
    case .condition: "a condition"
    }
  }
}

extension SyntaxKind {
  /// Whether a child is a mark between values rather than a value.
  var isPunctuation: Bool {
    rawValue >= SyntaxKind.leftBrace.rawValue && rawValue <= SyntaxKind.at.rawValue
  }
}

extension Comparison {
  var isOrdering: Bool { self != .equal && self != .notEqual }
}

extension Vocabulary {
  /// Whether the words stand in an order from little to much.
  var isRanked: Bool {
    [Vocabulary.levels, .harmSeverities, .severityBands, .exploitabilities].contains {
      words == $0.words
    }
  }
}
