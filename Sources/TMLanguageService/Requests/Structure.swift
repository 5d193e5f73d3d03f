// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What the shape of a text alone says.
package enum Structure {
  /// A part of a text that can be folded, by its first and last line.
  package struct Fold: Equatable, Sendable {
    package let lines: ClosedRange<Int>
    /// Whether it is a comment rather than a body or a text.
    package let isComment: Bool
  }

  /// Bodies, texts over several lines and comments over several lines, by position.
  package static func folds(_ tree: SyntaxTree, _ text: PositionedText) -> [Fold] {
    var folds: [Fold] = []
    for entry in tree.entries where entry.kind == .body || entry.kind == .string {
      let first = text.line(of: Int(entry.start))
      let last = text.line(of: Int(entry.end) - 1)
      // The closing brace stays visible.
      let end = entry.kind == .body ? last - 1 : last
      if end > first { folds.append(Fold(lines: first...end, isComment: false)) }
    }
    folds += commentFolds(text)
    return folds.sorted {
      ($0.lines.lowerBound, -$0.lines.upperBound) < ($1.lines.lowerBound, -$1.lines.upperBound)
    }
  }

  private static func commentFolds(_ text: PositionedText) -> [Fold] {
    var folds: [Fold] = []
    var start: Int?
    var texts = Set<Int>()
    var lexer = Lexer(text.bytes)
    var token = lexer.nextWithTrivia()
    while token.kind != .endOfFile {
      if token.kind == .comment {
        let line = text.content(ofLine: text.line(of: Int(token.start)))
        let isAlone = text.bytes[line.lowerBound..<Int(token.start)].allSatisfy {
          $0 == 0x20 || $0 == 0x09
        }
        if isAlone { texts.insert(text.line(of: Int(token.start))) }
      }
      token = lexer.nextWithTrivia()
    }
    for line in 0...text.lineCount {
      if texts.contains(line) {
        start = start ?? line
      } else if let first = start {
        if line - 1 > first { folds.append(Fold(lines: first...line - 1, isComment: true)) }
        start = nil
      }
    }
    return folds
  }

  /// The ranges around an offset that a selection can grow to, the smallest first.
  package static func selections(_ tree: SyntaxTree, at offset: Int) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var node: SyntaxNode? = tree.root
    while let current = node {
      if ranges.last != current.range { ranges.append(current.range) }
      node = current.children.first {
        Int($0.range.start) <= offset && offset <= Int($0.range.end) && !$0.range.offsets.isEmpty
      }
    }
    return ranges.reversed()
  }
}
