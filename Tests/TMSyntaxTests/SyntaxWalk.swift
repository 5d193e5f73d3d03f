// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Goes over a tree, notes what every token is there for, and writes the tree down.
struct SyntaxWalk {
  typealias Role = SyntaxTrace.Role

  /// A token and its place in bytes.
  struct Token {
    let role: Role
    let start: UInt32
    let end: UInt32
  }

  /// Where a backslash starts no escape of the language.
  let unknownEscapes: Set<UInt32>
  private(set) var tokens: [Token] = []

  init(unknownEscapes: Set<UInt32>) { self.unknownEscapes = unknownEscapes }

  /// The node in parentheses, with what it is made of; a token without a name of its own is nothing.
  mutating func expression(of node: SyntaxNode) -> String {
    let roles = Self.roles(of: node)
    var parts: [String] = []
    var references = 0
    for (index, (child, role)) in zip(node.children, roles).enumerated() {
      let part = child.kind.isToken ? leaf(child, role) : expression(of: child)
      guard !part.isEmpty else { continue }
      if role == .reference { references += 1 }
      let field = Self.field(
        of: child, at: index, role, isSecondEnd: references == 2, in: node.kind)
      parts.append(field.map { "\($0): \(part)" } ?? part)
    }
    let name = Self.name(of: node.kind)
    return "(\(([name] + parts).joined(separator: " ")))"
  }

  mutating func addComments(of bytes: [UInt8]) {
    var lexer = Lexer(bytes)
    while true {
      let token = lexer.nextWithTrivia()
      if token.kind == .endOfFile { return }
      guard token.kind == .comment else { continue }
      let text = bytes[Int(token.start)..<Int(token.end)]
      let role = text.starts(with: "///".utf8) ? Role.documentation : .comment
      tokens.append(Token(role: role, start: token.start, end: token.end))
    }
  }

  private mutating func leaf(_ node: SyntaxNode, _ role: Role) -> String {
    tokens.append(Token(role: role, start: node.range.start, end: node.range.end))
    let kind = node.kind == .path ? "path" : "name"
    switch role {
    case .keyword:
      return node.isWord("flow") || node.isWord("import") || node.isWord("as") ? "" : "(keyword)"
    case .property: return "(property_name)"
    case .attribute: return "(attribute_name)"
    case .label: return "(label)"
    case .id, .reference, .word: return "(\(kind))"
    case .number: return "(number)"
    case .date: return "(date)"
    case .text:
      let escapes = escapes(of: node)
      return escapes == 0
        ? "(text)" : "(text \(repeatElement("(escape)", count: escapes).joined(separator: " ")))"
    case .comment, .documentation, .operatorWord, .sign, .arrow, .escape, .unknownEscape,
      .punctuation:
      return ""
    }
  }

  /// Notes the escapes of a text; how many the language knows.
  private mutating func escapes(of node: SyntaxNode) -> Int {
    let bytes = node.bytes
    var known = 0
    var index = bytes.startIndex
    while let backslash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      let isKnown = !unknownEscapes.contains(UInt32(backslash))
      var end = backslash + 2
      if isKnown, bytes[backslash + 1] == UInt8(ascii: "u") {
        end = (bytes[backslash...].firstIndex(of: UInt8(ascii: "}")) ?? backslash) + 1
      } else {
        while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
      }
      tokens.append(
        Token(role: isKnown ? .escape : .unknownEscape, start: UInt32(backslash), end: UInt32(end)))
      known += isKnown ? 1 : 0
      index = end
    }
    return known
  }

  /// The name that the grammar for tree-sitter gives to a child.
  private static func field(
    of child: SyntaxNode, at index: Int, _ role: Role, isSecondEnd: Bool, in kind: SyntaxKind
  ) -> String? {
    switch (kind, role) {
    case (.attribute, .attribute), (.property, .property), (.labelledArgument, .label): "name"
    case _ where child.kind == .attribute: nil
    case (.property, _), (.labelledArgument, _): "value"
    case (.declaration, .keyword): "keyword"
    case (.declaration, .id), (.flow, .id), (.importStatement, .id): "id"
    case (.flow, .reference): isSecondEnd ? "target" : "source"
    case (.importStatement, .reference), (.importStatement, .text): "source"
    case (.declaration, .text), (.flow, .text): "title"
    case (.declaration, _), (.flow, _), (.importStatement, _): child.kind == .body ? "body" : nil
    case (.quantifier, .word): index == 1 ? "collection" : nil
    default: nil
    }
  }

  /// For each child of a node, what it is there for; of a child that is a node, nothing in particular.
  private static func roles(of node: SyntaxNode) -> [Role] {
    let children = Array(node.children)
    var roles = children.map { plainRole(of: $0.kind) }
    let words = children.indices.filter { [.name, .path].contains(children[$0].kind) }
    switch node.kind {
    case .declaration:
      assign([.keyword, .id], to: words, in: &roles)
    case .importStatement:
      let isLibrary = words.count > 1 && words[1] == words[0] + 1
      assign(
        isLibrary ? [.keyword, .reference, .keyword, .id] : [.keyword, .keyword, .id], to: words,
        in: &roles)
    case .flow:
      let hasID = children.contains { $0.kind == .colon }
      assign(
        hasID ? [.keyword, .id, .reference, .reference] : [.keyword, .reference, .reference],
        to: words, in: &roles)
    case .property:
      assign([.property], to: words, in: &roles)
    case .attribute:
      assign([.attribute], to: words, in: &roles)
    case .labelledArgument:
      assign([.label], to: words, in: &roles)
    case .negation, .quantifier:
      assign([.operatorWord], to: words, in: &roles)
      // The `where` of a quantifier stands behind its collection.
      if node.kind == .quantifier, children.count > 2 { roles[2] = .operatorWord }
    case .comparison, .disjunction, .conjunction, .restriction:
      for index in words where isOperator(index, in: children, of: node.kind) {
        roles[index] = .operatorWord
      }
    default:
      break
    }
    return roles
  }

  /// Operands and the words between them take turns; `is not` is two words.
  private static func isOperator(_ index: Int, in children: [SyntaxNode], of kind: SyntaxKind)
    -> Bool
  {
    if kind == .comparison { return index > 0 && index < children.count - 1 }
    return index % 2 == 1
  }

  private static func assign(_ names: [Role], to words: [Int], in roles: inout [Role]) {
    for (index, role) in zip(words, names) { roles[index] = role }
  }

  private static func plainRole(of kind: SyntaxKind) -> Role {
    switch kind {
    case .name, .path: .word
    case .number: .number
    case .date: .date
    case .string: .text
    case .arrow, .twoWayArrow: .arrow
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .sign
    default: .punctuation
    }
  }

  private static func name(of kind: SyntaxKind) -> String {
    switch kind {
    case .file: "source_file"
    case .importStatement: "import"
    case .labelledArgument: "labelled_argument"
    case .error: "ERROR"
    default: "\(kind)"
    }
  }
}
