// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSource
import TMSyntax
import TMThreats

/// What can be written at an offset of a file.
package struct Completer {
  private let snapshot: ModelSnapshot
  private let file: FileID
  private let offset: Int
  private let importable: () -> [String]
  private let context: CursorContext
  private var model: Model { snapshot.model }

  /// - Parameter importable: the paths, from the folder of the file, that an import can name.
  package init(
    _ snapshot: ModelSnapshot, _ file: FileID, at offset: Int, importable: @escaping () -> [String]
  ) {
    self.snapshot = snapshot
    self.file = file
    self.offset = offset
    self.importable = importable
    context = CursorContext(snapshot.sources[file].bytes, at: offset)
  }

  /// - Parameter trigger: the sign after which an editor asks by itself: a space in front of an item is
  ///   indentation, and asks for nothing.
  package func list(after trigger: String? = nil) -> CompletionList {
    if trigger == " ", context.place == .item { return CompletionList(context.word, [], typed: "") }
    let bytes = snapshot.sources[file].bytes
    var range = context.word
    var items: [CompletionItem] = []
    switch context.place {
    case .nothing, .excuseDetail: break
    case .item: items = itemWords()
    case .id(let keyword): items = keyword == "threat" ? threatNames() : []
    case .flowStart, .flowEnd: items = names([.external, .process, .store, .interface])
    case .library:
      items = ThreatLibraries.builtIn.names.map {
        CompletionItem($0, .value, "a library of threats of the program")
      }
    case .importPath:
      items = importable().map { CompletionItem($0, .file) }
    case .attributeName:
      items = [
        CompletionItem(
          "allow", .keyword, "excuses a finding, with the reason",
          snippet: "allow(${1:rule}, \"${2:reason}\")")
      ]
    case .excusedRule: items = RuleNames.items(of: model)
    case .value(let property): items = values(of: property)
    case .text(let property):
      guard property == "score" || property == "residual" else { break }
      let typed = bytes[context.word.lowerBound..<offset]
      let completion = VectorCompletion(String(decoding: typed, as: UTF8.self), model)
      range = offset - completion.typedLength..<offset
      items = completion.items
    }
    let typed = String(
      decoding: bytes[range.lowerBound..<min(offset, range.upperBound)], as: UTF8.self)
    return CompletionList(range, items, typed: typed)
  }

  // MARK: - Items

  private func itemWords() -> [CompletionItem] {
    let outer = context.keyword
    var items: [CompletionItem] = []
    if let outer {
      let spec = Schema.spec(of: outer)
      for row in spec.properties + Schema.common where !context.stated.contains(row.property.word) {
        items.append(
          CompletionItem(
            row.property.word, .property, row.expectation, documentation: row.documentation,
            text: row.property.word + ": "))
      }
    }
    for keyword in Keyword.allCases {
      let spec = Schema.spec(of: keyword)
      let fits = outer.map { spec.places.inside.contains($0) } ?? spec.places.topLevel
      // The triage and the template have one word; the place says which is meant.
      guard fits else { continue }
      items.append(
        CompletionItem(
          keyword.word, .keyword, keyword.phrase, documentation: spec.documentation,
          snippet: DeclarationSnippet.text(keyword, inside: outer)))
    }
    if outer == .policy {
      items += RuleNames.items(of: model).filter { !context.stated.contains($0.label) }
        .map { CompletionItem($0.label, $0.kind, $0.detail, text: $0.label + ": ") }
    }
    return items
  }

  /// The names of the threats that the declaration around the offset has, those without triage.
  private func threatNames() -> [CompletionItem] {
    guard let subject = model.declaration(at: offset, in: file).flatMap(triaged) else { return [] }
    let known = Set(model.children(subject, .threat).map { model.name($0) })
    return snapshot.threats[subject].filter { !known.contains($0.threat.name) }.map { assessed in
      CompletionItem(
        assessed.threat.name, .value,
        "\(assessed.threat.status.rawValue) — \(snapshot.sentence(assessed.threat))")
    }
  }

  /// The declaration that a triage here is about: the unfinished triage is none itself.
  private func triaged(_ id: EntityID) -> EntityID? {
    model[id].keyword == .threat ? model[id].parent : id
  }

  // MARK: - Values

  private func values(of name: String) -> [CompletionItem] {
    guard let keyword = context.keyword else { return [] }
    guard let property = Property(word: name),
      let spec = Schema.spec(of: keyword).spec(of: property)
    else {
      return keyword == .policy
        ? Vocabulary.severities.words.map { CompletionItem($0, .value) } : []
    }
    if property == .crosses, let found = crossings() { return found }
    if property == .answeredWith || property == .from { return identifiers(property) }
    return values(of: spec.type).filter { !context.values.contains($0.label) }
  }

  private func values(of type: ValueType) -> [CompletionItem] {
    switch type {
    case .text:
      return []
    case .number, .date: return []
    case .boolean: return ["yes", "no"].map { CompletionItem($0, .value) }
    case .word(let vocabulary):
      return vocabulary.words.map { word in
        CompletionItem(word, .value, WordMeaning.text(word, in: vocabulary))
      }
    case .identifier: return []
    case .reference(let kinds): return names(kinds)
    case .condition(let subject): return ConditionWords(subject, model, context).items
    case .oneOf(let types): return types.flatMap(values)
    }
  }

  private func identifiers(_ property: Property) -> [CompletionItem] {
    if property == .answeredWith {
      return Vocabulary.mechanisms.words.map { CompletionItem($0, .value) }
    }
    return RuleNames.items(of: model)
      + snapshot.compiled.register.library.templates.map {
        CompletionItem($0.name, .value, "a threat template")
      }
  }

  /// The boundaries that the flow around the offset crosses, in order; nil where that is not known.
  private func crossings() -> [CompletionItem]? {
    guard let id = model.declaration(at: offset, in: file), let flow = model.graph.flow(id) else {
      return nil
    }
    return model.graph.crossings(of: flow)
      .filter { !context.values.contains(model.path($0.boundary)) }
      .map { crossing in
        CompletionItem(
          model.path(crossing.boundary), .entity("boundary"),
          "\(model.caption(crossing.boundary)), crossed \(crossing.direction == .in ? "inwards" : "outwards")"
        )
      }
  }

  private func names(_ kinds: KeywordSet) -> [CompletionItem] {
    var items: [CompletionItem] = []
    var seen: Set<String> = []
    for id in model.allEntities where kinds.contains(model[id].keyword) && !model.isBuiltIn(id) {
      let path = model.path(id)
      guard !path.isEmpty, seen.insert(path).inserted, !path.contains(">") else { continue }
      items.append(
        CompletionItem(
          path, .entity(model[id].keyword.word), model.caption(id),
          documentation: model.documentation(id).map(Markdown.plain)))
    }
    return items
  }
}
