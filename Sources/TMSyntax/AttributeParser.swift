// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// `@name(argument, label: argument)`
extension Parser {
  /// Parses one attribute; false when it has a mistake, which is then reported.
  mutating func parseAttribute() -> Bool {
    let node = builder.open(.attribute, at: current.start)
    defer { builder.close(node) }
    bump()
    guard current.kind == .name, !current.startsLine else {
      expected(
        "expected a name after `@`",
        help: "write `@allow(rule, \"reason\")` in front of a declaration")
      skipArguments()
      return false
    }
    let name = text(current)
    bump()
    guard current.kind == .leftParenthesis, !current.startsLine else {
      expected(
        "expected the arguments of `@\(name)` in parentheses",
        help: "write `@allow(rule, \"reason\")`")
      // What is no declaration on the same line was meant as an argument.
      if current.kind != .name || startsLineAfterCurrent || kindAfterCurrent == .comma {
        skipArguments()
      }
      return false
    }
    let parenthesis = current
    parenthesisDepth += 1
    defer { parenthesisDepth -= 1 }
    bump()
    while current.kind != .rightParenthesis {
      guard parseArgument() else {
        skipArguments()
        return false
      }
      if current.kind == .comma {
        bump()
      } else if current.kind != .rightParenthesis {
        unclosedParenthesis(parenthesis)
        skipArguments()
        return false
      }
    }
    bump()
    return true
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

  /// Skips to the end of an attribute's arguments, of its line or of the body around it.
  private mutating func skipArguments() {
    let node = builder.open(.error, at: current.start)
    // A name on the next line was likely meant to stand beside its `@`.
    if current.startsLine, current.kind == .name, kindAfterCurrent == .leftParenthesis { bump() }
    while !current.startsLine, ![.rightParenthesis, .rightBrace, .endOfFile].contains(current.kind)
    {
      if current.kind == .leftBrace { skipBalanced() } else { bump() }
    }
    if current.kind == .rightParenthesis { bump() }
    builder.close(node)
  }
}
