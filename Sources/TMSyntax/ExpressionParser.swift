// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Values and conditions: one grammar, from a single word to `any carries where class has phi`.
///
/// Words such as `and` or `has` are operators only where an operator can stand; where a value can
/// stand they are names like any other.
extension Parser {
  /// Parses one value, reporting where there is none; false when nothing was parsed.
  mutating func parseExpression() -> Bool {
    let mark = builder.count
    guard parseDisjunction() else { return false }
    guard isOperator("where") || isOperator("on") else { return true }
    builder.open(.restriction, before: mark)
    bump()
    let parsed = parseDisjunction()
    builder.close(mark)
    return parsed
  }

  private mutating func parseDisjunction() -> Bool {
    parseChain(.disjunction, "or") { $0.parseConjunction() }
  }

  private mutating func parseConjunction() -> Bool {
    parseChain(.conjunction, "and") { $0.parseNegation() }
  }

  /// Operands of one level joined by a word, as one node however many there are.
  private mutating func parseChain(
    _ kind: SyntaxKind, _ word: StaticString, operand: (inout Parser) -> Bool
  ) -> Bool {
    let mark = builder.count
    guard operand(&self) else { return false }
    guard isOperator(word) else { return true }
    builder.open(kind, before: mark)
    defer { builder.close(mark) }
    while isOperator(word) {
      bump()
      guard operand(&self) else { return false }
    }
    return true
  }

  private mutating func parseNegation() -> Bool {
    guard current.kind == .name, isWord(current, "not") else { return parseComparison() }
    guard enterExpression() else { return false }
    defer { expressionDepth -= 1 }
    let mark = builder.count
    bump()
    guard startsOperand, !isOperatorWord else { return parseComparison(after: mark) }
    builder.open(.negation, before: mark)
    let parsed = parseNegation()
    builder.close(mark)
    return parsed
  }

  private mutating func parseComparison() -> Bool {
    let mark = builder.count
    guard parseOperand() else { return false }
    return parseComparison(after: mark)
  }

  /// The comparison sign and right operand that may follow the operand that starts at `mark`.
  private mutating func parseComparison(after mark: Int) -> Bool {
    switch current.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard continuesExpression else { return true }
      builder.open(.comparison, before: mark)
      bump()
    case .name where isOperator("is"):
      builder.open(.comparison, before: mark)
      bump()
      if current.kind == .name, isWord(current, "not") { bump() }
    case .name where isOperator("has") || isOperator("in"):
      builder.open(.comparison, before: mark)
      bump()
    default:
      return true
    }
    let parsed = parseOperand()
    builder.close(mark)
    return parsed
  }

  private mutating func parseOperand() -> Bool {
    switch current.kind {
    case .name:
      let isQuantifier = isWord(current, "any") || isWord(current, "all")
      let mark = builder.count
      bump()
      guard isQuantifier, continuesExpression, current.kind == .name || current.kind == .path,
        !isOperatorWord
      else { return true }
      return parseQuantifier(from: mark)
    case .path, .number, .date:
      bump()
    case .string:
      checkEscapes(current)
      bump()
    case .leftParenthesis:
      return parseGroup()
    case .unterminatedString:
      unterminatedString()
      return false
    case .malformedName:
      malformedName()
      return false
    case .strayCharacter:
      strayCharacter()
      return false
    default:
      report(
        "syntax", "expected a value", at: here,
        help: "a value is a word, a path, a number, a date, a text in quotes or a condition")
      return false
    }
    return true
  }

  private mutating func parseQuantifier(from mark: Int) -> Bool {
    guard enterExpression() else { return false }
    defer { expressionDepth -= 1 }
    builder.open(.quantifier, before: mark)
    defer { builder.close(mark) }
    bump()
    guard isOperator("where") else { return true }
    bump()
    return parseDisjunction()
  }

  private mutating func parseGroup() -> Bool {
    guard enterExpression() else { return false }
    defer { expressionDepth -= 1 }
    let parenthesis = current
    parenthesisDepth += 1
    defer { parenthesisDepth -= 1 }
    let node = builder.open(.group, at: current.start)
    defer { builder.close(node) }
    bump()
    while true {
      guard parseExpression() else { return false }
      guard current.kind == .comma else { break }
      bump()
    }
    guard current.kind == .rightParenthesis else {
      unclosedParenthesis(parenthesis)
      return false
    }
    bump()
    return true
  }

  /// Counts one level of nesting; false, with a report, when the limit is reached.
  private mutating func enterExpression() -> Bool {
    guard expressionDepth < Self.maximumDepth else {
      report(
        "too-deep", "a condition nests deeper than \(Self.maximumDepth) levels", at: range(current),
        help: "split the condition into several")
      return false
    }
    expressionDepth += 1
    return true
  }

  // MARK: - Words in operator position

  /// Whether the current token continues an expression: it stands on the same line, or a
  /// parenthesis is open.
  private var continuesExpression: Bool { !current.startsLine || parenthesisDepth > 0 }

  private func isOperator(_ word: StaticString) -> Bool {
    current.kind == .name && continuesExpression && isWord(current, word)
  }

  private var isOperatorWord: Bool {
    isOperator("and") || isOperator("or") || isOperator("is") || isOperator("has")
      || isOperator("in") || isOperator("where") || isOperator("on")
  }

  private var startsOperand: Bool {
    guard continuesExpression else { return false }
    switch current.kind {
    case .name, .path, .string, .number, .date, .leftParenthesis: return true
    default: return false
    }
  }
}
