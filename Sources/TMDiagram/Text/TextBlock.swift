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

  /// Adds a cleaned text, broken between words into lines, in the first room that holds all of it; what the
  /// last room leaves out shows as an ellipsis.
  mutating func append(
    _ text: String, _ style: TextStyle, in rooms: [TextRoom], gap: Double = 0
  ) {
    guard !text.isEmpty else { return }
    var pieces: [String] = []
    for room in rooms {
      let broken = BrokenText(text, style, in: room)
      pieces = broken.lines
      if broken.isWhole { break }
    }
    var top = height + (lines.isEmpty ? 0 : gap)
    for piece in pieces {
      let width = style.width(of: piece)
      lines.append(Line(text: piece, style: style, width: width, baseline: top + style.ascent))
      self.width = max(self.width, width)
      top += style.lineHeight
    }
    height = top
  }
}
