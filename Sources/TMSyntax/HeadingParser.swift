// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The headings of declarations, flows and imports.
extension Parser {
  mutating func parseHeader(_ keyword: Token) {
    if !current.startsLine, isID { bump() }
    if current.kind == .string { parseTitle() }
    endHeader()
  }

  mutating func parseFlowHeader(_ keyword: Token) {
    guard !current.startsLine, isID else {
      expected(
        "expected the name of the flow or of its source",
        help: "write `flow id: source -> target \"Title\"`; the id may be left out")
      return recoverHeader()
    }
    bump()
    if !current.startsLine, current.kind == .colon || current.kind == .assign {
      if current.kind == .assign { assignInsteadOfColon("the id of a flow", "flow id: a -> b") }
      bump()
      guard isID else {
        expected(
          "expected the source of the flow",
          help: "write `source -> target` after the colon")
        return recoverHeader()
      }
      bump()
    }
    guard parseArrow() else { return recoverHeader() }
    guard isID else {
      expected(
        "expected the target of the flow",
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
    case .name where !current.startsLine, .path where !current.startsLine:
      let id = previousToken
      report(
        "syntax", "expected an arrow or a colon after `\(text(id))`", at: here,
        help: "write `\(text(id)):` if it is the id of the flow, or an arrow if it is the source",
        fix: Fix("write `\(text(id)):`", safety: .suggestion, edits: [Edit(id.endPoint, ":")]))
      return false
    case .string where !current.startsLine:
      let id = text(previousToken)
      report(
        "syntax", "the title of a flow stands behind its ends", at: here,
        help: "write `\(id): source -> target \(text(current))` if `\(id)` is its id",
        fix: titleBehindEnds)
      return false
    default:
      report(
        "syntax", "expected an arrow between the ends of the flow", at: here,
        help: "write `source -> target`, or `a <-> b` for both directions")
      return false
    }
  }

  /// Puts the title of `id "Title": a -> b` where it belongs; nil where something else follows it.
  private var titleBehindEnds: Fix? {
    let title = range(current)
    let rest = ahead(5)
    guard rest[0].kind == .colon, Self.isID(rest[1]), Self.isArrow(rest[2]), Self.isID(rest[3]),
      !rest.prefix(4).contains(where: \.startsLine), rest[4].kind != .string
    else { return nil }
    let before = SourceRange(
      file: file, start: previousToken.end, end: current.end)
    return Fix(
      "move the title", safety: .safe,
      edits: [Edit(before, ""), Edit(range(rest[3]).endPoint, " \(text(title))")])
  }

  /// Whether `id: a -> b` or `a -> b` stands here, behind its first name.
  var lacksFlow: Bool {
    guard !current.startsLine else { return false }
    if Self.isArrow(current) { return true }
    guard current.kind == .colon else { return false }
    let rest = ahead(2)
    return Self.isID(rest[0]) && Self.isArrow(rest[1]) && !rest.contains(where: \.startsLine)
  }

  mutating func flowWithoutKeyword(_ first: Token) {
    let start = SourceRange(file: file, start: first.start, end: first.start)
    report(
      "syntax", "a flow begins with `flow`", at: range(first),
      help: "write `flow` in front of it",
      fix: Fix("write `flow`", safety: .safe, edits: [Edit(start, "flow ")]))
  }

  private static func isArrow(_ token: Token) -> Bool {
    token.kind == .arrow || token.kind == .twoWayArrow
  }

  private static func isID(_ token: Token) -> Bool { token.kind == .name || token.kind == .path }

  mutating func parseImportHeader(_ keyword: Token) {
    guard !current.startsLine, current.kind == .string || current.kind == .name else {
      expected(
        "expected what to import",
        help: current.kind == .path && !current.startsLine
          ? "write the name of a file in quotes: `import \"\(text(current))\"`"
          : "write `import \"file.tm\"`, or `import name` for a library of the program")
      return recoverHeader()
    }
    current.kind == .string ? parseTitle() : bump()
    if !current.startsLine, current.kind == .name, isWord(current, "as") {
      bump()
      guard !current.startsLine, current.kind == .name else {
        expected(
          "expected a name after `as`",
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
  private var isID: Bool { Self.isID(current) }

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
      // At the end of a line it stands for the opening brace, whose partner is to be expected.
      if startsLineAfterCurrent { missesBrace = true }
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
}
