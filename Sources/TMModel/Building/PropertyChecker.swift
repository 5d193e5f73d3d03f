// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Checks every property against the schema and resolves what it refers to.
struct PropertyChecker {
  var parts = ModelParts()
  private let graph: Graph
  /// The conditions of libraries, which are compiled when they are asked.
  private var waiting: [Waiting] = []

  private struct Waiting {
    /// The place in the table of conditions.
    let condition: Int
    let node: SyntaxNode
    let subject: SubjectKinds
    let place: EntityID
  }

  private init(ends graph: Graph) { self.graph = graph }

  /// Checks properties and enters their values in the tables of a model.
  static func checkAll(
    _ pending: [Declarator.Pending], in parts: inout ModelParts, ends graph: Graph
  ) {
    var checker = PropertyChecker(ends: graph)
    // Swapped rather than assigned, so that the tables have one owner and are never copied.
    swap(&checker.parts, &parts)
    checker.checkAll(pending)
    swap(&checker.parts, &parts)
  }

  private mutating func checkAll(_ pending: [Declarator.Pending]) {
    let order = group(pending)
    parts.entries.reserveCapacity(pending.count)
    parts.values.reserveCapacity(pending.count)
    parts.declared = Array(repeating: 0, count: parts.entities.count)
    var position = 0
    while position < order.count {
      let entity = pending[order[position]].entity
      let first = Int32(parts.entries.count)
      while position < order.count, pending[order[position]].entity == entity {
        check(pending[order[position]], since: first)
        position += 1
      }
      parts.entities[Int(entity.index)].properties = first..<Int32(parts.entries.count)
      parts.declared[Int(entity.index)] = parts.entries[Int(first)...]
        .reduce(0) { $0 | Model.bit($1.property) }
    }
    enterWaiting()
  }

  /// Enters the conditions that are compiled when they are asked, now that all names are known.
  private mutating func enterWaiting() {
    for item in waiting { parts.internNames(of: item.node) }
    let tables = ConditionTables(parts)
    for item in waiting {
      parts.conditions[item.condition] = Condition(
        item.node,
        of: LazyClause.Context(tables: tables, subject: item.subject, place: item.place))
    }
  }

  /// The positions of properties ordered by their declaration, keeping the order within each.
  private func group(_ pending: [Declarator.Pending]) -> [Int] {
    var starts = [Int](repeating: 0, count: parts.entities.count + 1)
    for item in pending { starts[Int(item.entity.index) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var result = Array(pending.indices)
    for (position, item) in pending.enumerated() {
      result[starts[Int(item.entity.index)]] = position
      starts[Int(item.entity.index)] += 1
    }
    return result
  }

  private mutating func check(_ item: Declarator.Pending, since first: Int32) {
    let name = item.node.first(.name)
    let earlier = parts.entries[Int(first)...].first { $0.property == item.property.property }
    if let earlier, let name {
      return reportDuplicate(name, item, earlier)
    }
    let start = Int32(parts.values.count)
    var count = 0
    for child in item.node.children where child.index != name?.index {
      switch child.kind {
      case .colon, .comma, .assign, .semicolon, .error: continue
      default: break
      }
      count += 1
      if count == 2, item.property.cardinality == .one {
        parts.report(
          "wrong-value", "`\(item.property.property.word)` takes one value", at: child.range,
          help: ["keep the one that holds"])
        break
      }
      let content = value(child, item.property.type, of: item)
      reportRepeated(content, child, after: parts.values[Int(start)...], of: item)
      parts.values.append(Value(content: content, node: UInt32(child.index)))
    }
    parts.entries.append(
      PropertyEntry(
        property: item.property.property, node: UInt32(item.node.index),
        values: start..<Int32(parts.values.count)))
  }

  private mutating func reportDuplicate(
    _ name: SyntaxNode, _ item: Declarator.Pending, _ earlier: PropertyEntry
  ) {
    let first = SyntaxNode(tree: item.node.tree, index: Int(earlier.node))
    parts.report(
      "duplicate-property", "`\(name.text)` is stated twice", at: name.range,
      secondary: [Label(first.first(.name)?.range ?? first.range, "stated here first")],
      help: [
        item.property.cardinality == .list
          ? "join the two lists with commas" : "keep the one that holds"
      ])
  }

  // MARK: - Values

  private mutating func value(
    _ node: SyntaxNode, _ type: ValueType, of item: Declarator.Pending
  ) -> Value.Content {
    if let content = exactValue(node, type, of: item) { return content }
    if let word = openWord(node, type) { return word }
    reportMismatch(node, type, of: item)
    return .invalid
  }

  /// The value where the node fits the type exactly; nil where it does not, nothing reported.
  private mutating func exactValue(
    _ node: SyntaxNode, _ type: ValueType, of item: Declarator.Pending
  ) -> Value.Content? {
    switch type {
    case .text:
      return node.kind == .string ? .text(StringLiteral.value(of: node.bytes)) : nil
    case .number(let range):
      guard node.kind == .number, let number = Double(node.text), range.contains(number),
        !item.property.property.isWhole || number == number.rounded()
      else { return nil }
      return .number(number)
    case .boolean:
      guard node.kind == .name else { return nil }
      return node.isWord("yes") ? .boolean(true) : node.isWord("no") ? .boolean(false) : nil
    case .date:
      guard node.kind == .date else { return nil }
      return CalendarDate(node.text).map(Value.Content.date)
    case .word(let vocabulary):
      guard node.kind == .name else { return nil }
      if vocabulary.has(node.bytes) { return .word(parts.symbols.intern(node.bytes)) }
      guard let word = vocabulary.known(node.text) else { return nil }
      return .word(parts.symbols.intern(word))
    case .identifier:
      guard node.kind == .name || node.kind == .path || node.kind == .malformedName else {
        return nil
      }
      return .word(parts.symbols.intern(node.bytes))
    case .reference(let kinds):
      return reference(node, kinds, of: item)
    case .condition(let subject):
      return condition(node, subject, of: item)
    case .oneOf(let types):
      return firstFit(node, types, of: item)
    }
  }

  private mutating func firstFit(
    _ node: SyntaxNode, _ types: [ValueType], of item: Declarator.Pending
  ) -> Value.Content? {
    // A declaration that the author named so is meant rather than the word of the program: `tls` may be
    // a control that is only planned.
    if node.kind == .name, !node.isWord("no"), !node.isWord("none") {
      for case .reference(let kinds) in types {
        if let content = reference(node, kinds, of: item) { return content }
      }
    }
    for type in types {
      // A condition reports its own mistakes, so a misspelt name must not reach it unseen.
      if case .condition = type, node.kind == .path { continue }
      if let content = exactValue(node, type, of: item) { return content }
    }
    return nil
  }

  private func reference(
    _ node: SyntaxNode, _ kinds: KeywordSet, of item: Declarator.Pending
  ) -> Value.Content? {
    guard node.kind == .name || node.kind == .path else { return nil }
    let resolution = parts.resolve(
      node.bytes, in: item.entity, as: kinds, preferring: preferredScopes(item))
    if case .found(let id) = resolution { return .entity(id) }
    guard case .missing = resolution, Self.follows(parts[item.entity].keyword) else { return nil }
    return parts.former(node.bytes, as: kinds).map { .entity($0) }
  }

  /// Whether what is written in a declaration follows renames: it was decided, and stays so.
  private static func follows(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .threat, .decision, .assumption, .verification: true
    default: false
    }
  }

  /// The interfaces of a flow are looked for at its own ends first.
  func preferredScopes(_ item: Declarator.Pending) -> [EntityID] {
    guard item.property.property == .via, let flow = graph.flow(item.entity) else { return [] }
    return [flow.target, flow.source]
  }

  /// A word outside of an open vocabulary: accepted, with a note that suggests known ones.
  private mutating func openWord(_ node: SyntaxNode, _ type: ValueType) -> Value.Content? {
    guard node.kind == .name, let vocabulary = vocabularies(type).first(where: \.isOpen) else {
      return nil
    }
    guard parts.reportUnknown(node, vocabulary) else { return .invalid }
    return .word(parts.symbols.intern(node.bytes))
  }

  private mutating func condition(
    _ node: SyntaxNode, _ subject: ConditionSubject, of item: Declarator.Pending
  ) -> Value.Content? {
    let kinds: SubjectKinds
    switch subject {
    case .threat: kinds = .threat
    case .anything: kinds = .entities(.subjects)
    case .appliesTo: kinds = .entities(appliesTo(item))
    }
    if parts.sources[node.range.file].origin == .library {
      waiting.append(
        Waiting(condition: parts.conditions.count, node: node, subject: kinds, place: item.entity))
      parts.conditions.append(Condition([], at: node.range, isConjunction: true))
      return .condition(parts.conditions.count - 1)
    }
    let condition = ConditionCompiler.compile(
      node, in: &parts, subject: kinds, place: item.entity)
    guard let condition else { return .invalid }
    parts.conditions.append(condition)
    return .condition(parts.conditions.count - 1)
  }

  /// The kinds that `applies-to` of the declaration names; everything where it is missing.
  private func appliesTo(_ item: Declarator.Pending) -> KeywordSet {
    let body = parts.node(item.entity).first(.body)
    let property = body?.children.first { node in
      node.kind == .property && node.first(.name)?.isWord("applies-to") == true
    }
    var kinds: [Keyword] = []
    for word in property.map({ Array($0.children) })?.dropFirst() ?? [] where word.kind == .name {
      if let keyword = Schema.keyword(word.text, inside: .boundary) { kinds.append(keyword) }
    }
    return kinds.isEmpty ? .subjects : KeywordSet(kinds)
  }
}
