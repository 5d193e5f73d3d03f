// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What can be written at a place of a condition.
struct ConditionWords {
  private let place: ConditionPlace
  private let snapshot: ModelSnapshot
  private let names: NameOffers
  private let qualifier: String?
  /// Whether the subject has lists of which something can hold for any or all.
  private let hasLists: Bool
  private var model: Model { snapshot.model }

  init(
    _ subject: ConditionSubject, _ snapshot: ModelSnapshot, _ context: CursorContext,
    _ names: NameOffers, behind qualifier: String?
  ) {
    self.snapshot = snapshot
    self.names = names
    self.qualifier = qualifier
    let kinds: SubjectKinds =
      switch subject {
      case .threat: .threat
      case .anything: .entities(.subjects)
      case .appliesTo:
        .entities(context.appliesTo.isEmpty ? .subjects : KeywordSet(context.appliesTo))
      }
    let tokens = context.valueTokens
    place = ConditionPlace(kinds, tokens, behind: qualifier)
    let behindAny = ConditionPlace(kinds, tokens + [(.name, "any")], behind: nil)
    hasLists = !behindAny.attributes.isEmpty
  }

  var items: [CompletionItem] {
    var items = place.attributes.map { CompletionItem($0.word, .property, $0.documentation) }
    if place.takesStatus { items += words(.threatStatuses) }
    if let comparand = place.comparand { items += values(comparand) }
    var known: Set<String> = []
    return items.filter { known.insert($0.label).inserted }
      + place.operators.filter { hasLists || $0 != "any" && $0 != "all" }
      .map { CompletionItem($0, .keyword) }
  }

  private func values(_ comparand: ConditionPlace.Comparand) -> [CompletionItem] {
    if let qualifier {
      return comparand.takesPaths ? names.names(comparand.kinds, behind: qualifier) : []
    }
    var items: [CompletionItem] = []
    if comparand.isBoolean { items += ["yes", "no"].map { CompletionItem($0, .value) } }
    items += comparand.words.map(words) ?? []
    items += comparand.keywords.map { CompletionItem($0.word, .keyword, $0.phrase) }
    items += names.names(comparand.kinds, behind: nil)
      .filter { comparand.takesPaths || Self.kind(of: $0.label) == .name }
    if comparand.isOpen { items += used(comparand.attribute) }
    return items
  }

  private func words(_ vocabulary: Vocabulary) -> [CompletionItem] {
    vocabulary.words.map { CompletionItem($0, .value, WordMeaning.text($0, in: vocabulary)) }
  }

  /// The words that the model has for a value of which the program knows none.
  private func used(_ attribute: Attribute) -> [CompletionItem] {
    let words: [String]
    switch attribute {
    case .threat(.computed(.name)):
      words = snapshot.compiled.decided.threats.flatMap(\.threat.names)
    case .threat(.computed(.risk)):
      words = model.all(.row).flatMap { model.words($0, .cells) }
    case .property(let property), .threat(.stated(let property)):
      words = model.allEntities.filter { !model.isBuiltIn($0) }
        .flatMap { model.words($0, property) }
    case .computed, .threat(.computed): words = []
    }
    return Set(words).filter { Self.kind(of: $0) == .name }.sorted()
      .map { CompletionItem($0, .value) }
  }

  /// What a word is to the language; nil for several.
  private static func kind(of word: String) -> SyntaxKind? {
    var lexer = Lexer(Array(word.utf8))
    let token = lexer.next()
    return Int(token.end) == word.utf8.count ? token.kind : nil
  }
}
