// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Emphasis of Markdown: `*so*`, `**so**` and `_so_`.
enum Emphasis {
  /// A text without the marks that come in pairs. What stands in a word (`a_b_c`) or alone (`2 * 3`) is none.
  static func removed(from text: String) -> String {
    let signs = Array(text)
    var open: [String: Int] = [:]
    var marks: [Range<Int>] = []
    var start = 0
    while start < signs.count {
      guard signs[start] == "*" || signs[start] == "_" else {
        start += 1
        continue
      }
      let end = signs[start...].firstIndex { $0 != signs[start] } ?? signs.count
      let run = String(signs[start..<end])
      let before = start > 0 ? signs[start - 1] : " "
      let after = end < signs.count ? signs[end] : " "
      let isInWord = signs[start] == "_" && isOfWord(before) && isOfWord(after)
      if !isInWord, !before.isWhitespace, let first = open.removeValue(forKey: run) {
        marks += [first..<first + run.count, start..<end]
      } else if !isInWord, !after.isWhitespace {
        open[run] = start
      }
      start = end
    }
    let dropped = Set(marks.flatMap { $0 })
    return String(signs.indices.filter { !dropped.contains($0) }.map { signs[$0] })
  }

  private static func isOfWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
}
