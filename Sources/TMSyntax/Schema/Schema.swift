// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One kind of declaration: a row of the table of the language.
package struct KeywordSpec: Sendable {
  package let keyword: Keyword
  /// One sentence for hovers and the language reference.
  package let documentation: String
  /// Where the declaration may stand.
  package let places: Places
  package let id: IDRule
  package let properties: [PropertySpec]

  package struct Places: Sendable {
    package let topLevel: Bool
    package let inside: KeywordSet
  }

  /// Whether a declaration carries an id.
  package enum IDRule: Sendable {
    case required
    case optional
    case none
  }

  /// The row of a property, if the declaration takes it.
  package func spec(of property: Property) -> PropertySpec? {
    properties.first { $0.property == property } ?? Schema.common.first { $0.property == property }
  }
}

/// The one table of the language: keywords, properties, their types and documentation.
///
/// The parser's checks, suggestions, completion, hovers, the language reference and the editor
/// grammars come from it or are tested against it.
package enum Schema {
  private static let byKeyword: [KeywordSpec] = Keyword.allCases.map { keyword in
    specs.first { $0.keyword == keyword }
      ?? KeywordSpec(
        keyword: keyword, documentation: "", places: .init(topLevel: true, inside: []),
        id: .none, properties: [])
  }

  package static func spec(of keyword: Keyword) -> KeywordSpec {
    byKeyword[Int(keyword.rawValue)]
  }

  /// All words that start a declaration.
  package static let keywords: [String] = {
    var words: [String] = []
    for keyword in Keyword.allCases where !words.contains(keyword.word) {
      words.append(keyword.word)
    }
    return words
  }()

  private static let byWord: [String: Keyword] = Dictionary(
    Keyword.allCases.map { ($0.word, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind of declaration that a word starts at the top level or inside another declaration.
  package static func keyword(_ word: String, inside parent: Keyword?) -> Keyword? {
    guard let keyword = byWord[word] else { return nil }
    return keyword == .threat && parent == nil ? .threatTemplate : keyword
  }

  /// Properties that every declaration takes.
  package static let common: [PropertySpec] = [
    .init(
      .was, listOf: .identifier,
      "Former ids, so that triage, baselines and diffs follow a rename."),
    .init(.tags, listOf: .identifier, "Words of your own, for views and queries."),
    .init(.link, listOf: .text, "Where more is written: a URL or a document number."),
  ]

  package static let specs: [KeywordSpec] =
    systemDeclarations + riskDeclarations + policyDeclarations
}
