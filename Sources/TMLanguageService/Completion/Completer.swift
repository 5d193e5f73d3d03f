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
    var range = context.word
    var items: [CompletionItem]
    if case .text(let property) = context.place {
      (range, items) = metrics(property)
    } else {
      items = self.items(behind: context.qualifier)
      if items.isEmpty, let qualifier = context.qualifier {
        // A word such as `tls-1.2`, of which the dot is a part.
        range = range.lowerBound - qualifier.utf8.count - 1..<range.upperBound
        items = self.items(behind: nil).filter { $0.label.hasPrefix(qualifier + ".") }
      }
    }
    if isWritten { items = items.map(\.bare) }
    let typed = String(
      decoding: snapshot.sources[file].bytes[range.lowerBound..<min(offset, range.upperBound)],
      as: UTF8.self)
    return CompletionList(range, items, typed: typed)
  }

  /// Whether the colon of a property, the heading of a declaration or the rule of an excuse stands behind the
  /// word already.
  private var isWritten: Bool {
    switch (context.place, context.following) {
    case (.item, .colon?), (.item, .name?), (.item, .path?), (.item, .string?),
      (.item, .leftBrace?),
      (.item, .malformedName?), (.item, .unterminatedString?), (.attributeName, .leftParenthesis?):
      true
    default: false
    }
  }

  private func items(behind qualifier: String?) -> [CompletionItem] {
    switch context.place {
    case .nothing, .excuseDetail, .text: return []
    case .value(let property): return values(of: property, behind: qualifier)
    case .flowStart, .flowEnd: return ends(behind: qualifier)
    case _ where qualifier != nil: return []
    case .item: return itemWords()
    case .id(let keyword): return keyword == "threat" ? threatNames() : []
    case .library:
      return ThreatLibraries.builtIn.names.map {
        CompletionItem($0, .value, "a library of threats of the program")
      }
    case .importPath: return importable().map { CompletionItem($0, .file) }
    case .attributeName:
      return [
        CompletionItem(
          "allow", .keyword, "excuses a finding, with the reason",
          snippet: "allow(${1:rule}, \"${2:reason}\")")
      ]
    case .excusedRule: return RuleNames.items(of: model)
    }
  }

  /// The metrics that can follow in a vector, and the bytes that one of them replaces.
  private func metrics(_ property: String) -> (Range<Int>, [CompletionItem]) {
    guard property == "score" || property == "residual" else { return (context.word, []) }
    let typed = snapshot.sources[file].bytes[context.word.lowerBound..<offset]
    let completion = VectorCompletion(String(decoding: typed, as: UTF8.self), model)
    return (offset - completion.typedLength..<offset, completion.items)
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

  private func values(of name: String, behind qualifier: String?) -> [CompletionItem] {
    guard let keyword = context.keyword else { return [] }
    guard let property = Property(word: name),
      let spec = Schema.spec(of: keyword).spec(of: property)
    else {
      return keyword == .policy && qualifier == nil
        ? Vocabulary.severities.words.map { CompletionItem($0, .value) } : []
    }
    if property == .answers { return answerable(behind: qualifier) }
    if property == .over, let found = carriers(behind: qualifier) { return found }
    if qualifier == nil {
      if property == .crosses, let found = crossings() { return found }
      if property == .answeredWith || property == .from { return identifiers(property) }
    }
    return values(of: spec.type, behind: qualifier)
  }

  private func values(of type: ValueType, behind qualifier: String?) -> [CompletionItem] {
    if case .condition(let subject) = type {
      return ConditionWords(subject, snapshot, context, offers, behind: qualifier).items
    }
    if case .oneOf(let types) = type {
      var found: [CompletionItem] = []
      for type in types {
        // What lies in a declaration is meant, rather than what a condition knows of one.
        if case .condition = type, qualifier != nil, !found.isEmpty { continue }
        found += values(of: type, behind: qualifier)
      }
      return found
    }
    // Behind a value comes a comma.
    guard context.startsValue else { return [] }
    switch type {
    case .boolean where qualifier == nil:
      return unused(["yes", "no"].map { CompletionItem($0, .value) }, behind: nil)
    case .word(let vocabulary) where qualifier == nil:
      let words = vocabulary.words.map { word in
        CompletionItem(word, .value, WordMeaning.text(word, in: vocabulary))
      }
      return unused(words, behind: nil)
    case .reference(let kinds):
      return unused(offers.names(kinds, behind: qualifier), behind: qualifier)
    case .text, .number, .date, .identifier, .boolean, .word, .condition, .oneOf: return []
    }
  }

  /// Those that do not stand there already.
  private func unused(_ items: [CompletionItem], behind qualifier: String?) -> [CompletionItem] {
    items.filter { item in
      let name = qualifier.map { "\($0).\(item.label)" } ?? item.label
      return !context.values.contains(name)
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

  /// What a control can answer by name: templates that find threats in the model, and the ids of threats,
  /// those that nothing answers first.
  private func answerable(behind qualifier: String?) -> [CompletionItem] {
    guard context.startsValue else { return [] }
    let all = snapshot.compiled.risks.threats.map(\.threat)
    let threats = all.filter { $0.status == .open } + all.filter { $0.status != .open }
    let items = threats.compactMap { threat -> CompletionItem? in
      let path = model.path(threat.about)
      // The id of a flow without a name is none that could be written.
      if path.contains(">") || qualifier.map({ $0 != path }) ?? false { return nil }
      return CompletionItem(
        qualifier == nil ? threat.id : threat.name, .value,
        "\(threat.status.rawValue) — \(snapshot.sentence(threat))")
    }
    if qualifier != nil { return unused(items, behind: qualifier) }
    var known: Set<String> = []
    let templates = threats.compactMap(\.template)
      .filter { known.insert($0.name).inserted }
      .map { CompletionItem($0.name, .value, "a threat template, \($0.category.rawValue)") }
    return unused(templates.sorted { $0.label < $1.label } + items, behind: nil)
  }

  /// The flows between the same elements, which the flow around the offset can run over; nil where its ends
  /// are not known.
  private func carriers(behind qualifier: String?) -> [CompletionItem]? {
    guard let id = model.declaration(at: offset, in: file), let flow = model.graph.flow(id) else {
      return nil
    }
    let ends: Set = [flow.source, flow.target]
    return offers.names([.flow], behind: qualifier) { other in
      guard other != id, let carrier = model.graph.flow(other) else { return false }
      // One that runs over this flow would lead round in a circle.
      return [carrier.source, carrier.target] == ends
        && !model.references(other, .over).contains(id)
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

  private var offers: NameOffers {
    NameOffers(model: model, place: model.declaration(at: offset, in: file))
  }

  /// The elements and interfaces that a flow can end at: an interface of a boundary is no end.
  private func ends(behind qualifier: String?) -> [CompletionItem] {
    offers.names([.external, .process, .store, .interface], behind: qualifier) { id in
      model[id].keyword != .interface
        || model[id].parent.map { model[$0].keyword.isElement } == true
    }
  }
}
