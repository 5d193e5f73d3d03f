// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Turns bytes into a lossless syntax tree; never fails.
///
/// A recursive-descent parser with one token of look-ahead. A mistake is reported once and costs at
/// most its own declaration or property; what follows is parsed as usual.
package struct Parser {
  /// How many levels of braces, of parentheses and of `not` a file may nest.
  package static let maximumDepth = 64

  /// How many mistakes of one file are reported; the rest is likely no `.tm` text at all.
  package static let maximumReports = 200

  let file: FileID
  let bytes: [UInt8]
  private var lexer: Lexer
  var builder: SyntaxTreeBuilder
  var current: Token
  private var previousStart: UInt32 = 0
  private var previousEnd: UInt32 = 0
  /// Whether a mistake already reported explains braces without partner: a long string without end
  /// took closing braces with it, or a colon stands for an opening one.
  var missesBrace = false
  private(set) var diagnostics: [Diagnostic] = []
  var depth = 0
  private var openBodies: [OpenBody] = []
  private let braces: BraceMatching
  private(set) var bracesMatch = true
  var braceReports = 0
  var parenthesisDepth = 0
  var expressionDepth = 0

  /// How the parser closes bodies.
  enum BraceMatching {
    /// By braces alone, reporting nothing: enough for every file whose braces match.
    case silent
    /// Also where the indentation returns to that of the declaration, which finds the one brace
    /// that is missing or too many.
    case byIndentation
    /// By braces alone, reporting the first that has no partner: for files without indentation.
    case firstMismatch
  }

  /// A body whose closing brace has not come yet.
  private struct OpenBody {
    let brace: Token
    /// The column of the declaration's first token, in bytes.
    let column: UInt32
  }

  /// Parses a file.
  package static func parse(_ source: SourceFile) -> SyntaxTree {
    guard isText(source.bytes) else { return unreadable(source) }
    var parser = Parser(source.id, source.bytes, .silent)
    parser.parseFile()
    if !parser.bracesMatch {
      parser = Parser(source.id, source.bytes, .byIndentation)
      parser.parseFile()
      if parser.braceReports > 3 {
        parser = Parser(source.id, source.bytes, .firstMismatch)
        parser.parseFile()
      }
    }
    return SyntaxTree(
      file: source.id, bytes: source.bytes, entries: parser.builder.entries,
      diagnostics: invalidEncoding(source) + HiddenText.reports(source) + parser.diagnostics)
  }

  private init(_ file: FileID, _ bytes: [UInt8], _ braces: BraceMatching) {
    self.file = file
    self.bytes = bytes
    self.braces = braces
    lexer = Lexer(bytes)
    builder = SyntaxTreeBuilder(capacity: bytes.count / 4 + 16)
    current = lexer.next()
  }

  // MARK: - Items

  private mutating func parseFile() {
    let node = builder.open(.file, at: 0)
    while current.kind != .endOfFile {
      if current.kind == .rightBrace {
        bracesMatch = false
        if reportsBrace { strayBrace() }
        let node = builder.open(.error, at: current.start)
        bump()
        builder.close(node)
      } else {
        parseItem()
      }
    }
    builder.close(node, at: UInt32(bytes.count))
  }

  /// One declaration, import or property with its attributes, and the end of its line.
  private mutating func parseItem() {
    if current.kind == .semicolon { return bump() }
    let first = current
    let node = builder.open(.declaration, at: first.start)
    var isSound = true
    while current.kind == .at { isSound = parseAttribute() && isSound }
    guard current.kind == .name else {
      // A broken attribute in front of nothing is one mistake.
      if isSound || current.kind != .rightBrace && !endsFile { unexpectedItem() }
      return recover(node)
    }
    let keyword = current
    bump()
    if lacksFlow {
      flowWithoutKeyword(keyword)
      return recover(node)
    }
    if !current.startsLine, current.kind == .colon || current.kind == .assign {
      builder.rename(node, .property)
      parseProperty(name: keyword)
      builder.close(node)
      return endItem()
    }
    if isWord(keyword, "flow") {
      builder.rename(node, .flow)
      parseFlowHeader(keyword)
    } else if isWord(keyword, "import") {
      builder.rename(node, .importStatement)
      parseImportHeader(keyword)
    } else {
      parseHeader(keyword)
    }
    let hasBody = current.kind == .leftBrace
    if hasBody { parseBody(of: first) }
    builder.close(node)
    if !hasBody { endItem() }
  }

  private mutating func parseBody(of first: Token) {
    let brace = current
    guard depth < Self.maximumDepth else {
      report(
        "too-deep", "declarations nest deeper than \(Self.maximumDepth) levels", at: range(brace),
        help: "move the inner declarations to an outer level")
      return skipBalanced()
    }
    depth += 1
    openBodies.append(OpenBody(brace: brace, column: column(of: first.start)))
    let node = builder.open(.body, at: brace.start)
    bump()
    while current.kind != .rightBrace, current.kind != .endOfFile, !dedents { parseItem() }
    if current.kind == .rightBrace, !dedents {
      bump()
    } else {
      bracesMatch = false
      if reportsBrace { unclosedBrace(brace, of: first) }
    }
    builder.close(node)
    openBodies.removeLast()
    depth -= 1
  }

  /// Whether the current token, by its indentation, belongs outside the innermost open body.
  private var dedents: Bool {
    guard braces == .byIndentation, current.startsLine, let body = openBodies.last else {
      return false
    }
    let column = self.column(of: current.start)
    return current.kind == .rightBrace ? column < body.column : column <= body.column
  }

  // MARK: - Recovery

  /// Whether an item ends before the current token.
  var endsItem: Bool {
    if current.kind == .leftBrace { return false }
    return current.startsLine || current.kind == .rightBrace || current.kind == .semicolon
      || current.kind == .endOfFile
  }

  var endsFile: Bool { current.kind == .endOfFile }

  private mutating func endItem() {
    if current.kind == .semicolon { bump() }
  }

  /// Makes the node of a broken item an error that takes the rest of the item.
  private mutating func recover(_ node: Int) {
    builder.rename(node, .error)
    // The first token is consumed in any case, so that parsing goes forward.
    if !endsFile, current.kind != .rightBrace {
      if current.kind == .leftBrace { skipBalanced() } else { bump() }
    }
    while !endsItem {
      if current.kind == .leftBrace { skipBalanced() } else { bump() }
    }
    builder.close(node)
  }

  /// Skips a pair of braces and what they hold, without recursion.
  mutating func skipBalanced() {
    let node = builder.open(.error, at: current.start)
    var level = 0
    repeat {
      if current.kind == .leftBrace { level += 1 }
      if current.kind == .rightBrace { level -= 1 }
      if endsFile { break }
      bump()
    } while level > 0
    builder.close(node)
  }

  // MARK: - Tokens

  mutating func bump() {
    builder.append(current)
    previousStart = current.start
    previousEnd = current.end
    if current.kind == .unterminatedString, isLongString(current) { missesBrace = true }
    current = lexer.next()
  }

  var startsLineAfterCurrent: Bool {
    var ahead = lexer
    let next = ahead.next()
    return next.startsLine || next.kind == .endOfFile
  }

  var kindAfterCurrent: SyntaxKind { ahead(1)[0].kind }

  /// The tokens behind the current one.
  func ahead(_ count: Int) -> [Token] {
    var ahead = lexer
    return (0..<count).map { _ in ahead.next() }
  }

  var previousToken: SourceRange {
    SourceRange(file: file, start: previousStart, end: previousEnd)
  }

  /// The current token, or the end of the one before where a new line or the end of file follows.
  var here: SourceRange {
    if current.startsLine || current.kind == .endOfFile { return previousToken.endPoint }
    return range(current)
  }

  func range(_ token: Token) -> SourceRange {
    SourceRange(file: file, start: token.start, end: token.end)
  }

  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.offsets], as: UTF8.self)
  }

  func text(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  func isWord(_ token: Token, _ word: StaticString) -> Bool {
    guard Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<buffer.count where bytes[Int(token.start) + offset] != buffer[offset] {
        return false
      }
      return true
    }
  }

  func isLongString(_ token: Token) -> Bool {
    bytes[Int(token.start)..<Int(token.end)].starts(with: [0x22, 0x22, 0x22])
  }

  /// The distance of an offset from the start of its line; of long lines, a lower bound.
  private func column(of offset: UInt32) -> UInt32 {
    guard braces == .byIndentation else { return 0 }
    var start = Int(offset)
    while start > 0, Int(offset) - start < 1024, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D
    { start -= 1 }
    return offset - UInt32(start)
  }

  // MARK: - Reports

  /// Whether a brace without partner is to be reported now; counts those that are.
  private var reportsBrace: Bool {
    mutating get {
      switch braces {
      case .silent: return false
      case .byIndentation: break
      case .firstMismatch where braceReports > 0: return false
      case .firstMismatch: break
      }
      if missesBrace { return false }
      braceReports += 1
      return true
    }
  }

  mutating func report(
    _ rule: String, _ message: String, at range: SourceRange, secondary: [Label] = [],
    help: String, fix: Fix? = nil
  ) {
    guard diagnostics.count < Self.maximumReports else { return }
    diagnostics.append(
      Diagnostic(
        rule, .error, message, at: Label(range), secondary: secondary, help: [help], fix: fix))
  }
}
