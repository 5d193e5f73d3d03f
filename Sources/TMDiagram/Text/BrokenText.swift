// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a text may take up.
struct TextRoom: Hashable, Sendable {
  /// Of each line, in pixels.
  let width: Double
  let lines: Int
}

/// A cleaned text in lines.
///
/// Lines end between words; inside a word that is wider than a line, behind a hyphen and its like, between
/// ideographs, or else so that its pieces are of one width. What a reader sees as one sign stays whole.
struct BrokenText {
  private(set) var lines: [String] = []
  /// Whether nothing was left out.
  private(set) var isWhole = true

  private let style: TextStyle
  /// In units of the advances.
  private let limit: Double

  init(_ text: String, _ style: TextStyle, in room: TextRoom) {
    self.style = style
    limit = room.width * 2048 / style.size
    var rest = Array(text)[...]
    while !rest.isEmpty && lines.count < room.lines {
      let end = fittingEnd(rest, within: limit)
      if end == rest.endIndex {
        lines.append(String(rest))
        return
      }
      if lines.count == room.lines - 1 {
        isWhole = false
        lines.append(cut(rest))
        return
      }
      let stop = lineEnd(of: rest, at: end)
      lines.append(String(rest[..<stop]).trimmed)
      rest = rest[stop...].drop { $0 == " " }
    }
  }

  /// Where the line ends of which no more than what stands before `end` can be seen.
  private func lineEnd(of text: ArraySlice<Character>, at end: Int) -> Int {
    if text[end] == " " { return end }
    let space = text[..<end].lastIndex(of: " ").flatMap { $0 > text.startIndex ? $0 : nil }
    let start = space ?? text.startIndex
    let wordEnd = text[end...].firstIndex(of: " ") ?? text.endIndex
    let word = text[start..<wordEnd]
    let isLong = units(word.drop { $0 == " " }) > limit
    if let joint = (start + 1..<end + 1).last(where: { isJoint($0, in: text, ofLongWord: isLong) })
    {
      // A short word is not torn for its hyphen where the line is filled without it.
      return joint
    }
    if let space { return space }
    let pieces = (units(word) / limit).rounded(.up)
    return fittingEnd(word, within: min(limit, units(word) / pieces * 1.04))
  }

  /// Whether a line may end in front of the sign.
  private func isJoint(
    _ index: Int, in text: ArraySlice<Character>, ofLongWord isLong: Bool
  ) -> Bool {
    guard index > text.startIndex, index < text.endIndex else { return false }
    let (before, after) = (text[index - 1], text[index])
    if before == " " || after == " " { return false }
    if before.isIdeographic, !after.isClosing { return true }
    guard isLong, index - text.startIndex > 3 else { return false }
    return "-_/.:–—".contains(before) && !"-_/.:–—".contains(after)
      || before.isLowercase && after.isUppercase
  }

  /// The end of the longest start of the text that is at most `limit` units wide; at least one sign.
  private func fittingEnd(_ text: ArraySlice<Character>, within limit: Double) -> Int {
    var width = 0
    for index in text.indices {
      width += style.advance(of: text[index])
      if Double(width) > limit { return max(index, text.startIndex + 1) }
    }
    return text.endIndex
  }

  private func units(_ text: ArraySlice<Character>) -> Double {
    Double(text.reduce(0) { $0 + style.advance(of: $1) })
  }

  private func cut(_ text: ArraySlice<Character>) -> String {
    let end = fittingEnd(text, within: limit - Double(style.advance(of: "…" as Character)))
    return String(text[..<end]).trimmed + "…"
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate var trimmed: String {
    var kept = self[...]
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}

extension Character {
  /// Of a script that is written without spaces.
  fileprivate var isIdeographic: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFFEF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }

  /// Not to stand at the start of a line.
  fileprivate var isClosing: Bool {
    "、。，．・：；？！）」』】〉》〕ーァィゥェォッャュョぁぃぅぇぉっゃゅょ,.;:?!)]}%".contains(self)
  }
}
