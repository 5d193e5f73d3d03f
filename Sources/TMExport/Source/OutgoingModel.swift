// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMRegister
import TMRisk
import TMSource
import TMSyntax
import TMThreats

/// A model on its way into a format of another tool.
///
/// What a writer reads through it counts as carried; whatever nobody read is named as a loss in the end, so
/// a property that a writer does not know cannot vanish unseen.
final class OutgoingModel {
  let model: Model
  let risks: RiskRegister
  let book: RegisterBook
  var losses = ImportLosses()
  private var carried: Set<EntityID> = []
  private var read: [EntityID: Set<Property>] = [:]
  private var described: Set<EntityID> = []
  /// Whose encryption stands in the report already.
  var encryptionSaid: Set<EntityID> = []
  private var lines: [FileID: LineIndex] = [:]
  private var written: [Keyword: Int] = [:]
  private var issueCount = 0

  init(_ model: Model, _ risks: RiskRegister) {
    self.model = model
    self.risks = risks
    book = RegisterBook(model, risks)
  }

  // MARK: - What is there

  /// The title of the system.
  var title: String { model.system.map { model.title($0) } ?? "Threat model" }

  /// A short name of the system, for the id of a file.
  var name: String {
    let declared = model.system.map { model.name($0) } ?? ""
    return declared.isEmpty ? ImportedNames.slug(title) ?? "model" : declared
  }

  /// Declarations of a kind in source order, those of the program left out.
  func all(_ keyword: Keyword) -> [EntityID] {
    model.all(keyword).filter { !model.isBuiltIn($0) }
  }

  var elements: [EntityID] {
    model.allEntities.filter { model[$0].keyword.isElement && !model.isBuiltIn($0) }
  }

  func path(_ id: EntityID) -> String { book.facts.path(id) }

  /// The innermost boundary around an element.
  func boundary(around id: EntityID) -> EntityID? {
    model.boundaries(around: id).first { _ in true }
  }

  // MARK: - Reading

  /// Says that a declaration stands in the file.
  func carry(_ id: EntityID) {
    if carried.insert(id).inserted { written[model[id].keyword, default: 0] += 1 }
  }

  /// Says that properties stand in the file, or follow from what stands there.
  func carry(_ id: EntityID, _ properties: Property...) { carry(id, properties) }

  func carry(_ id: EntityID, _ properties: [Property]) {
    for property in properties { read[id, default: []].insert(property) }
  }

  func text(_ id: EntityID, _ property: Property) -> String? {
    carry(id, property)
    return model.text(id, property)
  }

  func word(_ id: EntityID, _ property: Property) -> String? {
    carry(id, property)
    return model.word(id, property)
  }

  func words(_ id: EntityID, _ property: Property) -> [String] {
    carry(id, property)
    return model.words(id, property)
  }

  func references(_ id: EntityID, _ property: Property) -> [EntityID] {
    carry(id, property)
    return model.references(id, property)
  }

  func boolean(_ id: EntityID, _ property: Property) -> Bool? {
    carry(id, property)
    return model.boolean(id, property)
  }

  /// The comment in front of a declaration.
  func description(_ id: EntityID) -> String? {
    described.insert(id)
    return model.documentation(id)
  }

  /// A link of a declaration with what stands before its colon: `td:1a` of `td:` gives `1a`.
  func link(_ id: EntityID, _ prefix: String) -> String? {
    let found = book.links(id).first { $0.hasPrefix(prefix) }
    return found.map { String($0.dropFirst(prefix.count)) }
  }

  /// What is written of a property that nobody read yet, as it stands in the model; each is a line of the
  /// report, since nothing but a person reads it there.
  func rest(of id: EntityID) -> [(property: Property, text: String)] {
    var found: [(Property, String)] = []
    for entry in model.entries(id) where !isRead(id, entry.property) {
      carry(id, entry.property)
      let text = source(of: entry, in: id)
      found.append((entry.property, text))
      lose(
        .keptAsText, "\(model[id].keyword.word) \(entry.property.word)", id, text,
        why: "the format has no field for it; it stands as a text")
    }
    return found
  }

  private func isRead(_ id: EntityID, _ property: Property) -> Bool {
    read[id]?.contains(property) ?? false
  }

  /// The values of a property as they are written, on one line.
  private func source(of entry: PropertyEntry, in id: EntityID) -> String {
    let whole = model.sources.text(model.syntax(entry, of: id).range)
    guard let colon = whole.firstIndex(of: ":") else { return ImportedText.condensed(whole) }
    return ImportedText.condensed(String(whole[whole.index(after: colon)...]))
  }

  // MARK: - Losses

  /// Adds a line about a declaration to the report.
  func lose(
    _ fate: ImportLoss.Fate, _ what: String, _ id: EntityID, _ value: String = "",
    target: String = "", why: String
  ) {
    losses.add(
      fate, what, at: model.fullPath(id), line: line(id), value, target: target, why: why)
  }

  private func line(_ id: EntityID) -> Int {
    let range = model.nameRange(id)
    if let index = lines[range.file] { return index.line(of: range.start) }
    let index = LineIndex(model.sources[range.file].bytes)
    lines[range.file] = index
    return index.line(of: range.start)
  }

  /// Names all that stands in the model and in no file of the format.
  ///
  /// - Parameter summed: kinds that the format is not about at all: one line says how many there are.
  func nameRest(summed: Set<Keyword> = []) {
    var sums: [Keyword: Int] = [:]
    for id in model.allEntities where !model.isBuiltIn(id) {
      let keyword = model[id].keyword
      if keyword == .import || keyword == .row { continue }
      guard carried.contains(id) else {
        if summed.contains(keyword) {
          sums[keyword, default: 0] += 1
        } else {
          lose(.dropped, keyword.word, id, model.ownTitle(id) ?? "", why: Self.reason(keyword))
        }
        continue
      }
      for entry in model.entries(id) where !isRead(id, entry.property) {
        lose(
          .dropped, "\(keyword.word) \(entry.property.word)", id, source(of: entry, in: id),
          why: "the format has no place for it")
      }
      if !described.contains(id), let text = model.documentation(id) {
        lose(
          .dropped, "\(keyword.word) description", id, text, why: "the format has no place for it")
      }
    }
    for keyword in Keyword.allCases {
      guard let count = sums[keyword] else { continue }
      losses.add(
        .dropped, "all of kind \(keyword.word) (\(count))", at: keyword.word, "\(count)",
        why: "the format is about something else")
    }
    let excuses = model.excuses.filter { !model.isBuiltIn($0.entity) }
    if !summed.isEmpty, !excuses.isEmpty {
      return losses.add(
        .dropped, "excuses", at: "excuses", "\(excuses.count)",
        why: "what silences a rule here has no meaning elsewhere")
    }
    for excuse in excuses {
      lose(
        .dropped, "excuse", excuse.entity, "\(excuse.rule): \(excuse.reason)",
        why: "what silences a rule here has no meaning elsewhere")
    }
  }

  private static func reason(_ keyword: Keyword) -> String {
    switch keyword {
    case .decision: "what it decided stands at each of the threats that it covers"
    case .threatTemplate: "the threats that follow from it stand in the file, the template does not"
    case .policy, .rule, .exempt: "rules of this program have no meaning elsewhere"
    case .view: "the file has one diagram, of the whole system"
    default: "the format has no place for it"
    }
  }

  // MARK: - What was written

  /// Issues are of no kind of declaration.
  func count(issues: Int) { issueCount = issues }

  var counts: [(count: Int, singular: String, plural: String)] {
    let sum = { (keywords: [Keyword]) in keywords.reduce(0) { $0 + (self.written[$1] ?? 0) } }
    let all = [
      (sum([.external, .process, .store]), "element", "elements"),
      (sum([.flow]), "flow", "flows"), (sum([.boundary]), "boundary", "boundaries"),
      (sum([.asset]), "asset", "assets"), (threatCount, "threat", "threats"),
      (sum([.control]), "control", "controls"),
      (sum([.requirement]), "requirement", "requirements"),
      (sum([.verification]), "verification", "verifications"),
      (sum([.component]), "component", "components"), (issueCount, "issue", "issues"),
    ]
    return all.filter { $0.0 > 0 }.map { (count: $0.0, singular: $0.1, plural: $0.2) }
  }

  /// How many threats stand in the file.
  var threatCount = 0
}
