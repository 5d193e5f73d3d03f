// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// What several chapters say in the same words: names that lead to their entries, counts, ratings.
package struct ReportPhrases {
  let source: ReportSource
  let model: Model
  let book: RegisterBook
  /// The facets of each threat, in the order of the register.
  let facets: [ReportFacets]
  /// How many threats concern a declaration, by its path.
  private let about: [String: Int]

  package init(_ source: ReportSource) {
    self.source = source
    model = source.model
    let book = RegisterBook(source.model, source.risks)
    self.book = book
    facets = source.risks.threats.map { ReportFacets(RegisterEntry(assessed: $0, book: book)) }
    var about: [String: Int] = [:]
    for path in facets.flatMap({ Set($0.about) }) { about[path, default: 0] += 1 }
    self.about = about
  }

  // MARK: - Names

  /// The id of a declaration, leading to its entry.
  func id(_ id: EntityID) -> ReportText {
    let path = book.facts.path(id)
    return anchor(id).map { .reference(path, to: $0) } ?? .code(path)
  }

  /// The title of a declaration, leading to its entry.
  package func title(_ id: EntityID) -> ReportText {
    anchor(id).map { .reference(model.title(id), to: $0) } ?? .words(model.title(id))
  }

  /// Where the report says what a declaration is; nil for what has no entry of its own.
  private func anchor(_ id: EntityID) -> ReportAnchor? {
    let path = book.facts.path(id)
    switch model[id].keyword {
    case .zone, .asset, .hazard, .boundary, .external, .process, .store, .interface,
      .component,
      .flow, .control, .requirement, .verification, .assumption:
      return .declaration(path)
    case .view: return source.pictures.contains { $0.id == path } ? .picture(path) : nil
    case .matrix, .row: return .section("scoring")
    case .model: return .chapter("scope")
    case .policy, .exempt: return .section("acceptance")
    case .category: return .section("method-choice")
    case .import, .threat, .threatTemplate, .decision, .document, .rule: return nil
    }
  }

  /// The title, and below it the id, of the entry of a declaration itself.
  func heading(_ id: EntityID) -> [ReportText] {
    let path = book.facts.path(id)
    guard let title = model.ownTitle(id) else { return [.code(path)] }
    return [.words(title), .lineBreak, .code(path)]
  }

  package func ids(_ ids: [EntityID]) -> [ReportText] { Self.list(ids.map { [id($0)] }) }

  func titles(_ ids: [EntityID]) -> [ReportText] { Self.list(ids.map { [title($0)] }) }

  /// The id of a threat, leading to its row of the register.
  package func threat(_ threat: Threat) -> ReportText {
    .reference(threat.id, to: .threat(threat.id))
  }

  /// The sentence of a threat, leading to its row of the register, and below it the id.
  func entry(of threat: Threat) -> [ReportText] {
    [
      .reference(book.facts.title(threat), to: .threat(threat.id)), .lineBreak, .code(threat.id),
    ]
  }

  /// The requirements that some controls satisfy, each once, by path.
  func requirements(of controls: [EntityID]) -> [EntityID] {
    Set(controls.flatMap { model.references($0, .satisfies) })
      .sorted { book.facts.path($0) < book.facts.path($1) }
  }

  /// What verifies controls or requirements, each once, with its result where it did not pass.
  func evidence(_ places: [EntityID]) -> [ReportText] {
    var found: [Evidence] = []
    for evidence in places.flatMap(model.evidence) where !found.contains(evidence) {
      found.append(evidence)
    }
    return Self.list(
      found.map { evidence in
        switch evidence {
        case .elsewhere(let text): return [.words(text)]
        case .declared(let id):
          let result = model.result(of: evidence)
          return [self.id(id)] + (result == .passed ? [] : [.strong(" \(result.rawValue)")])
        }
      })
  }

  /// Pieces one after another, with commas between them.
  static func list(_ pieces: [[ReportText]]) -> [ReportText] {
    Array(pieces.joined(separator: [.words(", ")]))
  }

  /// That what is left of a threat is beyond what the policy accepts, in a line of its own.
  static func acceptance(_ assessed: AssessedThreat) -> [ReportText] {
    guard assessed.isAcceptable == false else { return [] }
    return [
      .lineBreak,
      assessed.isWeighed
        ? .words("beyond the policy, benefit weighed") : .strong("not acceptable"),
    ]
  }

  package static func words(_ words: [String]) -> [ReportText] {
    words.isEmpty ? [] : [.words(words.joined(separator: ", "))]
  }

  /// The text of a property; empty where it is not stated.
  package func text(_ id: EntityID, _ property: Property) -> [ReportText] {
    model.text(id, property).map { [.words($0)] } ?? []
  }

  /// The addresses and references of `link`.
  func links(_ id: EntityID) -> [ReportText] {
    Self.list(book.links(id).map { [.link($0)] })
  }

  /// All declarations of a kind, by path.
  func byPath(_ keyword: Keyword) -> [EntityID] {
    model.all(keyword).sorted { book.facts.path($0) < book.facts.path($1) }
  }

  // MARK: - Details

  /// The `///` text of a declaration, then those of some properties that it states.
  package func details(_ id: EntityID, _ properties: [Property]) -> [ReportFact] {
    var facts = model.documentation(id).map { [ReportFact("Description", [.words($0)])] } ?? []
    for property in properties {
      let value = value(id, property)
      if !value.isEmpty { facts.append(ReportFact(property.heading, value)) }
    }
    return facts
  }

  /// What a property states, its references leading to their entries.
  private func value(_ id: EntityID, _ property: Property) -> [ReportText] {
    Self.list(
      model.values(id, property).compactMap { value -> [ReportText]? in
        switch value.content {
        case .word, .boolean: model.word(value).map { [.words($0)] }
        case .text(let text): [.words(text)]
        case .number(let number):
          [.words(number == number.rounded() ? "\(Int(number))" : "\(number)")]
        case .date(let date): [.words("\(date)")]
        case .entity(let target): [self.id(target)]
        case .condition, .invalid: nil
        }
      })
  }

  // MARK: - Counts

  /// "1 threat", "2 threats".
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// How many threats there are with what `filter` says, leading to them.
  package static func threats(_ number: Int, _ filter: ReportFacets) -> ReportText {
    let words = count(number, "threat")
    return number == 0 ? .words(words) : .reference(words, to: .threats(filter))
  }

  /// The same as a bare number, for tables.
  package static func number(_ number: Int, _ filter: ReportFacets) -> ReportText {
    number == 0 ? .words("0") : .reference("\(number)", to: .threats(filter))
  }

  /// The number of threats about a flow, or that nobody asks for them there.
  func threatCount(about flow: Flow) -> [ReportText] {
    silence(about: flow).map { [.words($0)] } ?? threatCount(about: flow.entity)
  }

  /// Why a flow has no threat, where no method looks at it; nil where there are some, or none were found.
  func silence(about flow: Flow) -> String? {
    if (about[book.facts.path(flow.entity)] ?? 0) > 0 { return nil }
    if !model.isInScope(flow.entity) { return "out of scope" }
    return model.graph.crosses(flow) ? nil : "not asked"
  }

  /// How many threats there are about one declaration, leading to them.
  func threatCount(about id: EntityID) -> [ReportText] {
    let path = book.facts.path(id)
    let facets = ReportFacets(about: [path])
    return [Self.number(about[path] ?? 0, facets)]
  }

  // MARK: - Ratings

  static func score(_ rating: Rating?) -> [ReportText] {
    rating.map { [.score($0.score.value, severity: $0.severity.rawValue)] } ?? []
  }

  /// Score, or exploitability where there is none, and the cell of the matrix.
  static func weight(
    _ rating: Rating?, _ exploitability: ExploitabilityLevel?, _ risk: String?
  ) -> [ReportText] {
    var text = score(rating)
    if text.isEmpty, let exploitability {
      text = [.words("exploitability "), .level(exploitability.rawValue)]
    }
    if let risk { text += (text.isEmpty ? [] : [.lineBreak]) + [.words(risk)] }
    return text
  }

  // MARK: - What is missing

  static func missing(_ text: ReportText...) -> ReportBlock { .note(.missing, text) }
  package static func gap(_ text: ReportText...) -> ReportBlock { .note(.gap, text) }
}

extension ReportFacets {
  /// What a reader can choose a threat by.
  init(_ entry: RegisterEntry) {
    let (threat, facts) = (entry.threat, entry.book.facts)
    self.init(
      about: [facts.path(threat.about)] + entry.elements + entry.interfaces + facts.assets(threat)
        + facts.boundaries(threat) + threat.controls.map(facts.path)
        + entry.assessed.hazards.map(facts.path),
      status: threat.status.rawValue, categories: threat.categories.map(\.rawValue),
      zones: entry.zones, severity: entry.assessed.current?.severity.rawValue,
      acceptance: entry.assessed.isAcceptable.map { $0 ? .acceptable : .unacceptable })
  }
}

extension Property {
  /// The name as the heading of a fact: "End of support".
  var heading: String {
    let words = word.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
