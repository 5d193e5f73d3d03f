// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax
import TMTestSupport

/// What the parser makes of a text, for the checkers of the editor grammars: what every token is there for, and the
/// tree. Places are counted in Unicode scalars.
struct SyntaxTrace: Encodable {
  let origin: String
  let text: String
  /// Whether the text has neither a lexical nor a syntactic mistake.
  let isAccepted: Bool
  /// The comments, the escapes and every token that is a mark or a word, in the order of the text.
  let tokens: [Token]
  /// The tree in the notation of tree-sitter's corpus, without comments.
  let tree: String

  struct Token: Encodable {
    let role: Role
    let start: Int
    let end: Int
  }

  /// What a token is there for.
  enum Role: String, Encodable, CaseIterable {
    case comment
    /// A comment that starts with `///`.
    case documentation
    /// The word that starts a declaration, a flow or an import, and the `as` of an import.
    case keyword
    /// The name that a declaration declares, or an import gives to what it imports.
    case id
    /// An end of a flow, or the library that an import names.
    case reference
    case property
    case attribute
    /// The name of an argument of an attribute.
    case label
    /// `and`, `not`, `any` and the like, where they join or turn values.
    case operatorWord = "operator"
    /// A comparison sign.
    case sign
    case arrow
    /// A word or a path that is a value.
    case word
    case number
    case date
    /// A text in quotes, its escapes included.
    case text
    /// An escape that the language knows.
    case escape
    /// An escape that it does not know.
    case unknownEscape = "unknown-escape"
    case punctuation
  }

  init(origin: String, text: String) {
    let parsed = parse(text)
    self.origin = origin
    self.text = text
    isAccepted = parsed.diagnostics.allSatisfy { ["unknown-escape", "too-deep"].contains($0.rule) }
    let unknown = parsed.diagnostics.filter { $0.rule == "unknown-escape" }.map(
      \.primary.range.start)
    var walk = SyntaxWalk(unknownEscapes: Set(unknown))
    tree = walk.expression(of: parsed.root)
    walk.addComments(of: parsed.bytes)
    let places = Self.scalarOffsets(of: parsed.bytes)
    tokens = walk.tokens.sorted { $0.start < $1.start || $0.start == $1.start && $0.end > $1.end }
      .map { Token(role: $0.role, start: places[Int($0.start)], end: places[Int($0.end)]) }
  }

  /// For each byte, how many scalars start before it.
  private static func scalarOffsets(of bytes: [UInt8]) -> [Int] {
    var count = 0
    var places: [Int] = []
    places.reserveCapacity(bytes.count + 1)
    for byte in bytes {
      places.append(byte & 0xC0 == 0x80 ? count - 1 : count)
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return places + [count]
  }
}
