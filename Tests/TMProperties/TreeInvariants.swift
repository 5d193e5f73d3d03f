// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

extension SyntaxTree {
  /// What is wrong with the shape of the tree, or nil: leaves and the trivia between them must
  /// concatenate to the text, and nodes must nest.
  package var violation: String? {
    guard let root = entries.first, root.kind == .file, root.start == 0,
      Int(root.end) == bytes.count, Int(root.size) == entries.count
    else { return "the root does not cover the file" }
    return nestingViolation ?? coverageViolation
  }

  private var nestingViolation: String? {
    /// The nodes around the current entry: where their entries end, and up to where their text is
    /// already taken by earlier children.
    var open: [(lastEntry: Int, end: UInt32, taken: UInt32)] = []
    for (index, entry) in entries.enumerated() {
      while let last = open.last, last.lastEntry == index { open.removeLast() }
      guard entry.start <= entry.end, entry.size > 0 else { return "entry \(index) is empty" }
      if let parent = open.last {
        guard entry.start >= parent.taken, entry.end <= parent.end,
          index + Int(entry.size) <= parent.lastEntry
        else { return "entry \(index), \(entry.kind), lies outside its parent" }
        open[open.count - 1].taken = entry.end
      }
      if entry.kind.isToken {
        guard entry.size == 1, entry.start < entry.end, !entry.kind.isTrivia else {
          return "token \(index), \(entry.kind), is no leaf"
        }
      } else {
        open.append((index + Int(entry.size), entry.end, entry.start))
      }
    }
    return nil
  }

  private var coverageViolation: String? {
    var position = 0
    for entry in entries where entry.kind.isToken {
      guard isTrivia(position..<Int(entry.start)) else { return "no trivia before \(entry.start)" }
      position = Int(entry.end)
    }
    return isTrivia(position..<bytes.count) ? nil : "no trivia at the end of the file"
  }

  private func isTrivia(_ range: Range<Int>) -> Bool {
    var lexer = Lexer(bytes, from: range.lowerBound)
    var position = range.lowerBound
    while position < range.upperBound {
      let token = lexer.nextWithTrivia()
      guard token.kind.isTrivia else { return false }
      position = Int(token.end)
    }
    return position == range.upperBound
  }
}
