// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Writes tokens, and the comments and blank lines that lie between them in the source.
struct TokenWriter {
  /// What separates a token from the one before it; a comment between them ends its line anyway.
  enum Gap {
    /// A new line with this indentation.
    case line(Int)
    /// These characters, or a line ending and this indentation where the author broke the line.
    case authored(StaticString, continuation: Int)
    /// A space before the brace of a body; after a comment, a line with this indentation.
    case openingBrace(Int)
    /// A new line with this indentation, or nothing in an empty body.
    case closingBrace(Int)

    /// The indentation of comments in the gap.
    fileprivate var commentIndentation: Int {
      switch self {
      case .line(let indentation), .authored(_, let indentation), .openingBrace(let indentation):
        indentation
      case .closingBrace(let indentation): indentation + TMFormatter.indentation
      }
    }
  }

  /// A state of the writer to return to.
  struct Checkpoint {
    fileprivate let count: Int
    fileprivate let position: Int
    fileprivate let lineStart: Int
    fileprivate let isAtStart: Bool
  }

  private let source: [UInt8]
  private var output: [UInt8] = []
  /// The end of the last token in the source.
  private var position = 0
  /// Where the last line of the output starts.
  private var lineStart = 0
  /// Whether the last thing written is a `{`, or nothing was written yet.
  private var isAtStart = true

  init(_ source: [UInt8]) {
    self.source = source
    output.reserveCapacity(source.count + source.count / 8)
  }

  /// Writes a token with what lies between it and the one before.
  mutating func token(_ entry: SyntaxTree.Entry, after gap: Gap) {
    let trivia = comments(before: Int(entry.start), indentation: gap.commentIndentation)
    switch gap {
    case .line(let indentation):
      startLine(indentation, lineEndings: trivia.lineEndings)
    case .authored(let space, let continuation):
      if trivia.lineEndings > 0 {
        startLine(continuation, lineEndings: trivia.lineEndings)
      } else {
        append(space)
      }
    case .openingBrace(let indentation):
      if trivia.hasComment {
        startLine(indentation, lineEndings: trivia.lineEndings)
      } else {
        append(" ")
      }
    case .closingBrace(let indentation):
      if !isAtStart { startLine(indentation, lineEndings: 1) }
    }
    let text = source[Int(entry.start)..<Int(entry.end)]
    if entry.kind == .string, let end = text.lastIndex(of: 0x0A) {
      lineStart = output.count + end + 1 - text.startIndex
    }
    output += text
    position = Int(entry.end)
    isAtStart = entry.kind == .leftBrace
  }

  /// Writes characters that stand in no token of the source.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { output += $0 }
  }

  /// Writes the comments after the last token and ends the file.
  consuming func finish() -> [UInt8] {
    _ = comments(before: source.count, indentation: 0)
    if !output.isEmpty { output.append(0x0A) }
    return output
  }

  // MARK: - Lines

  /// Whether the last line has at most `columns` characters.
  func fits(in columns: Int) -> Bool {
    // No character has more than four bytes, so that a long line need not be counted.
    guard output.count - lineStart <= 4 * columns else { return false }
    return output[lineStart...].count { $0 & 0xC0 != 0x80 } <= columns
  }

  var checkpoint: Checkpoint {
    Checkpoint(
      count: output.count, position: position, lineStart: lineStart, isAtStart: isAtStart)
  }

  /// Takes back everything written since the checkpoint.
  mutating func restore(_ checkpoint: Checkpoint) {
    output.removeLast(output.count - checkpoint.count)
    position = checkpoint.position
    lineStart = checkpoint.lineStart
    isAtStart = checkpoint.isAtStart
  }

  /// Starts a line, after a blank one where the source has more than one line ending here.
  private mutating func startLine(_ indentation: Int, lineEndings: Int) {
    if !output.isEmpty {
      if lineEndings > 1, !isAtStart { output.append(0x0A) }
      output.append(0x0A)
    }
    lineStart = output.count
    output.append(contentsOf: repeatElement(0x20, count: indentation))
  }

  // MARK: - Comments

  /// Writes the comments before a token.
  ///
  /// Returns whether there was one, and the line endings between the last one, or else the token
  /// before, and the token.
  private mutating func comments(
    before end: Int, indentation: Int
  ) -> (hasComment: Bool, lineEndings: Int) {
    var lineEndings = 0
    var hasComment = false
    while position < end {
      switch source[position] {
      case 0x0A:
        lineEndings += 1
      case 0x0D:
        if position + 1 == end || source[position + 1] != 0x0A { lineEndings += 1 }
      case UInt8(ascii: "/"):
        let comment = takeComment(before: end)
        if lineEndings == 0, !output.isEmpty {
          append("  ")
        } else {
          startLine(indentation, lineEndings: lineEndings)
        }
        output += comment
        isAtStart = false
        hasComment = true
        lineEndings = 0
        continue
      default:
        // White space, the byte-order mark, or a semicolon that its line ending replaces.
        break
      }
      position += 1
    }
    return (hasComment, lineEndings)
  }

  /// The comment that starts here, without the white space at its end.
  private mutating func takeComment(before end: Int) -> ArraySlice<UInt8> {
    let start = position
    while position < end, source[position] != 0x0A, source[position] != 0x0D { position += 1 }
    var textEnd = position
    while source[textEnd - 1] == 0x20 || source[textEnd - 1] == 0x09 { textEnd -= 1 }
    return source[start..<textEnd]
  }
}
