// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a token or a node of the syntax tree is.
package enum SyntaxKind: UInt8, Sendable, CaseIterable {
  // Tokens with a text of their own.
  case name
  /// Names joined by dots, such as `device.controller.usb`.
  case path
  case string
  case number
  case date

  // Punctuation.
  case leftBrace
  case rightBrace
  case leftParenthesis
  case rightParenthesis
  case comma
  case colon
  case semicolon
  case at
  case arrow
  case twoWayArrow
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual

  // Tokens that are mistakes.
  /// A single `=`, as other languages write properties.
  case assign
  /// `-->`, `=>`, `<-` and the like.
  case wrongArrow
  case unterminatedString
  /// A word that starts with a digit or holds a letter outside ASCII.
  case malformedName
  case strayCharacter

  case endOfFile

  // Trivia.
  case whitespace
  case newline
  case comment
  case byteOrderMark

  // Nodes.
  case file
  /// `keyword id "Title" { … }`
  case declaration
  /// `flow id: a -> b "Title" { … }`
  case flow
  /// `import "file.tm" as name`
  case importStatement
  /// `name: value, value`
  case property
  /// `{ … }`
  case body
  /// `@name(arguments)`
  case attribute
  /// `label: value` among the arguments of an attribute.
  case labelledArgument
  /// Operands joined by `or`.
  case disjunction
  /// Operands joined by `and`.
  case conjunction
  /// `not` and its operand.
  case negation
  /// Two operands around `is`, `is not`, `has`, `in` or a comparison sign.
  case comparison
  /// `any` or `all`, a collection, and an optional `where` with its condition.
  case quantifier
  /// A value and the condition after `where` or `on`.
  case restriction
  /// Values in parentheses.
  case group
  /// Tokens that fit nowhere.
  case error

  /// Whether this is a token rather than a node.
  package var isToken: Bool { rawValue <= SyntaxKind.byteOrderMark.rawValue }

  /// Whether this is white space, a comment or a byte-order mark.
  package var isTrivia: Bool {
    rawValue >= SyntaxKind.whitespace.rawValue && rawValue <= SyntaxKind.byteOrderMark.rawValue
  }
}
