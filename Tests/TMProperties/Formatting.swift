// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMSource
import TMSyntax

/// What formatting must leave as it is.
package enum Formatting {
  /// What formatting a tree breaks, or nil.
  package static func violation(_ tree: SyntaxTree) -> String? {
    guard let bytes = TMFormatter.format(tree) else {
      return hasErrors(tree) ? nil : "refused a file without errors"
    }
    guard !hasErrors(tree) else { return "formatted a file with errors" }
    let result = Parser.parse(SourceFile(id: FileID(index: 0), path: "model.tm", bytes: bytes))
    if hasErrors(result) { return "the result has errors" }
    if FormattedContent(tree) != FormattedContent(result) { return "the content changed" }
    if TMFormatter.format(result) != bytes { return "formatting twice differs" }
    return layoutViolation(result)
  }

  /// Errors of the text; a character that hides something is seen as well once the lines end alike.
  private static func hasErrors(_ tree: SyntaxTree) -> Bool {
    tree.diagnostics.contains { $0.rule != "hidden-text" }
  }

  /// White space at the end of a line, a carriage return or several blank lines outside of texts, or
  /// a missing last line ending.
  private static func layoutViolation(_ tree: SyntaxTree) -> String? {
    var lexer = Lexer(tree.bytes)
    var previous = SyntaxKind.newline
    var newlines = 2
    while true {
      let token = lexer.nextWithTrivia()
      switch token.kind {
      case .endOfFile:
        return newlines == 1 || tree.bytes.isEmpty ? nil : "no single line ending at the end"
      case .newline:
        if previous == .whitespace { return "white space at the end of a line" }
        if tree.bytes[Int(token.start)] != 0x0A { return "a carriage return" }
        newlines += 1
        if newlines > 2 { return "several blank lines" }
      case .whitespace: break
      case .byteOrderMark: return "a byte-order mark"
      default: newlines = 0
      }
      previous = token.kind
    }
  }
}

/// What must not change: the tree without semicolons, and the comments with their places in it.
private struct FormattedContent: Equatable {
  private struct Element: Equatable {
    let kind: SyntaxKind
    let size: Int
    let text: ArraySlice<UInt8>
  }

  private var elements: [Element] = []

  init(_ tree: SyntaxTree) {
    var semicolons = [0]
    for entry in tree.entries {
      semicolons.append((semicolons.last ?? 0) + (entry.kind == .semicolon ? 1 : 0))
    }
    var position = 0
    for (index, entry) in tree.entries.enumerated() where entry.kind != .semicolon {
      let isToken = entry.kind.isToken
      if isToken {
        addComments(tree, position..<Int(entry.start))
        position = Int(entry.end)
      }
      let size = Int(entry.size) - semicolons[index + Int(entry.size)] + semicolons[index]
      let text = isToken ? tree.bytes[Int(entry.start)..<Int(entry.end)] : []
      elements.append(Element(kind: entry.kind, size: size, text: text))
    }
    addComments(tree, position..<tree.bytes.count)
  }

  private mutating func addComments(_ tree: SyntaxTree, _ range: Range<Int>) {
    var lexer = Lexer(tree.bytes, from: range.lowerBound)
    while true {
      let token = lexer.nextWithTrivia()
      guard token.kind != .endOfFile, Int(token.start) < range.upperBound else { return }
      guard token.kind == .comment else { continue }
      var text = tree.bytes[Int(token.start)..<Int(token.end)]
      while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
      elements.append(Element(kind: .comment, size: 1, text: text))
    }
  }
}
