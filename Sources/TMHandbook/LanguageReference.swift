// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The page `docs/reference.md`: the tables of the language, as the schema states them.
package enum LanguageReference {
  /// The whole page, in GitHub's Markdown.
  package static var markdown: String {
    var lines = [
      "# Language reference",
      "",
      "The tables of the language, generated from the schema the program checks with.",
      "The [language guide](language.md) explains them; this page is for looking up.",
    ]
    lines += overview + Keyword.allCases.flatMap(declaration) + commonProperties
    lines += words + zones + protocols + conditionNames
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Declarations

  private static var overview: [String] {
    let rows = Keyword.allCases.map { keyword in
      let spec = Schema.spec(of: keyword)
      return ["[`\(keyword.word)`](\(anchor(heading(keyword))))", spec.documentation, places(spec)]
    }
    return ["", "## Declarations", ""] + table(["keyword", "declares", "stands"], rows)
  }

  private static func declaration(_ keyword: Keyword) -> [String] {
    let spec = Schema.spec(of: keyword)
    let facts = "Stands \(places(spec)). \(idRule(spec))"
    return ["", "### \(heading(keyword))", "", spec.documentation, "", facts]
      + properties(spec.properties)
  }

  private static var commonProperties: [String] {
    ["", "### Properties of every declaration"] + properties(Schema.common)
  }

  private static func properties(_ specs: [PropertySpec]) -> [String] {
    guard !specs.isEmpty else { return [] }
    let rows = specs.map { spec in
      ["`\(spec.property.word)`", values(spec), spec.documentation]
    }
    return [""] + table(["property", "takes", "says"], rows)
  }

  /// The heading of a declaration's section; `threat` is two kinds of declaration.
  private static func heading(_ keyword: Keyword) -> String {
    switch keyword {
    case .threat: "threat, inside a declaration"
    case .threatTemplate: "threat, at the top level"
    case .model, .import, .zone, .category, .asset, .hazard, .boundary, .external, .process, .store,
      .interface, .component, .flow, .control, .requirement, .verification, .decision, .matrix,
      .row, .assumption, .document, .view, .rule, .policy, .exempt:
      keyword.word
    }
  }

  static func places(_ spec: KeywordSpec) -> String {
    let inside = spec.places.inside.members.map { "`\($0.word)`" }
    let parts =
      (spec.places.topLevel ? ["at the top level"] : [])
      + (inside.isEmpty ? [] : ["inside \(list(inside))"])
    return parts.joined(separator: ", or ")
  }

  static func idRule(_ spec: KeywordSpec) -> String {
    switch spec.id {
    case .required: "Needs an id."
    case .optional: "The id can be left out."
    case .none: "Takes no id."
    }
  }

  // MARK: - Values

  static func values(_ spec: PropertySpec) -> String {
    switch spec.cardinality {
    case .one: phrase(spec.type)
    case .list: "one or more: " + phrase(spec.type)
    }
  }

  private static func phrase(_ type: ValueType) -> String {
    switch type {
    case .text: "text in quotes"
    case .number(let range): "number, \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .boolean: "`yes` or `no`"
    case .date: "date"
    case .word(let vocabulary): "[\(noun(vocabulary))](\(anchor(vocabulary)))"
    case .identifier: "word of your own"
    case .reference(let kinds): "name of \(list(names(of: kinds)))"
    case .condition: "condition"
    case .oneOf(let types): types.map(phrase).joined(separator: ", or ")
    }
  }

  private static func names(of kinds: KeywordSet) -> [String] {
    let members = kinds.members
    return members == KeywordSet.everything.members
      ? ["any declaration"] : members.map { "`\($0.word)`" }
  }

  // MARK: - Vocabularies

  private static var words: [String] {
    var lines = [
      "", "## Words", "",
      "Where a set of words is open, another word is kept and noted, with suggestions.",
    ]
    for vocabulary in vocabularies where !hasOwnSection(vocabulary) {
      if vocabulary === Vocabulary.functions {
        let rows = vocabulary.words.map { ["`\($0)`", FunctionWords.sentence(of: $0) ?? ""] }
        lines += ["", "### \(capitalised(noun(vocabulary)))", ""] + table(["word", "means"], rows)
        lines += ["", "Open: another word is kept and noted."]
        continue
      }
      let words = vocabulary.words.map { word in
        "`\(word)`" + (vocabulary.meaning(of: word).map { " (\($0))" } ?? "")
      }.joined(separator: ", ")
      let end = vocabulary.isOpen ? "; open." : "."
      lines += ["", "### \(capitalised(noun(vocabulary)))", "", words + end]
    }
    return lines
  }

  /// The vocabularies of the schema, in the order in which properties first take them.
  private static var vocabularies: [Vocabulary] {
    var found: [Vocabulary] = []
    for spec in Schema.specs.flatMap(\.properties) + Schema.common {
      for vocabulary in vocabularies(spec.type)
      where !found.contains(where: { $0 === vocabulary }) {
        found.append(vocabulary)
      }
    }
    return found
  }

  static func vocabularies(_ type: ValueType) -> [Vocabulary] {
    switch type {
    case .word(let vocabulary): [vocabulary]
    case .oneOf(let types): types.flatMap(vocabularies)
    case .text, .number, .boolean, .date, .identifier, .reference, .condition: []
    }
  }

  private static func hasOwnSection(_ vocabulary: Vocabulary) -> Bool {
    vocabulary === Vocabulary.zones || vocabulary === Vocabulary.protocols
  }

  private static var zones: [String] {
    let rows = Zone.builtIn.map { zone in
      ["`\(zone.name)`", "\(Int(zone.trust))", zone.documentation]
    }
    return [
      "", "## Zones", "",
      "The built-in kinds of environment. Trust goes from 0 to 10; a boundary or a zone of your own",
      "can state another.", "",
    ] + table(["zone", "trust", "is"], rows)
  }

  private static var protocols: [String] {
    var groups: [(implies: String, names: [String])] = []
    for facts in ProtocolFacts.known {
      let implies = implication(facts)
      if let index = groups.firstIndex(where: { $0.implies == implies }) {
        groups[index].names.append("`\(facts.name)`")
      } else {
        groups.append((implies, ["`\(facts.name)`"]))
      }
    }
    let rows = groups.map { [$0.implies, $0.names.joined(separator: ", ")] }
    return [
      "", "## Protocols", "",
      "What the name of a protocol implies. A property of the flow wins over it. The set is open. With",
      "meanings and ports, they stand in [protocols](protocols.md).",
      "",
    ] + table(["implies", "protocols"], rows)
  }

  private static func implication(_ facts: ProtocolFacts) -> String {
    let channel =
      switch facts.channel {
      case .encrypted: "encrypted"
      case .clearText: "clear text"
      case .unstated: "nothing"
      }
    if facts.authenticatesClient { return channel + ", both ends prove who they are" }
    return facts.authenticatesServer ? channel + ", the target proves who it is" : channel
  }

  // MARK: - Conditions

  private static var conditionNames: [String] {
    let rows = ComputedAttribute.allCases.map { attribute in
      ["`\(attribute.rawValue)`", list(names(of: attribute.subjects)), attribute.documentation]
    }
    let threatRows = ComputedThreatAttribute.allCases.map { attribute in
      ["`\(attribute.rawValue)`", attribute.documentation]
    }
    return [
      "", "## Names in conditions", "",
      "What the program computes. Beside these, a condition can use each property of what it is about;",
      "where both exist, the computed value counts.", "",
    ] + table(["name", "of", "is"], rows) + [
      "", "## Names in conditions about threats", "",
      "In `accept` and `require` of a policy and in `covers` of a decision. Beside these, a condition",
      "can use each property of a threat's triage, or else of the decision that covers it; a status",
      "alone is short for `status is …`.", "",
    ] + table(["name", "is"], threatRows)
  }

  // MARK: - Markdown

  private static func table(_ head: [String], _ rows: [[String]]) -> [String] {
    let rule = head.map { _ in "---" }
    return ([head, rule] + rows).map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
  }

  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// What a word of the vocabulary is, without its article: "access level".
  static func noun(_ vocabulary: Vocabulary) -> String {
    let phrase = vocabulary.phrase
    return phrase.firstIndex(of: " ").map { String(phrase[$0...].dropFirst()) } ?? phrase
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func anchor(_ vocabulary: Vocabulary) -> String {
    hasOwnSection(vocabulary) ? anchor(noun(vocabulary) + "s") : anchor(noun(vocabulary))
  }

  /// The link to a heading of the page, as GitHub makes it.
  package static func anchor(_ heading: String) -> String {
    let kept = heading.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
    return "#" + kept.replacing(" ", with: "-")
  }
}
