// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// What the parser says about tokens that fit nowhere.
extension Parser {
  mutating func unexpectedItem() {
    switch current.kind {
    case .unterminatedString: unterminatedString()
    case .malformedName: malformedName()
    case .strayCharacter: strayCharacter()
    case .rightBrace, .endOfFile:
      report(
        "syntax", "an attribute stands in front of nothing", at: here,
        help: "write the declaration it belongs to after it, or delete it")
    case .path:
      report(
        "syntax", "unexpected `\(text(current))` at the start of a declaration",
        at: range(current),
        help: "a declaration starts with its keyword, such as `process` or `flow`; "
          + "declare an inner element inside the body of its outer one")
    case .comma:
      report(
        "syntax", "a line starts with `,`", at: range(current),
        help: "a list goes on after a comma at the end of a line: move it to the line above")
    case .wrongArrow where text(current) == "--":
      report(
        "syntax", "unexpected `--`", at: range(current), help: "a comment starts with `//`")
    default:
      report(
        "syntax", "unexpected \(describe(current))", at: range(current),
        help: "expected a declaration such as `process id \"Title\"`, or a property `name: value`")
    }
  }

  /// Reports what should stand here, or that the token that stands here is a mistake in itself.
  mutating func expected(_ message: String, help: String) {
    switch current.kind {
    case .unterminatedString where !current.startsLine: unterminatedString()
    case .malformedName where !current.startsLine: malformedName()
    case .strayCharacter where !current.startsLine: strayCharacter()
    default: report("syntax", message, at: here, help: help)
    }
  }

  /// Reports the `=` that stands here for a colon, with an example of how it is written.
  mutating func assignInsteadOfColon(_ what: String, _ example: String) {
    let range = self.range(current)
    report(
      "syntax", "\(what) takes `:`, not `=`", at: range, help: "write `\(example)`",
      fix: Fix("write `:`", safety: .safe, edits: [Edit(range, ":")]))
  }

  mutating func unterminatedString() {
    let isLong = isLongString(current)
    let quote = SourceRange(
      file: file, start: current.start, end: current.start + (isLong ? 3 : 1))
    report(
      "unclosed-string", "this text has no closing quote", at: quote,
      help: isLong
        ? "close it with `\"\"\"`"
        : "close it with `\"` on the same line, or write a text of several lines between `\"\"\"`")
  }

  mutating func malformedName() {
    let word = text(current)
    let isForeign = word.utf8.contains { $0 >= 0x80 }
    report(
      "malformed-name", "`\(word)` is not a name", at: range(current),
      help: isForeign
        ? "names are made of the letters a to z, digits, `-` and `_`; "
          + "any other script can stand in a title in quotes"
        : "a name starts with a letter; a date is written 2027-03-31")
  }

  mutating func strayCharacter() {
    let character = text(current)
    let help: String
    switch character {
    case "“", "”", "„", "‘", "’", "«", "»", "'", "`":
      help = "a text stands in straight double quotes: \"…\""
    case "#", "/", "*", "%":
      help = "a comment starts with `//`"
    case "[", "]":
      help = "a list is written without brackets: `a, b`"
    case "&", "|":
      help = "conditions are joined with `and` and `or`"
    case "!":
      help = "a condition is negated with `not`"
    case "\u{0}":
      help = "this looks like no text file: save it as UTF-8"
    default:
      help = "delete it, or put it in a text in quotes"
    }
    report("stray-character", "stray `\(character)`", at: range(current), help: help)
  }

  mutating func strayBrace() {
    report(
      "unclosed-brace", "this `}` closes nothing", at: range(current),
      help: "delete it, or look for a `{` that is missing above")
  }

  mutating func unclosedBrace(_ brace: Token, of first: Token) {
    let start = SourceRange(file: file, start: first.start, end: brace.end)
    report(
      "unclosed-brace", "this `{` is never closed", at: range(brace),
      secondary: current.kind == .endOfFile || start.end > current.start
        ? []
        : [Label(range(current), "a `}` is missing before this, by its indentation")],
      help: "add a `}` where the declaration ends")
  }

  mutating func unclosedParenthesis(_ parenthesis: Token) {
    report(
      "syntax", "expected `,` or `)`", at: here,
      secondary: [Label(range(parenthesis), "this `(` is not closed")],
      help: "close the parenthesis with `)`")
  }

  /// Reports escapes that the language does not know.
  mutating func checkEscapes(_ token: Token) {
    for escape in StringLiteral.unknownEscapes(in: bytes[Int(token.start)..<Int(token.end)]) {
      let range = SourceRange(
        file: file, start: UInt32(escape.lowerBound), end: UInt32(escape.upperBound))
      report(
        "unknown-escape",
        "`\(String(decoding: bytes[escape], as: UTF8.self))` is not an escape", at: range,
        help: "the escapes are \\\" \\\\ \\n \\t and \\u{…} with the number of a character")
    }
  }

  /// How a token is called in a message.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .endOfFile: "end of file"
    case .string: "text in quotes"
    default: "`\(text(token))`"
    }
  }

  /// One report for the first byte of a file that is not UTF-8.
  static func invalidEncoding(_ source: SourceFile) -> [Diagnostic] {
    guard String(validating: source.bytes, as: UTF8.self) == nil else { return [] }
    var offset = 0
    var decoder = UTF8()
    var iterator = source.bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    let range = SourceRange(file: source.id, start: UInt32(offset), end: UInt32(offset + 1))
    return [
      Diagnostic(
        "invalid-utf8", .error, "this byte is not UTF-8", at: Label(range),
        help: ["save the file as UTF-8"])
    ]
  }

  /// Whether a file can be text: no NUL in it, as binary files and UTF-16 have.
  static func isText(_ bytes: [UInt8]) -> Bool { !bytes.contains(0) }

  /// The tree of a file that is no text: one piece, with one report.
  static func unreadable(_ source: SourceFile) -> SyntaxTree {
    var builder = SyntaxTreeBuilder(capacity: 3)
    let file = builder.open(.file, at: 0)
    let error = builder.open(.error, at: 0)
    builder.append(Token(.strayCharacter, 0, source.bytes.count, startsLine: true))
    builder.close(error)
    builder.close(file)
    let start = SourceRange(file: source.id, start: 0, end: 0)
    let report = Diagnostic(
      "not-text", .error, "this is no text file", at: Label(start),
      help: ["a `.tm` file is UTF-8 text: name another file, or save this one as UTF-8"])
    return SyntaxTree(
      file: source.id, bytes: source.bytes, entries: builder.entries, diagnostics: [report])
  }
}
