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
  /// Whether a long string without end took closing braces with it: one mistake, not several.
  private(set) var swallowsBraces = false
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
      diagnostics: invalidEncoding(source) + parser.diagnostics)
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
    while current.kind == .at { parseAttribute() }
    guard current.kind == .name else {
      unexpectedItem()
      return recover(node)
    }
    let keyword = current
    bump()
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

  private mutating func parseHeader(_ keyword: Token) {
    if !current.startsLine, isID { bump() }
    if current.kind == .string { parseTitle() }
    endHeader()
  }

  private mutating func parseFlowHeader(_ keyword: Token) {
    guard !current.startsLine, isID else {
      report(
        "syntax", "expected the name of the flow or of its source", at: here,
        help: "write `flow id: source -> target \"Title\"`; the id may be left out")
      return recoverHeader()
    }
    bump()
    if current.kind == .colon, !current.startsLine {
      bump()
      guard isID else {
        report(
          "syntax", "expected the source of the flow", at: here,
          help: "write `source -> target` after the colon")
        return recoverHeader()
      }
      bump()
    }
    guard parseArrow() else { return recoverHeader() }
    guard isID else {
      report(
        "syntax", "expected the target of the flow", at: here,
        help: "write the element that the flow goes to after the arrow")
      return recoverHeader()
    }
    bump()
    if current.kind == .string { parseTitle() }
    endHeader()
  }

  /// The arrow of a flow; a wrong one is reported and taken for the right one.
  private mutating func parseArrow() -> Bool {
    switch current.kind {
    case .arrow, .twoWayArrow:
      bump()
      return true
    case .wrongArrow:
      let text = self.text(current)
      let isTwoWay = text.hasPrefix("<") && text.hasSuffix(">") || text == "↔" || text == "⇔"
      let isBackwards = !isTwoWay && (text.hasPrefix("<") || text == "←" || text == "⇐")
      let right = isTwoWay ? "<->" : "->"
      let range = self.range(current)
      report(
        "wrong-arrow", "`\(text)` is not an arrow of a flow", at: range,
        help: isBackwards
          ? "a flow is written from its source: swap the ends and write `->`"
          : "write `\(right)`",
        fix: isBackwards
          ? nil
          : Fix("write `\(right)`", safety: .safe, edits: [Edit(range, right)]))
      bump()
      return true
    default:
      report(
        "syntax", "expected an arrow between the ends of the flow", at: here,
        help: "write `source -> target`, or `a <-> b` for both directions")
      return false
    }
  }

  private mutating func parseImportHeader(_ keyword: Token) {
    guard !current.startsLine, current.kind == .string || current.kind == .name else {
      report(
        "syntax", "expected what to import", at: here,
        help: "write `import \"file.tm\"`, or `import name` for a library of the program")
      return recoverHeader()
    }
    current.kind == .string ? parseTitle() : bump()
    if !current.startsLine, current.kind == .name, isWord(current, "as") {
      bump()
      guard !current.startsLine, current.kind == .name else {
        report(
          "syntax", "expected a name after `as`", at: here,
          help: "write `import \"file.tm\" as name`")
        return recoverHeader()
      }
      bump()
    }
    endHeader()
  }

  private mutating func parseTitle() {
    checkEscapes(current)
    bump()
  }

  /// Whether an id, or a path to one, stands here.
  private var isID: Bool { current.kind == .name || current.kind == .path }

  /// Expects the body or the end of the line after a header.
  private mutating func endHeader() {
    if endsItem || current.kind == .leftBrace { return }
    switch current.kind {
    case .unterminatedString: unterminatedString()
    case .malformedName: malformedName()
    case .strayCharacter: strayCharacter()
    case .name, .path, .number, .date:
      report(
        "syntax", "unexpected `\(text(current))` in the heading of a declaration",
        at: range(current),
        help: "a heading is `keyword id \"Title\"`: put a title in quotes, "
          + "and a further declaration on a line of its own")
    case .assign, .colon:
      report(
        "syntax", "unexpected `\(text(current))` after the heading of a declaration",
        at: range(current),
        help: "write `keyword id \"Title\" { … }`, or `name: value` for a property")
    default:
      report(
        "syntax", "unexpected \(describe(current)) in the heading of a declaration",
        at: range(current), help: "a heading is `keyword id \"Title\"`, then `{` or a new line")
    }
    recoverHeader()
  }

  /// Skips the rest of a wrong heading up to its body, so that the body is still parsed.
  private mutating func recoverHeader() {
    let node = builder.open(.error, at: current.start)
    while !endsItem, current.kind != .leftBrace {
      bump()
    }
    builder.close(node)
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

  // MARK: - Properties and attributes

  private mutating func parseProperty(name: Token) {
    if current.kind == .assign {
      let range = self.range(current)
      report(
        "syntax", "a property takes `:`, not `=`", at: range,
        help: "write `\(text(name)): …`",
        fix: Fix("write `:`", safety: .safe, edits: [Edit(range, ":")]))
    }
    bump()
    guard !endsItem else {
      return report(
        "syntax", "property `\(text(name))` has no value", at: range(name),
        help: "write a value after the colon, or delete the line")
    }
    while true {
      let valueStart = current
      guard parseExpression() else { return recoverProperty() }
      if current.kind == .comma, !current.startsLine {
        bump()
        if endsFile || current.kind == .rightBrace {
          report(
            "syntax", "the list ends with a comma", at: previousToken,
            help: "delete the comma, or write a further value")
          return
        }
        continue
      }
      if endsItem { return }
      if current.kind == .colon, valueStart.startsLine {
        report(
          "syntax", "the comma before this line continues the list of `\(text(name))`",
          at: range(valueStart), help: "delete the comma at the end of the line above")
      } else {
        unexpectedInValue(name)
      }
      return recoverProperty()
    }
  }

  private mutating func unexpectedInValue(_ name: Token) {
    switch current.kind {
    case .unterminatedString: unterminatedString()
    case .malformedName: malformedName()
    case .strayCharacter: strayCharacter()
    default:
      report(
        "syntax", "unexpected \(describe(current)) after the value of `\(text(name))`",
        at: range(current),
        help: "separate values with a comma, put a text in quotes, "
          + "and end a property with a new line or `;`")
    }
  }

  private mutating func recoverProperty() {
    let node = builder.open(.error, at: current.start)
    while !endsItem {
      if current.kind == .leftBrace {
        skipBalanced()
      } else {
        bump()
      }
    }
    builder.close(node)
  }

  /// `@name(argument, label: argument)`
  private mutating func parseAttribute() {
    let node = builder.open(.attribute, at: current.start)
    defer { builder.close(node) }
    bump()
    guard current.kind == .name, !current.startsLine else {
      return report(
        "syntax", "expected a name after `@`", at: here,
        help: "write `@allow(rule, \"reason\")` in front of a declaration")
    }
    let name = text(current)
    bump()
    guard current.kind == .leftParenthesis, !current.startsLine else {
      return report(
        "syntax", "expected the arguments of `@\(name)` in parentheses",
        at: here, help: "write `@allow(rule, \"reason\")`")
    }
    let parenthesis = current
    parenthesisDepth += 1
    defer { parenthesisDepth -= 1 }
    bump()
    while current.kind != .rightParenthesis {
      guard parseArgument() else { return skipArguments(parenthesis) }
      if current.kind == .comma {
        bump()
      } else if current.kind != .rightParenthesis {
        unclosedParenthesis(parenthesis)
        return skipArguments(parenthesis)
      }
    }
    bump()
  }

  private mutating func parseArgument() -> Bool {
    let mark = builder.count
    let start = current
    guard parseExpression() else { return false }
    if current.kind == .colon, start.kind == .name, builder.count == mark + 1 {
      builder.open(.labelledArgument, before: mark)
      bump()
      let parsed = parseExpression()
      builder.close(mark)
      return parsed
    }
    return true
  }

  /// Skips to the end of an attribute's arguments or of its line.
  private mutating func skipArguments(_ parenthesis: Token) {
    let node = builder.open(.error, at: current.start)
    while current.kind != .rightParenthesis, !current.startsLine, current.kind != .endOfFile {
      bump()
    }
    if current.kind == .rightParenthesis { bump() }
    builder.close(node)
  }

  // MARK: - Recovery

  /// Whether an item ends before the current token.
  private var endsItem: Bool {
    if current.kind == .leftBrace { return false }
    return current.startsLine || current.kind == .rightBrace || current.kind == .semicolon
      || current.kind == .endOfFile
  }

  private var endsFile: Bool { current.kind == .endOfFile }

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
  private mutating func skipBalanced() {
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
    if current.kind == .unterminatedString, isLongString(current) { swallowsBraces = true }
    current = lexer.next()
  }

  private var previousToken: SourceRange {
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
      if swallowsBraces { return false }
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
