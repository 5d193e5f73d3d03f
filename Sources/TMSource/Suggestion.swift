// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds the words a user may have meant.
package enum Suggestion {
  /// The candidates closest to `word`, best first, at most four.
  ///
  /// A candidate is close when it is the same word in another case, or when its edit distance
  /// (insertions, deletions, replacements and swaps of neighbours) is at most a third of the length
  /// of the word, and at least one.
  package static func candidates(for word: String, among words: some Sequence<String>) -> [String] {
    let wanted = Array(word.lowercased().utf8.prefix(64))
    let limit = max(1, wanted.count / 3)
    var found: [(distance: Int, word: String)] = []
    for candidate in words where candidate != word {
      let other = Array(candidate.lowercased().utf8.prefix(64))
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
    var result: [String] = []
    for (_, word) in found where !result.contains(word) && result.count < 4 { result.append(word) }
    return result
  }

  /// A help line such as "did you mean `store`?", or nil where nothing is close.
  package static func help(for word: String, among words: some Sequence<String>) -> String? {
    let close = candidates(for: word, among: words)
    guard !close.isEmpty else { return nil }
    return "did you mean \(alternatives(close))?"
  }

  /// Words in backticks, joined as an English list: "`a`, `b` or `c`".
  package static func alternatives(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Whether one letter that is left out, added, exchanged or swapped with its neighbour makes one
  /// word of another, in any case.
  package static func isOneStep(from word: String, to other: String) -> Bool {
    let (left, right) = (Array(word.lowercased().utf8), Array(other.lowercased().utf8))
    guard abs(left.count - right.count) <= 1, max(left.count, right.count) <= 64 else {
      return false
    }
    return editDistance(left, right) == 1
  }

  /// The optimal string alignment distance of two byte strings.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let same = left[row] == right[column] ? 0 : 1
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + same)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
