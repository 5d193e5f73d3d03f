// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Lines of text that stand below one another, measured.
struct TextBlock: Hashable, Sendable {
  /// One line; its base line stands `baseline` below the top of the block.
  struct Line: Hashable, Sendable {
    let text: String
    let style: TextStyle
    let width: Double
    let baseline: Double
  }

  private(set) var lines: [Line] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  var isEmpty: Bool { lines.isEmpty }

  /// Adds a cleaned text, broken between words into at most `maxLines` lines of at most `maxWidth`
  /// pixels; what is left out shows as an ellipsis.
  mutating func append(
    _ text: String, _ style: TextStyle, maxWidth: Double, maxLines: Int, gap: Double = 0
  ) {
    guard !text.isEmpty else { return }
    var top = height + (lines.isEmpty ? 0 : gap)
    for piece in brokenLines(text, style, maxWidth: maxWidth, maxLines: maxLines) {
      let width = style.width(of: piece)
      lines.append(Line(text: piece, style: style, width: width, baseline: top + style.ascent))
      self.width = max(self.width, width)
      top += style.lineHeight
    }
    height = top
  }
}

/// Breaks a text between words, and inside a word that is wider than a line.
func brokenLines(
  _ text: String, _ style: TextStyle, maxWidth: Double, maxLines: Int
) -> [String] {
  let limit = maxWidth * 2048 / style.size
  var rest = Array(text.unicodeScalars)[...]
  var lines: [String] = []
  while !rest.isEmpty && lines.count < maxLines {
    let isLast = lines.count == maxLines - 1
    let end = fittingEnd(rest, style, limit: limit)
    if end == rest.endIndex {
      lines.append(string(rest))
      return lines
    }
    if isLast {
      lines.append(cut(rest, style, limit: limit))
      return lines
    }
    let breakAt = rest[..<end].lastIndex(of: " ").flatMap { $0 > rest.startIndex ? $0 : nil } ?? end
    let stop = rest[end] == " " ? end : breakAt
    lines.append(string(rest[..<stop]))
    rest = rest[stop...].drop { $0 == " " }
  }
  return lines
}

/// The end of the longest start of the text that is at most `limit` units wide; at least one scalar.
private func fittingEnd(
  _ text: ArraySlice<Unicode.Scalar>, _ style: TextStyle, limit: Double
) -> Int {
  var width = 0
  for index in text.indices {
    width += style.advance(of: text[index])
    if Double(width) > limit { return max(index, text.startIndex + 1) }
  }
  return text.endIndex
}

private func cut(_ text: ArraySlice<Unicode.Scalar>, _ style: TextStyle, limit: Double) -> String {
  let end = fittingEnd(text, style, limit: limit - Double(style.advance(of: "…")))
  var kept = text[..<end]
  while kept.last == " " { kept.removeLast() }
  return string(kept) + "…"
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
