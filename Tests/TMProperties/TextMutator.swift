// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Changes texts in the language by their tokens and lines, so that most results still say much.
package struct TextMutator {
  private var random: SeededGenerator
  /// Words and signs that are put in.
  private static let words: [[UInt8]] =
    (Keyword.allCases.map(\.word) + Property.allCases.map(\.rawValue) + [
      "{", "}", ":", ";", ",", "->", "<->", "@", "\"", "\"\"\"", "//", "==", "!=", "<", ">=", "and",
      "or", "not", "any", "all", "where", "in", "yes", "no", "unknown", "none", "is", "has", "\n",
      "\r\n", "\u{FEFF}", "=", ".", "→", "e\u{301}", "\u{202E}",
    ]).map { Array($0.utf8) }

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A text with one to four changes.
  package mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes = Bool.random(using: &random) ? tokenChanged(bytes) : lineChanged(bytes)
    }
    return bytes
  }

  /// Some whole declarations of a text, in their order, its first one among them.
  package mutating func part(of bytes: [UInt8], lines limit: Int) -> [UInt8] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // A line that begins at the margin begins a declaration, or ends one.
      let begins = line.first.map { $0 != 0x20 && $0 != 0x7D && $0 != 0x09 } ?? false
      if begins, line.startIndex > start {
        parts.append(bytes[start..<line.startIndex])
        start = line.startIndex
      }
    }
    parts.append(bytes[start...])
    var kept = [0]
    var lines = 0
    for index in parts.indices.dropFirst().shuffled(using: &random) {
      lines += parts[index].count { $0 == 0x0A }
      if lines > limit { break }
      kept.append(index)
    }
    return kept.sorted().flatMap { parts[$0] }
  }

  private mutating func tokenChanged(_ bytes: [UInt8]) -> [UInt8] {
    var lexer = Lexer(bytes)
    var tokens: [Range<Int>] = []
    while true {
      let token = lexer.nextWithTrivia()
      if token.kind == .endOfFile { break }
      tokens.append(Int(token.start)..<Int(token.end))
    }
    guard let one = tokens.randomElement(using: &random),
      let other = tokens.randomElement(using: &random),
      let word = Self.words.randomElement(using: &random)
    else { return Self.words.randomElement(using: &random) ?? [] }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return replacing(one, by: [], in: bytes)
    case 1: return replacing(one, by: Array(bytes[one]) + Array(bytes[one]), in: bytes)
    case 2: return replacing(one, by: Array(bytes[other]), in: bytes)
    case 3: return replacing(one, by: word, in: bytes)
    case 4: return replacing(one.lowerBound..<one.lowerBound, by: word + [0x20], in: bytes)
    case 5:
      return replacing(min(one.lowerBound, other.lowerBound)..<one.upperBound, by: [], in: bytes)
    default:
      let (left, right) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
      guard left.upperBound <= right.lowerBound else { return bytes }
      return Array(bytes[..<left.lowerBound]) + bytes[right]
        + bytes[left.upperBound..<right.lowerBound] + bytes[left] + bytes[right.upperBound...]
    }
  }

  private mutating func lineChanged(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let place = Int.random(in: 0..<lines.count, using: &random)
    let other = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: other)
    case 2: lines.swapAt(place, other)
    case 3: lines.insert(lines.remove(at: place), at: min(other, max(0, lines.count - 1)))
    case 4 where place + 1 < lines.count: lines[place] += [0x20] + lines.remove(at: place + 1)
    case 5:
      let end = min(lines.count, place + Int.random(in: 1...8, using: &random))
      lines.removeSubrange(place..<end)
    default:
      let cut = Int.random(in: 0...lines[place].count, using: &random)
      lines.insert(Array(lines[place][cut...]), at: place + 1)
      lines[place].removeSubrange(cut...)
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func replacing(_ range: Range<Int>, by new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard range.lowerBound <= range.upperBound else { return bytes }
    var bytes = bytes
    bytes.replaceSubrange(range, with: new)
    return bytes
  }
}
