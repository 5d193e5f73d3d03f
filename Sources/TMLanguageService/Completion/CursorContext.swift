// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Where in the language an offset lies, by the tokens before it; the text behind may be unfinished.
struct CursorContext {
  /// What can be written at the offset.
  enum Place: Equatable {
    /// A declaration or, inside of one, a property.
    case item
    /// The id of a declaration: nothing can be offered but for a triage.
    case id(String)
    case flowEnd
    /// The id of a flow, or its source.
    case flowStart
    case library
    case importPath
    /// A value of a property.
    case value(property: String)
    /// A text in quotes that is a value of a property.
    case text(property: String)
    case attributeName
    case excusedRule
    case excuseDetail
    case nothing
  }

  /// The words that start the declarations around the offset, outermost first.
  private(set) var outer: [String] = []
  private(set) var place = Place.nothing
  /// The word that is being typed, and is to be replaced.
  private(set) var word: Range<Int>
  /// The names in front of the last dot of the word; nil without one.
  private(set) var qualifier: String?
  /// The properties that the body around the offset states before or behind it.
  private(set) var stated: Set<String> = []
  /// The words among the values that are written already.
  private(set) var values: Set<String> = []
  /// The kinds that `applies-to` of the body around the offset names, before or behind it.
  private(set) var appliesTo: [Keyword] = []

  /// The tokens of the value around the offset, from the colon to the word.
  var valueTokens: [(kind: SyntaxKind, text: String)] {
    item.dropFirst(2).map { ($0.kind, text($0)) }
  }

  /// Whether an item started before the word and goes on at it.
  var isInsideItem: Bool { !item.isEmpty }

  /// The token behind the word on its line, if the word is part of something that already stands there.
  private(set) var following: SyntaxKind?

  /// Whether a value starts at the word, rather than going on.
  var startsValue: Bool {
    let tokens = item.dropFirst(2)
    let opened = tokens.count(where: { $0.kind == .leftParenthesis })
    guard opened <= tokens.count(where: { $0.kind == .rightParenthesis }) else { return false }
    return tokens.last.map { $0.kind == .comma } ?? true
  }

  /// The kind of the declaration around the offset.
  var keyword: Keyword? {
    var place: Keyword?
    for word in outer { place = Schema.keyword(word, inside: place) }
    return outer.isEmpty ? nil : place
  }

  private let bytes: [UInt8]
  private let offset: Int
  private var item: [Token] = []
  private var statedByBody: [Set<String>] = [[]]
  private var appliesToByBody: [[Keyword]] = [[]]
  private var parentheses = 0

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = min(max(0, offset), bytes.count)
    word = self.offset..<self.offset
    read()
  }

  private mutating func read() {
    var lexer = Lexer(bytes)
    var token = lexer.next()
    while token.kind != .endOfFile, Int(token.end) <= offset {
      if Int(token.end) == offset, isWord(token) { break }
      if Int(token.end) == offset, token.kind == .unterminatedString { break }
      take(token)
      token = lexer.next()
    }
    if isComment { return }
    let startsLine = lineBreaks(before: offset)
    if token.kind != .endOfFile, Int(token.start) < offset {
      // Inside of a word or a text.
      if token.kind == .string || token.kind == .unterminatedString {
        if token.startsLine, !continues { item = [] }
        place = textPlace
        word = Int(token.start) + 1..<offset
        return
      }
      guard isWord(token) else { return }
      word = Int(token.start)..<Int(token.end)
      if token.startsLine, !continues { item = [] }
      let names = Model.segments(of: bytes[word.lowerBound..<offset])
      if names.count > 1, let last = names.last {
        qualifier = String(decoding: bytes[word.lowerBound..<last.startIndex - 1], as: UTF8.self)
        word = last.startIndex..<word.upperBound
      }
      noteValues()
      place = wordPlace
      token = lexer.next()
    } else {
      if startsLine, !continues { item = [] }
      takeTrailingDot()
      noteValues()
      place = wordPlace
    }
    stated = statedByBody.last ?? []
    appliesTo = appliesToByBody.last ?? []
    if token.kind != .endOfFile, !token.startsLine, !word.isEmpty || token.kind == .colon {
      following = token.kind
    }
    readOn(from: token, &lexer)
  }

  /// Takes names with a dot at the end, which is no part of a word yet, out of the item.
  private mutating func takeTrailingDot() {
    guard item.count > 1, let dot = item.last, dot.kind == .strayCharacter, text(dot) == ".",
      Int(dot.end) == offset
    else { return }
    let names = item[item.count - 2]
    guard names.kind == .name || names.kind == .path, names.end == dot.start else { return }
    qualifier = text(names)
    item.removeLast(2)
  }

  private mutating func noteValues() {
    for token in item.dropFirst(2) where token.kind == .name || token.kind == .path {
      values.insert(text(token))
    }
  }

  private mutating func take(_ token: Token) {
    if token.startsLine, parentheses == 0, !continues, token.kind != .string { item = [] }
    switch token.kind {
    case .leftBrace:
      outer.append(keywordOfItem ?? "")
      statedByBody.append([])
      appliesToByBody.append([])
      item = []
    case .rightBrace:
      if !outer.isEmpty {
        outer.removeLast()
        statedByBody.removeLast()
        appliesToByBody.removeLast()
      }
      item = []
    case .semicolon: item = []
    case .leftParenthesis:
      parentheses += 1
      item.append(token)
    case .rightParenthesis:
      parentheses = max(0, parentheses - 1)
      item.append(token)
      // Behind an attribute comes what it is in front of.
      if parentheses == 0, item.first?.kind == .at { item = [] }
    default:
      item.append(token)
      if item.count == 2, token.kind == .colon, let first = item.first, first.kind == .name {
        statedByBody[statedByBody.count - 1].insert(text(first))
      }
      if item.count > 2, token.kind == .name, let first = item.first,
        text(first) == Property.appliesTo.word, let kind = subject(token)
      {
        appliesToByBody[appliesToByBody.count - 1].append(kind)
      }
    }
  }

  /// Collects the properties behind the offset up to the end of the body.
  private mutating func readOn(from next: Token, _ lexer: inout Lexer) {
    var depth = 0
    var previous: Token?
    var token = next
    var count = 0
    var isAppliesTo = false
    while token.kind != .endOfFile, count < 4_096 {
      if token.kind == .leftBrace { depth += 1 }
      if token.kind == .rightBrace { depth -= 1 }
      if depth < 0 { return }
      if depth == 0, token.kind == .colon, let previous, previous.kind == .name {
        stated.insert(text(previous))
        isAppliesTo = text(previous) == Property.appliesTo.word
      }
      if token.kind == .semicolon || token.startsLine && previous?.kind != .comma {
        isAppliesTo = false
      }
      if isAppliesTo, token.kind == .name, let kind = subject(token) { appliesTo.append(kind) }
      previous = token
      token = lexer.next()
      count += 1
    }
  }

  // MARK: - Places

  private var wordPlace: Place {
    guard let first = item.first else { return .item }
    if first.kind == .at { return attributePlace }
    guard first.kind == .name else { return .nothing }
    if item.count >= 2, item[1].kind == .colon || item[1].kind == .assign {
      return .value(property: text(first))
    }
    switch text(first) {
    case "flow": return flowPlace
    case "import": return item.count == 1 ? .library : .nothing
    default: return item.count == 1 ? .id(text(first)) : .nothing
    }
  }

  private var flowPlace: Place {
    let hasArrow = item.contains {
      $0.kind == .arrow || $0.kind == .twoWayArrow || $0.kind == .wrongArrow
    }
    if item.count == 1 { return .flowStart }
    guard let last = item.last else { return .nothing }
    switch last.kind {
    case .arrow, .twoWayArrow, .wrongArrow: return .flowEnd
    case .colon: return hasArrow ? .nothing : .flowEnd
    default: return .nothing
    }
  }

  private var attributePlace: Place {
    if item.count == 1 { return .attributeName }
    guard item.contains(where: { $0.kind == .leftParenthesis }) else { return .nothing }
    return item.last?.kind == .leftParenthesis ? .excusedRule : .excuseDetail
  }

  private var textPlace: Place {
    guard let first = item.first, first.kind == .name else { return .nothing }
    if text(first) == "import", item.count == 1 { return .importPath }
    guard item.count >= 2, item[1].kind == .colon || item[1].kind == .assign else {
      return .nothing
    }
    return .text(property: text(first))
  }

  // MARK: - Tokens

  /// Whether what follows on the next line still belongs to the item.
  private var continues: Bool {
    if parentheses > 0 { return true }
    guard let last = item.last else { return false }
    switch last.kind {
    case .comma, .arrow, .twoWayArrow, .at: return true
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return true
    case .name:
      return item.count > 3
        && ["and", "or", "not", "where", "is", "in", "has", "on"].contains(text(last))
    default: return false
    }
  }

  /// The word that starts the declaration whose body is about to open.
  private var keywordOfItem: String? { item.first { $0.kind == .name }.map(text) }

  private func isWord(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .path, .malformedName, .number: true
    default: false
    }
  }

  /// The kind of declaration that a condition can be about.
  private func subject(_ token: Token) -> Keyword? {
    Schema.keyword(text(token), inside: .boundary)
  }

  private func text(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Whether a comment that starts on the line reaches the offset.
  private var isComment: Bool {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var lexer = Lexer(Array(bytes[start..<offset]))
    while true {
      let token = lexer.nextWithTrivia()
      if token.kind == .endOfFile { return false }
      if token.kind == .comment { return true }
    }
  }

  /// Whether nothing but white space lies between an offset and the start of its line.
  private func lineBreaks(before offset: Int) -> Bool {
    var place = offset
    while place > 0, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09 { place -= 1 }
    return place == 0 || bytes[place - 1] == 0x0A || bytes[place - 1] == 0x0D
  }
}
