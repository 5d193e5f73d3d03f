// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Text for a terminal in which each character has a style of its own.
struct StyledText {
  private struct Piece {
    let scalar: Unicode.Scalar
    let style: TerminalStyle?
  }

  private var pieces: [Piece] = []

  init() {}

  private init(_ pieces: some Sequence<Piece>) { self.pieces = Array(pieces) }

  var isEmpty: Bool { pieces.isEmpty }

  /// Appends a text, made safe as `TerminalText` says.
  mutating func append(_ text: String, _ style: TerminalStyle? = nil) {
    for scalar in TerminalText.sanitised(text).unicodeScalars {
      pieces.append(Piece(scalar: scalar, style: style))
    }
  }

  mutating func append(_ other: StyledText) { pieces += other.pieces }

  /// The text in lines of at most `width` cells, one at least.
  ///
  /// Lines break at spaces; a word wider than a line breaks between two characters.
  ///
  /// - Parameters:
  ///   - head: the characters at the start that stay with the first word.
  ///   - indentation: the spaces in front of each line but the first.
  func wrapped(width: Int, head: Int = 0, indentation: Int) -> [StyledText] {
    let margin = min(indentation, width / 2)
    var lines: [StyledText] = []
    var rest = pieces[...]
    while true {
      let limit = max(lines.isEmpty ? width : width - margin, 2)
      guard let end = Self.overflow(of: rest, limit) else { break }
      let line = rest[..<end]
      // A space where the line is full is as good as one before.
      let isAtSpace = rest[end].scalar == " "
      let space = isAtSpace ? end : Self.lastSpace(in: line.dropFirst(lines.isEmpty ? head : 0))
      lines.append(StyledText(Self.trimmed(rest[..<(space ?? end)])))
      rest = rest[(space ?? end)...].drop { $0.scalar == " " }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(StyledText(rest)) }
    let spaces = Array(repeating: Piece(scalar: " ", style: nil), count: margin)
    return [lines[0]] + lines.dropFirst().map { StyledText(spaces + $0.pieces) }
  }

  private static func trimmed(_ line: ArraySlice<Piece>) -> ArraySlice<Piece> {
    let last = line.lastIndex { $0.scalar != " " }
    return last.map { line[...$0] } ?? []
  }

  /// The first piece that does not fit into the cells.
  private static func overflow(of pieces: ArraySlice<Piece>, _ limit: Int) -> Int? {
    var cells = 0
    for (index, piece) in zip(pieces.indices, pieces) {
      cells += CellTable.cells(of: piece.scalar)
      if cells > limit { return index }
    }
    return nil
  }

  /// The last space behind a word.
  private static func lastSpace(in line: ArraySlice<Piece>) -> Int? {
    let first = line.firstIndex { $0.scalar != " " } ?? line.endIndex
    return line[first...].lastIndex { $0.scalar == " " }
  }

  /// The characters with the sequences of their styles.
  func painted(_ colouring: Colouring) -> String {
    var output = ""
    var run = ""
    var style: TerminalStyle?
    for piece in pieces {
      if piece.style != style {
        output += colouring.paint(run, style)
        run = ""
        style = piece.style
      }
      run.unicodeScalars.append(piece.scalar)
    }
    return output + colouring.paint(run, style)
  }
}
