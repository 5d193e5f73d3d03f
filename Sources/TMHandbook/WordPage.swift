// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the tables of the language say of one word: a keyword, a property, a name in conditions, or a function.
struct WordPage {
  let name: String
  private let keywords: [KeywordSpec]
  /// The declarations that take the property; nil for every declaration.
  private let properties: [(keyword: Keyword?, spec: PropertySpec)]
  private let attribute: ComputedAttribute?
  private let threatAttribute: ComputedThreatAttribute?
  /// What it means as a word of `function`.
  private let function: String?

  /// The words: keywords, then properties, then what only conditions know, then functions.
  static let all: [WordPage] = {
    let keywords = Keyword.allCases.map(\.word)
    let properties = (Schema.specs.flatMap(\.properties) + Schema.common).map(\.property.word)
    let attributes =
      ComputedAttribute.allCases.map(\.rawValue) + ComputedThreatAttribute.allCases.map(\.rawValue)
    var seen: Set<String> = []
    let functions = Vocabulary.functions.words.filter { FunctionWords.sentence(of: $0) != nil }
    return (keywords + properties + attributes + functions).filter { seen.insert($0).inserted }
      .map(WordPage.init)
  }()

  /// The page of a word; empty for another one.
  static func markdown(_ name: String) -> String { all.first { $0.name == name }?.markdown ?? "" }

  private init(_ name: String) {
    self.name = name
    keywords = Keyword.allCases.filter { $0.word == name }.map(Schema.spec)
    properties =
      Keyword.allCases.flatMap { keyword in
        Schema.spec(of: keyword).properties.filter { $0.property.word == name }.map {
          (keyword, $0)
        }
      } + Schema.common.filter { $0.property.word == name }.map { (nil, $0) }
    attribute = ComputedAttribute(rawValue: name)
    threatAttribute = ComputedThreatAttribute(rawValue: name)
    function = FunctionWords.sentence(of: name)
  }

  /// What kind of word it is: "keyword", "property".
  var kind: String {
    if !keywords.isEmpty { return "keyword" }
    if !properties.isEmpty { return "property" }
    return attribute == nil && threatAttribute == nil ? "function" : "name in conditions"
  }

  /// One sentence for lists.
  var summary: String {
    keywords.first?.documentation ?? properties.first?.spec.documentation
      ?? attribute?.documentation ?? threatAttribute?.documentation
      ?? function ?? ""
  }

  private var markdown: String {
    let lines =
      ["# \(name)"] + keywords.flatMap(declaration) + uses + words + asFunction + conditions
    let reference = ["", "The language reference, `docs/reference.md`, has all tables."]
    return HandbookLinks.withoutRelative((lines + reference).joined(separator: "\n") + "\n")
  }

  private func declaration(_ spec: KeywordSpec) -> [String] {
    let facts = "Stands \(LanguageReference.places(spec)). \(LanguageReference.idRule(spec))"
    let lines = ["", spec.documentation, "", facts]
    guard !spec.properties.isEmpty else { return lines }
    return lines + ["", "## Properties of \(spec.keyword.phrase)", ""]
      + spec.properties.map { item("`\($0.property.word)`", $0) }
  }

  private func item(_ subject: String, _ spec: PropertySpec) -> String {
    "- \(subject) (\(LanguageReference.values(spec))): \(spec.documentation)"
  }

  private var uses: [String] {
    guard !properties.isEmpty else { return [] }
    return ["", "## As a property", ""]
      + properties.map { keyword, spec in
        item(keyword.map { "of \($0.phrase)" } ?? "of every declaration", spec)
      }
  }

  /// The words that the property takes.
  private var words: [String] {
    var vocabularies: [Vocabulary] = []
    for vocabulary in properties.flatMap({ LanguageReference.vocabularies($0.spec.type) })
    where !vocabularies.contains(where: { $0 === vocabulary }) {
      vocabularies.append(vocabulary)
    }
    return vocabularies.flatMap { vocabulary in
      let words = vocabulary.words.map { word in
        "`\(word)`" + (vocabulary.meaning(of: word).map { " (\($0))" } ?? "")
      }.joined(separator: ", ")
      if vocabulary === Vocabulary.functions { return functions(vocabulary) }
      let end = vocabulary.isOpen ? ". Another word is kept and noted." : "."
      return ["", "## Words for \(vocabulary.phrase)", "", words + end]
    }
  }

  private func functions(_ vocabulary: Vocabulary) -> [String] {
    ["", "## Words for \(vocabulary.phrase)", ""]
      + vocabulary.words.map { word in
        "- `\(word)`" + (FunctionWords.sentence(of: word).map { ": \($0)" } ?? "")
      } + ["", "Another word is kept and noted."]
  }

  private var asFunction: [String] {
    guard let function else { return [] }
    return [
      "", "## As a function", "",
      "`function: \(name)` is said of an element, a flow or an interface. \(function)", "",
      "Which questions are asked hangs on it: `tm threats --explain` names the function in a condition that holds.",
    ]
  }

  private var conditions: [String] {
    var items: [String] = []
    if let attribute {
      let kinds = LanguageReference.list(attribute.subjects.members.map { "`\($0.word)`" })
      items.append("- of \(kinds): \(attribute.documentation)")
    }
    if let threatAttribute {
      items.append(
        "- of a threat, in `accept`, `require` and `covers`: \(threatAttribute.documentation)")
    }
    return items.isEmpty ? [] : ["", "## In conditions", ""] + items
  }
}
