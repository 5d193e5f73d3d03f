// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Walks the items of a tree and prints their tokens.
struct ItemPrinter {
  /// The columns by which a continued line of an item is indented further than the item.
  private static let continuation = 4

  private var writer: TokenWriter
  /// Whether a body on one line is being tried, which the bodies inside it must be too.
  private var isOnOneLine = false
  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) {
    self.tree = tree
    writer = TokenWriter(tree.bytes)
  }

  /// Prints the whole file.
  mutating func file() {
    items(of: tree.root, indentation: 0)
  }

  /// The printed bytes, with the comments after the last token.
  consuming func finish() -> [UInt8] { writer.finish() }

  /// Prints the items among the children of a file or body, each on a line of its own.
  private mutating func items(of parent: SyntaxNode, indentation: Int) {
    for child in parent.children where !child.kind.isToken {
      item(child, first: .line(indentation), indentation: indentation)
    }
  }

  private mutating func item(_ node: SyntaxNode, first: TokenWriter.Gap, indentation: Int) {
    var next = first
    let inner = TokenWriter.Gap.authored(" ", continuation: indentation + Self.continuation)
    for child in node.children {
      switch child.kind {
      case .attribute:
        tokens(of: child, first: next, indentation: indentation)
        next = first
      case .body:
        body(child, indentation: indentation)
      default:
        tokens(of: child, first: next, indentation: indentation)
        next = inner
      }
    }
  }

  /// Prints the tokens of a node without bodies, spaced by what stands on either side.
  private mutating func tokens(of node: SyntaxNode, first: TokenWriter.Gap, indentation: Int) {
    var previous: SyntaxKind?
    var isAfterAt = false
    for index in node.index..<(node.index + Int(tree.entries[node.index].size)) {
      let entry = tree.entries[index]
      guard entry.kind.isToken else { continue }
      var gap = first
      if let previous {
        let opensArguments = isAfterAt && entry.kind == .leftParenthesis
        let joins = opensArguments || Self.joins(previous, entry.kind)
        gap = .authored(joins ? "" : " ", continuation: indentation + Self.continuation)
      } else if Self.joins(.name, entry.kind), case .authored(_, let continuation) = first {
        gap = .authored("", continuation: continuation)
      }
      writer.token(entry, after: gap)
      isAfterAt = previous == .at
      previous = entry.kind
    }
  }

  /// Whether two neighbours inside an item stand without a space between them.
  private static func joins(_ left: SyntaxKind, _ right: SyntaxKind) -> Bool {
    if left == .at || left == .leftParenthesis { return true }
    return right == .comma || right == .colon || right == .rightParenthesis
  }

  // MARK: - Bodies

  private mutating func body(_ node: SyntaxNode, indentation: Int) {
    if isOnOneLine { return bodyOnOneLine(node, indentation: indentation) }
    if !node.bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      let start = writer.checkpoint
      isOnOneLine = true
      bodyOnOneLine(node, indentation: indentation)
      isOnOneLine = false
      if writer.fits(in: TMFormatter.lineLength) { return }
      writer.restore(start)
    }
    let entries = tree.entries[node.index..<(node.index + Int(tree.entries[node.index].size))]
    guard let open = entries.dropFirst().first, let close = entries.last else { return }
    writer.token(open, after: .openingBrace(indentation))
    items(of: node, indentation: indentation + TMFormatter.indentation)
    writer.token(close, after: .closingBrace(indentation))
  }

  /// Prints a body without line endings on the line of its heading, up to where it gets too long.
  private mutating func bodyOnOneLine(_ node: SyntaxNode, indentation: Int) {
    var isEmpty = true
    for child in node.children {
      switch child.kind {
      case .leftBrace:
        writer.token(tree.entries[child.index], after: .openingBrace(indentation))
      case .rightBrace:
        writer.token(
          tree.entries[child.index], after: .authored(isEmpty ? "" : " ", continuation: 0))
      case .semicolon:
        continue
      default:
        if !isEmpty { writer.append(";") }
        isEmpty = false
        item(child, first: .authored(" ", continuation: 0), indentation: indentation)
      }
      guard writer.fits(in: TMFormatter.lineLength) else { return }
    }
  }
}
