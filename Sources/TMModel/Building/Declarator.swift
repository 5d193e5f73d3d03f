// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// The first pass over the trees: makes an entity of every declaration and checks that each stands
/// where it may, with an id where it needs one.
struct Declarator {
  /// The properties of a declaration, to be checked when all names are known.
  struct Pending {
    let entity: EntityID
    let property: PropertySpec
    let node: SyntaxNode
  }

  var parts: ModelParts
  private var pending: [Pending] = []
  /// The name under which a file's declarations lie (`import … as name`).
  private let scopes: [FileID: String]

  private init(scopes: [FileID: String]) {
    parts = ModelParts()
    self.scopes = scopes
  }

  /// Declares everything in the trees of a model; answers the properties that are to be checked.
  static func declareAll(
    in parts: inout ModelParts, scopes: [FileID: String]
  ) -> [Pending] {
    var declarator = Declarator(scopes: scopes)
    // Swapped rather than assigned, so that the tables have one owner and are never copied.
    swap(&declarator.parts, &parts)
    declarator.declareAll()
    swap(&declarator.parts, &parts)
    return declarator.pending
  }

  private mutating func declareAll() {
    for tree in parts.trees {
      let scope = scopes[tree.file].map { declareScope($0, of: tree) }
      for item in tree.root.children { declare(item, inside: scope, outer: nil) }
    }
    if parts.system == nil { reportMissingModel() }
  }

  /// A scope is an entity without properties: the place of a file's declarations.
  private mutating func declareScope(_ scope: String, of tree: SyntaxTree) -> EntityID {
    let id = EntityID(parts.entities.count)
    let name = parts.symbols.intern(scope)
    parts.titles.append(nil)
    parts.entities.append(
      Entity(
        keyword: .import, name: name, parent: nil, file: tree.file, node: 0, nameNode: 0,
        properties: 0..<0))
    // What a library declares is used without its name, so that name stays free for the model.
    if parts.sources[tree.file].origin == .library { return id }
    if parts.names.claim(name, in: nil, id) == nil { parts.names.add(name, id) }
    return id
  }

  /// - Parameter outer: the kind of the declaration that the item lies in; nil at the top level of a file.
  private mutating func declare(_ node: SyntaxNode, inside parent: EntityID?, outer: Keyword?) {
    switch node.kind {
    case .property: declareProperty(node, of: parent, outer: outer)
    case .declaration, .flow: declareEntity(node, inside: parent, outer: outer)
    case .importStatement where outer != nil:
      parts.report(
        "misplaced-declaration", "an import cannot stand inside a declaration", at: node.range,
        help: ["move it to the top level of the file"])
    default: break
    }
  }

  // MARK: - Declarations

  private mutating func declareEntity(
    _ node: SyntaxNode, inside parent: EntityID?, outer: Keyword?
  ) {
    guard let keywordNode = node.first(.name) else { return }
    guard let keyword = keyword(keywordNode, of: node, inside: parent, outer: outer) else {
      return poison(node)
    }
    let spec = Schema.spec(of: keyword)
    checkPlace(keywordNode, spec, inside: parent, outer: outer)
    let heading = Heading(node)
    let (id, name) = (EntityID(parts.entities.count), declaredName(heading, keywordNode, spec))
    parts.titles.append(heading.title.map { StringLiteral.value(of: $0.bytes) })
    parts.entities.append(
      Entity(
        keyword: keyword, name: name, parent: parent, file: node.tree.file,
        node: UInt32(node.index), nameNode: UInt32((heading.id ?? keywordNode).index),
        properties: 0..<0))
    if name != .none, keyword != .flow || heading.id != nil {
      let isUnique = checkUnique(id, name)
      if isUnique, keyword != .threat, keyword != .threatTemplate { parts.names.add(name, id) }
    }
    if keyword == .model { declareModel(id, node) }
    for child in node.children {
      if child.kind == .attribute { declareAttribute(child, of: id) }
      if child.kind == .body {
        for item in child.children { declare(item, inside: id, outer: keyword) }
      }
    }
  }

  /// The id and title of a declaration's heading.
  private struct Heading {
    var id: SyntaxNode?
    var title: SyntaxNode?

    init(_ node: SyntaxNode) {
      var words = 0
      var second: SyntaxNode?
      var idIsMarked = false
      for child in node.children {
        switch child.kind {
        case .name, .path:
          words += 1
          if words == 2 { second = child }
        case .colon: idIsMarked = true
        case .string: title = title ?? child
        default: break
        }
      }
      id = node.kind != .flow || idIsMarked ? second : nil
    }
  }

  /// The kind of declaration a word starts; a misspelt word is reported and taken for the closest.
  private mutating func keyword(
    _ word: SyntaxNode, of node: SyntaxNode, inside parent: EntityID?, outer: Keyword?
  ) -> Keyword? {
    let text = word.text
    if let keyword = Schema.keyword(text, inside: outer) {
      guard let outer, let property = Property(word: text),
        let spec = Schema.spec(of: outer).spec(of: property),
        !Schema.spec(of: keyword).places.inside.contains(outer)
      else { return keyword }
      // With a title or a body it is a declaration, which only stands in the wrong place.
      if isDeclaration(node) { return keyword }
      reportMissingColon(word, spec, outer, node)
      return nil
    }
    if let outer, let property = Property(word: text),
      let spec = Schema.spec(of: outer).spec(of: property)
    {
      reportMissingColon(word, spec, outer, node)
      return nil
    }
    let close = Suggestion.candidates(for: text, among: Schema.keywords)
    let fix = close.first.map {
      Fix("write `\($0)`", safety: .suggestion, edits: [Edit(word.range, $0)])
    }
    parts.report(
      "unknown-keyword", "`\(text)` is not a keyword", at: word.range,
      help: [
        Suggestion.help(for: text, among: Schema.keywords)
          ?? "the keywords are \(Schema.keywords.joined(separator: ", "))"
      ], fix: fix)
    return close.first.flatMap { Schema.keyword($0, inside: outer) }
  }

  /// Whether it has an id with a title or a body behind it, which no value of a property has.
  private func isDeclaration(_ node: SyntaxNode) -> Bool {
    let names = node.children.filter { $0.kind == .name }
    return node.first(.body) != nil || (names.count > 1 && node.first(.string) != nil)
  }

  private mutating func reportMissingColon(
    _ word: SyntaxNode, _ spec: PropertySpec, _ outer: Keyword, _ node: SyntaxNode
  ) {
    // The colon alone is all that is missing only before one value on the same line.
    let rest = Array(node.children).drop { $0.range != word.range }.dropFirst()
    var isValue = false
    if rest.count == 1, let value = rest.first {
      let between = parts.sources[word.range.file].bytes[
        Int(word.range.end)..<Int(value.range.start)]
      isValue =
        (value.kind == .name || value.kind == .string)
        && !between.contains { $0 == 0x0A || $0 == 0x0D }
    }
    parts.report(
      "syntax", "`\(word.text)` is a property of \(outer.phrase) and takes a colon",
      at: word.range, help: ["write `\(word.text): …`"],
      fix: Fix(
        "write `\(word.text):`", safety: isValue ? .safe : .suggestion,
        edits: [Edit(word.range.endPoint, ":")]))
  }

  /// Remembers the names of a declaration that cannot be understood, so that references to them are
  /// not reported too.
  private mutating func poison(_ node: SyntaxNode) {
    for child in node.children {
      switch child.kind {
      case .name: parts.poisoned.insert(parts.symbols.intern(child.bytes))
      case .body, .declaration, .flow: poison(child)
      default: break
      }
    }
  }

  private mutating func checkPlace(
    _ word: SyntaxNode, _ spec: KeywordSpec, inside parent: EntityID?, outer: Keyword?
  ) {
    guard let outer else {
      if spec.places.topLevel { return }
      let homes = spec.places.inside.members.map(\.phrase)
      return parts.report(
        "misplaced-declaration", "\(spec.keyword.phrase) cannot stand at the top level",
        at: word.range, help: ["declare it inside \(EnglishList.or(homes))"])
    }
    if spec.places.inside.contains(outer) { return }
    let homes = spec.places.inside.members.map { "inside \($0.phrase)" }
    let places = (spec.places.topLevel ? ["at the top level of a file"] : []) + homes
    parts.report(
      "misplaced-declaration", "\(spec.keyword.phrase) cannot stand inside \(outer.phrase)",
      at: word.range,
      secondary: parent.map {
        [Label(parts.nameRange($0), "inside this \(outer.word)")]
      } ?? [],
      help: ["declare it \(EnglishList.or(places))"])
  }

  private mutating func declaredName(
    _ heading: Heading, _ keyword: SyntaxNode, _ spec: KeywordSpec
  ) -> Symbol {
    guard let id = heading.id else {
      if spec.id == .required {
        parts.report(
          "missing-id", "\(spec.keyword.phrase) needs an id", at: keyword.range.endPoint,
          help: [
            "write `\(spec.keyword.word) some-id \"Title\"`; names of threats and decisions hang on it"
          ])
      }
      return .none
    }
    if spec.id == .none {
      parts.report(
        "misplaced-id", "\(spec.keyword.phrase) takes no id", at: id.range, help: ["delete it"])
      return .none
    }
    if id.kind == .path {
      parts.report(
        "malformed-name", "an id has no dots", at: id.range,
        help: ["declare it inside the body of its outer declaration, with the last name as its id"])
      return parts.symbols.intern(id.bytes.split(separator: 0x2E).last ?? id.bytes)
    }
    if id.isWord("yes") || id.isWord("no") {
      parts.report(
        "reserved-id", "`\(id.text)` is a value of the language and cannot be an id", at: id.range,
        help: ["choose another id; the title can say anything"])
    }
    if spec.keyword == .category, let known = Vocabulary.threatCategories.known(id.text) {
      parts.report(
        "reserved-id", "`\(known)` is a category of the methods and cannot be declared",
        at: id.range, help: ["choose another id, or use the category as it is"])
    }
    return parts.symbols.intern(id.bytes)
  }

  /// Reports a second declaration of a name in the same place; names go on meaning the first.
  private mutating func checkUnique(_ id: EntityID, _ name: Symbol) -> Bool {
    guard let earlier = parts.names.claim(name, in: parts[id].parent, id) else { return true }
    parts.poisoned.insert(name)
    parts.report(
      "duplicate-id", "`\(parts.symbols[name])` is declared twice", at: parts.nameRange(id),
      secondary: [Label(parts.nameRange(earlier), "declared here first")],
      help: ["give one of the two another id"])
    return false
  }

  private mutating func declareModel(_ id: EntityID, _ node: SyntaxNode) {
    guard let first = parts.system else {
      parts.system = id
      return
    }
    parts.report(
      "second-model", "a second `model` is declared",
      at: node.first(.name)?.range ?? node.range,
      secondary: [Label(parts.nameRange(first), "the first one is here")],
      help: ["keep one `model`; the other file can be imported without it"])
  }

  private mutating func reportMissingModel() {
    guard let first = parts.trees.first else { return }
    let isEmpty = first.root.children.first { _ in true } == nil && parts.diagnostics.isEmpty
    if !isEmpty, parts.diagnostics.contains(where: { $0.severity == .error }) { return }
    parts.report(
      "missing-model", isEmpty ? "the file declares nothing" : "no `model` is declared",
      at: SourceRange(file: first.file, start: 0, end: 0),
      help: [
        isEmpty
          ? "run `tm init` for a model to start from"
          : "add `model \"Name of the system\"`, or name the file that has it"
      ],
      severity: isEmpty ? .error : .warning)
  }

  // MARK: - Properties and attributes

  private mutating func declareProperty(
    _ node: SyntaxNode, of parent: EntityID?, outer: Keyword?
  ) {
    guard let nameNode = node.first(.name) else { return }
    guard let outer, let parent else {
      let word = nameNode.text
      return parts.report(
        "misplaced-property", "property `\(word)` stands outside of any declaration",
        at: nameNode.range,
        help: ["move it between the braces of the declaration it describes"])
    }
    let spec = Schema.spec(of: outer)
    if let property = Property(nameNode.bytes), let row = spec.spec(of: property) {
      pending.append(Pending(entity: parent, property: row, node: node))
      if property == .was {
        for value in node.children where value.kind == .name && value.index != nameNode.index {
          parts.formerNames[parts.symbols.intern(value.bytes), default: []].append(parent)
        }
      }
    } else if outer == .policy {
      declareSetting(nameNode, node)
    } else {
      reportUnknownProperty(nameNode, outer, spec)
    }
  }

  private mutating func reportUnknownProperty(
    _ name: SyntaxNode, _ outer: Keyword, _ spec: KeywordSpec
  ) {
    let word = name.text
    let known = (spec.properties + Schema.common).map(\.property.word)
    let close = Suggestion.candidates(for: word, among: known)
    parts.report(
      "unknown-property", "\(outer.phrase) has no property `\(word)`", at: name.range,
      help: [
        Suggestion.help(for: word, among: known)
          ?? "it takes \(known.joined(separator: ", "))"
      ],
      fix: close.first.map {
        Fix("write `\($0)`", safety: .suggestion, edits: [Edit(name.range, $0)])
      })
  }

  /// A line of a policy that names a rule: which rules there are is known later, to the linter.
  private mutating func declareSetting(_ name: SyntaxNode, _ node: SyntaxNode) {
    var values: [SyntaxNode] = []
    for child in node.children where ![.colon, .comma, .assign].contains(child.kind) {
      values.append(child)
    }
    guard values.count == 2, values[1].kind == .name,
      Vocabulary.severities.contains(values[1].text)
    else {
      let range = values.count > 1 ? values[1].range : node.range
      return parts.report(
        "wrong-value", "the severity of a rule is error, warning, note or off", at: range,
        help: ["write `\(name.text): error`, or another of the four"])
    }
    parts.policy.append(
      PolicySetting(
        name: name.text, severity: Severity(rawValue: values[1].text), range: name.range))
  }

  private mutating func declareAttribute(_ node: SyntaxNode, of id: EntityID) {
    if node.first(.error) != nil { return }
    let items = node.children.filter {
      ![.at, .comma, .leftParenthesis, .rightParenthesis].contains($0.kind)
    }
    guard let name = items.first, items.count > 0, name.kind == .name else { return }
    guard name.isWord("allow") else {
      return parts.report(
        "unknown-attribute", "`@\(name.text)` is not an attribute", at: name.range,
        help: ["the one attribute is `@allow(rule, \"reason\")`"])
    }
    guard items.count > 1, items[1].kind == .name else {
      return parts.report(
        "malformed-excuse", "`@allow` names no rule", at: name.range,
        help: ["write `@allow(rule, \"reason\")` with the name from the brackets of the finding"])
    }
    guard items.count > 2, items[2].kind == .string,
      !StringLiteral.value(of: items[2].bytes).givesNoReason
    else {
      return parts.report(
        "malformed-excuse", "`@allow(\(items[1].text))` gives no reason", at: node.range,
        help: ["add why it is right here, as a text in quotes: it ends up in the report"])
    }
    let end = excuseEnd(items.dropFirst(3))
    let until: CalendarDate?
    switch end {
    case .never: until = nil
    case .on(let date): until = date
    case .malformed: return
    }
    parts.excuses.append(
      Excuse(
        rule: items[1].text, reason: StringLiteral.value(of: items[2].bytes), until: until,
        entity: id, range: node.range, ruleRange: items[1].range))
  }
}
