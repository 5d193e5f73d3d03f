// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Where the places of a text stand in a later one, of which only titles and texts in quotes are others.
package struct MovedPlaces {
  /// The tokens of a file that changed, before and after, at the same places in both.
  fileprivate struct Tokens {
    let earlier: [SyntaxTree.Entry]
    let later: [SyntaxTree.Entry]
  }

  private var files: [FileID: Tokens] = [:]

  /// The way from one model to another; nil where more is different, white space and comments included: a repair
  /// may go by them.
  package init?(from earlier: Model, to later: Model) {
    guard earlier.trees.count == later.trees.count else { return nil }
    for (old, new) in zip(earlier.trees, later.trees) where old.bytes != new.bytes {
      guard old.entries.count == new.entries.count else { return nil }
      let tokens = Tokens(
        earlier: old.entries.filter(\.kind.isToken), later: new.entries.filter(\.kind.isToken))
      guard Self.areGapsAlike(tokens, old.bytes, new.bytes) else { return nil }
      files[new.file] = tokens
    }
  }

  private static func areGapsAlike(_ tokens: Tokens, _ old: [UInt8], _ new: [UInt8]) -> Bool {
    guard tokens.earlier.count == tokens.later.count else { return false }
    var (start, newStart) = (0, 0)
    for (token, newToken) in zip(tokens.earlier, tokens.later) {
      let gap = old[start..<Int(token.start)]
      guard gap.elementsEqual(new[newStart..<Int(newToken.start)]) else { return false }
      (start, newStart) = (Int(token.end), Int(newToken.end))
    }
    return old[start...].elementsEqual(new[newStart...])
  }

  /// A finding at its places in the later text; nil where one lies inside a text that may be another.
  package func moved(_ finding: Diagnostic) -> Diagnostic? {
    let stays =
      files[finding.primary.range.file] == nil
      && finding.secondary.allSatisfy { files[$0.range.file] == nil }
      && finding.fix?.edits.allSatisfy { files[$0.range.file] == nil } ?? true
    return stays ? finding : finding.moved { place($0) }
  }

  private func place(_ range: SourceRange) -> SourceRange? {
    guard let tokens = files[range.file] else { return range }
    let first = tokens.earlier.partitioningIndex { $0.end >= range.start }
    let last = tokens.earlier.partitioningIndex { $0.end >= range.end }
    guard let start = tokens.place(range.start, from: first, isEnd: false),
      let end = tokens.place(range.end, from: last, isEnd: range.start < range.end), start <= end
    else { return nil }
    return SourceRange(file: range.file, start: start, end: end)
  }
}

extension MovedPlaces.Tokens {
  /// Where a place stands.
  ///
  /// - Parameters:
  ///   - first: the first token that ends there or behind it.
  ///   - isEnd: whether the end of a token is meant rather than the start of the one that stands there too.
  fileprivate func place(_ offset: UInt32, from first: Int, isEnd: Bool) -> UInt32? {
    var token = first
    if !isEnd, token + 1 < earlier.count, earlier[token + 1].start == offset { token += 1 }
    guard token < earlier.count else {
      // Behind the last one.
      guard let old = earlier.last, let new = later.last else { return offset }
      return new.end + (offset - old.end)
    }
    let (old, new) = (earlier[token], later[token])
    if offset <= old.start { return new.start - (old.start - offset) }
    if offset == old.end { return new.end }
    // Inside a token.
    return old.kind == .string ? nil : new.start + (offset - old.start)
  }
}

extension [SyntaxTree.Entry] {
  /// The first place from which on a condition holds, which holds of all behind it.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
