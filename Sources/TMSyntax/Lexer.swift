// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Cuts UTF-8 bytes into tokens; any bytes give tokens, and the tokens cover every byte.
package struct Lexer {
  private let bytes: [UInt8]
  private var position: Int

  package init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next token that is no trivia.
  package mutating func next() -> Token {
    var startsLine = position == 0
    let count = bytes.count
    var index = position
    while true {
      while index < count, bytes[index] == 0x20 { index += 1 }
      guard index < count else { break }
      let byte = bytes[index]
      // Of what starts above the digits, only the byte-order mark is trivia.
      if byte > UInt8(ascii: "/"), byte != 0xEF { break }
      if Self.isLineEnd(byte) {
        startsLine = true
        index += 1
      } else if byte == 0x09 {
        index += 1
      } else if byte == UInt8(ascii: "/"), index + 1 < count, bytes[index + 1] == byte {
        while index < count, !Self.isLineEnd(bytes[index]) { index += 1 }
      } else if byte == 0xEF, index == 0, count > 2, bytes[1] == 0xBB, bytes[2] == 0xBF {
        index += 3
      } else {
        break
      }
    }
    position = index
    guard index < count else { return Token(.endOfFile, index, index, startsLine: startsLine) }
    return significant(startsLine: startsLine)
  }

  /// The next token, trivia included.
  package mutating func nextWithTrivia() -> Token {
    guard position < bytes.count else {
      return Token(.endOfFile, position, position, startsLine: false)
    }
    let start = position
    switch bytes[position] {
    case 0x20, 0x09:
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
        position += 1
      }
      return Token(.whitespace, start, position, startsLine: false)
    case 0x0A:
      position += 1
      return Token(.newline, start, position, startsLine: false)
    case 0x0D:
      position += peek(1) == 0x0A ? 2 : 1
      return Token(.newline, start, position, startsLine: false)
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
      skipToLineEnd()
      return Token(.comment, start, position, startsLine: false)
    case 0xEF where position == 0 && peek(1) == 0xBB && peek(2) == 0xBF:
      position += 3
      return Token(.byteOrderMark, start, position, startsLine: false)
    default:
      return significant(startsLine: false)
    }
  }

  // MARK: - Tokens

  private mutating func significant(startsLine: Bool) -> Token {
    let start = position
    let byte = bytes[position]
    // Most tokens are names; asked first, they are spared the jump of the switch.
    if Self.isLetter(byte) {
      let kind = name()
      return Token(kind, start, position, startsLine: startsLine)
    }
    let kind: SyntaxKind
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = numeral()
    case UInt8(ascii: "\""): kind = string()
    case UInt8(ascii: "{"): kind = punctuation(.leftBrace, 1)
    case UInt8(ascii: "}"): kind = punctuation(.rightBrace, 1)
    case UInt8(ascii: "("): kind = punctuation(.leftParenthesis, 1)
    case UInt8(ascii: ")"): kind = punctuation(.rightParenthesis, 1)
    case UInt8(ascii: ","): kind = punctuation(.comma, 1)
    case UInt8(ascii: ":"): kind = punctuation(.colon, 1)
    case UInt8(ascii: ";"): kind = punctuation(.semicolon, 1)
    case UInt8(ascii: "@"): kind = punctuation(.at, 1)
    case UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
      UInt8(ascii: "!"), UInt8(ascii: "~"):
      kind = sign()
    default: kind = foreign()
    }
    return Token(kind, start, position, startsLine: startsLine)
  }

  private mutating func punctuation(_ kind: SyntaxKind, _ length: Int) -> SyntaxKind {
    position += length
    return kind
  }

  /// A name or a dotted path. A dot before a digit belongs to the name (`tls-1.2`), a dot before a
  /// letter separates two names, any other dot ends the word.
  private mutating func name() -> SyntaxKind {
    var kind = SyntaxKind.name
    let count = bytes.count
    var index = position + 1
    while true {
      while index < count, Self.isWord(bytes[index]) { index += 1 }
      guard index + 1 < count else { break }
      let next = bytes[index + 1]
      guard Self.isWord(next) else { break }
      if bytes[index] == UInt8(ascii: ".") {
        guard next != UInt8(ascii: "_") else { break }
        if !Self.isDigit(next) { kind = .path }
      } else if bytes[index] != UInt8(ascii: "-") {
        break
      }
      index += 2
    }
    position = index
    if index < count, Self.isForeignLetter(bytes[index]) { return malformed() }
    return kind
  }

  private mutating func numeral() -> SyntaxKind {
    let start = position
    skipDigits()
    if position - start == 4, isDate {
      position += 6
      return continuesWord ? malformed() : .date
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "."), Self.isDigit(peek(1)) {
      position += 1
      skipDigits()
    }
    return continuesWord ? malformed() : .number
  }

  /// Whether `-dd-dd` follows.
  private var isDate: Bool {
    guard position + 6 <= bytes.count else { return false }
    return bytes[position] == UInt8(ascii: "-") && Self.isDigit(peek(1)) && Self.isDigit(peek(2))
      && peek(3) == UInt8(ascii: "-") && Self.isDigit(peek(4)) && Self.isDigit(peek(5))
  }

  private var continuesWord: Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    return Self.isWord(byte) || Self.isForeignLetter(byte)
      || (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")) && Self.isWord(peek(1))
  }

  private mutating func malformed() -> SyntaxKind {
    repeat {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    } while continuesWord
    return .malformedName
  }

  private mutating func string() -> SyntaxKind {
    if peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"") { return longString() }
    let start = position
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return .string
      case UInt8(ascii: "\\"):
        // An escaped line ending still ends an unterminated string.
        position += Self.isLineEnd(peek(1)) || position + 1 == bytes.count ? 1 : 2
      case 0x0A, 0x0D:
        return unterminated(from: start)
      default:
        position += 1
      }
    }
    return unterminated(from: start)
  }

  /// Gives a trailing brace back, so that a missing quote does not unbalance the file; a whole body
  /// on the line stays in the text.
  private mutating func unterminated(from start: Int) -> SyntaxKind {
    var end = position
    while end > start + 1, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let opens = end > start + 1 && bytes[end - 1] == UInt8(ascii: "{")
    let closes = end > start + 1 && bytes[end - 1] == UInt8(ascii: "}")
    if opens || closes && !bytes[start..<end].contains(UInt8(ascii: "{")) { position = end - 1 }
    return .unterminatedString
  }

  private mutating func longString() -> SyntaxKind {
    position += 3
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"):
        position = min(position + 2, bytes.count)
      case UInt8(ascii: "\"") where peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\""):
        position += 3
        return .string
      default:
        position += 1
      }
    }
    return .unterminatedString
  }

  /// Arrows and comparison signs: the longest run of their characters decides.
  private mutating func sign() -> SyntaxKind {
    let start = position
    while position < bytes.count, Self.isSign(bytes[position]) { position += 1 }
    let first = bytes[start]
    let second = position - start > 1 ? bytes[start + 1] : 0
    let isMoreOrEqual = second == UInt8(ascii: "=")
    switch (position - start, first) {
    case (1, UInt8(ascii: "<")): return .less
    case (1, UInt8(ascii: ">")): return .greater
    case (1, UInt8(ascii: "=")): return .assign
    case (2, UInt8(ascii: "-")) where second == UInt8(ascii: ">"): return .arrow
    case (2, UInt8(ascii: "<")) where isMoreOrEqual: return .lessOrEqual
    case (2, UInt8(ascii: ">")) where isMoreOrEqual: return .greaterOrEqual
    case (2, UInt8(ascii: "=")) where isMoreOrEqual: return .equal
    case (2, UInt8(ascii: "!")) where isMoreOrEqual: return .notEqual
    case (3, UInt8(ascii: "<"))
    where second == UInt8(ascii: "-") && bytes[start + 2] == UInt8(ascii: ">"):
      return .twoWayArrow
    case (1, _): break
    default:
      let isArrow = bytes[start..<position].contains {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "~")
      }
      if isArrow { return .wrongArrow }
    }
    position = start + 1
    return .strayCharacter
  }

  /// A character of no token: one arrow sign of Unicode, a word in another script, or one character.
  private mutating func foreign() -> SyntaxKind {
    if startsArrow {
      position += 3
      return .wrongArrow
    }
    if Self.isForeignLetter(bytes[position]) { return malformed() }
    position += 1
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    return .strayCharacter
  }

  /// Whether one of the arrows U+2190 to U+21FF stands here.
  private var startsArrow: Bool {
    bytes[position] == 0xE2 && (0x86...0x87).contains(peek(1)) && peek(2) & 0xC0 == 0x80
  }

  // MARK: - Bytes

  private func peek(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  private mutating func skipDigits() {
    while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
  }

  private mutating func skipToLineEnd() {
    while position < bytes.count, !Self.isLineEnd(bytes[position]) { position += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  /// Whether a byte leads a character outside ASCII that is likely a letter: neither Latin-1 signs
  /// (U+0080 to U+00BF) nor the punctuation and symbols from U+2000 to U+2FFF.
  private static func isForeignLetter(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte != 0xE2 }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
      UInt8(ascii: "!"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
