// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A declaration of a text, with what an update compares of it.
final class OutlineDeclaration {
  let node: SyntaxNode
  let keyword: Keyword
  let id: String?
  let title: String?
  /// The ends of a flow, as they are written.
  let ends: ImportedDeclaration.Ends?
  /// The lines of documentation in front of it.
  let documentation: [String]
  /// Properties in their order, values as they are written.
  let properties: [(name: String, values: [String])]
  /// The ids that the source gave it: `tm7:…` in its `link`.
  let sourceIDs: [String]
  fileprivate(set) var children: [OutlineDeclaration] = []
  fileprivate(set) weak var parent: OutlineDeclaration?

  fileprivate init(_ node: SyntaxNode, _ keyword: Keyword, parent: OutlineDeclaration?) {
    self.node = node
    self.keyword = keyword
    self.parent = parent
    var names: [String] = []
    var hasColon = false
    var arrow: Bool?
    var title: String?
    for child in node.children {
      switch child.kind {
      case .name, .path: names.append(child.text)
      case .colon: hasColon = true
      case .arrow: arrow = false
      case .twoWayArrow: arrow = true
      case .string: title = StringLiteral.value(of: child.bytes)
      default: break
      }
    }
    self.title = title
    let words = names.dropFirst()
    if let arrow, words.count >= 2 {
      let parts = Array(words.suffix(2))
      ends = .init(parts[0], parts[1], isTwoWay: arrow)
      id = hasColon && words.count == 3 ? words.first : nil
    } else {
      ends = nil
      id = words.first
    }
    documentation = Self.documentation(node)
    var properties: [(name: String, values: [String])] = []
    for item in node.first(.body).map({ Array($0.children) }) ?? []
    where item.kind == .property {
      guard let name = item.first(.name)?.text else { continue }
      let values = DeclarationEdit.values(of: item).filter { $0.kind != .comma }.map(\.text)
      properties.append((name, values))
    }
    self.properties = properties
    sourceIDs =
      (properties.first { $0.name == "link" }?.values ?? [])
      .map { StringLiteral.value(of: Array($0.utf8)[...]) }
      .filter { link in Self.prefixes.contains { link.hasPrefix($0) } }
  }

  func values(_ name: String) -> [String]? { properties.first { $0.name == name }?.values }

  private static let prefixes = [
    "tm7:", "tb7:", "td:", "otm:", "threagile:", "pytm:", "threat-composer:", "tmbom:", "cdx:",
    "drawio:", "mermaid:",
  ]

  /// The declaration with the documentation in front of it.
  var range: SourceRange {
    let bytes = node.tree.bytes
    var start = Int(DeclarationEdit.removal(of: node).range.start)
    while start < Int(node.range.start), [0x20, 0x09].contains(bytes[start]) { start += 1 }
    return SourceRange(file: node.range.file, start: UInt32(start), end: node.range.end)
  }

  private static func documentation(_ node: SyntaxNode) -> [String] {
    let start = DeclarationEdit.removal(of: node).range.start
    let bytes = node.tree.bytes[Int(min(start, node.range.start))..<Int(node.range.start)]
    return String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map { line in
      line.drop { $0 == " " || $0 == "\t" }
    }.filter { $0.hasPrefix("///") }.map { line in
      let text = line.dropFirst(3)
      return String(text.first == " " ? text.dropFirst() : text)
    }.filter { !$0.isEmpty }
  }
}

/// The declarations of a text.
struct ModelOutline {
  let tree: SyntaxTree
  let top: [OutlineDeclaration]
  /// All of them, each before what it holds.
  let all: [OutlineDeclaration]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    var all: [OutlineDeclaration] = []
    func read(_ node: SyntaxNode, _ parent: OutlineDeclaration?) -> OutlineDeclaration? {
      guard node.kind == .declaration || node.kind == .flow,
        let word = node.first(.name)?.text,
        let keyword = Schema.keyword(word, inside: parent?.keyword)
      else { return nil }
      let declaration = OutlineDeclaration(node, keyword, parent: parent)
      all.append(declaration)
      for item in node.first(.body).map({ Array($0.children) }) ?? [] {
        if let child = read(item, declaration) { declaration.children.append(child) }
      }
      return declaration
    }
    top = tree.root.children.compactMap { read($0, nil) }
    self.all = all
  }
}
