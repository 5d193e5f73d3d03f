// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What a word of a text is, for its colour.
package struct SemanticToken: Equatable, Sendable {
  /// The types in the order in which the legend lists them.
  package enum Kind: Int, CaseIterable, Sendable {
    case keyword, property, variable, type, enumMember, string, number, comment, `operator`,
      decorator

    package var name: String {
      switch self {
      case .keyword: "keyword"
      case .property: "property"
      case .variable: "variable"
      case .type: "type"
      case .enumMember: "enumMember"
      case .string: "string"
      case .number: "number"
      case .comment: "comment"
      case .operator: "operator"
      case .decorator: "decorator"
      }
    }
  }

  package let range: Range<Int>
  package let kind: Kind
  package let isDeclaration: Bool
}

extension ModelSnapshot {
  /// The words of a file with what they are, in order; a text over several lines is one token.
  package func semanticTokens(of file: FileID) -> [SemanticToken] {
    var names: [UInt32: Occurrence] = [:]
    for occurrence in occurrences.occurrences(in: file) {
      names[occurrence.range.start] = occurrence
    }
    var tokens: [SemanticToken] = []
    addTokens(of: tree(file).root, names, to: &tokens)
    var lexer = Lexer(sources[file].bytes)
    var token = lexer.nextWithTrivia()
    while token.kind != .endOfFile {
      if token.kind == .comment {
        tokens.append(
          SemanticToken(
            range: Int(token.start)..<Int(token.end), kind: .comment, isDeclaration: false))
      }
      token = lexer.nextWithTrivia()
    }
    return tokens.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func addTokens(
    of node: SyntaxNode, _ names: [UInt32: Occurrence], to tokens: inout [SemanticToken]
  ) {
    for (position, child) in node.children.enumerated() {
      guard child.kind.isToken else {
        addTokens(of: child, names, to: &tokens)
        continue
      }
      guard let kind = kind(of: child, at: position, in: node, names) else { continue }
      tokens.append(
        SemanticToken(
          range: child.range.offsets, kind: kind,
          isDeclaration: names[child.range.start]?.isDeclaration ?? false))
    }
  }

  private func kind(
    of token: SyntaxNode, at position: Int, in node: SyntaxNode, _ names: [UInt32: Occurrence]
  ) -> SemanticToken.Kind? {
    switch token.kind {
    case .string, .unterminatedString: return .string
    case .number, .date: return .number
    case .arrow, .twoWayArrow, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .operator
    case .at: return .decorator
    case .name, .path: break
    default: return nil
    }
    switch node.kind {
    case .declaration, .flow, .importStatement:
      let isKeyword = node.first(.name)?.index == token.index
      if isKeyword { return .keyword }
      if node.kind == .importStatement { return token.isWord("as") ? .keyword : .variable }
    case .property where position == 0: return .property
    case .attribute: return node.first(.name)?.index == token.index ? .decorator : .enumMember
    default: break
    }
    if let occurrence = names[token.range.start] {
      switch model[occurrence.entity].keyword {
      case .boundary, .zone: return .type
      default: return .variable
      }
    }
    switch node.kind {
    case .property, .group, .body: return .enumMember
    case .declaration, .flow: return .variable
    default:
      let words: [StaticString] = [
        "and", "or", "not", "is", "has", "in", "any", "all", "where", "on",
      ]
      return words.contains { token.isWord($0) } ? .keyword : .enumMember
    }
  }
}
