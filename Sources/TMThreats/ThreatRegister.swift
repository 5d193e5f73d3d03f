// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// All threats of a model: generated from the templates, with the author's triage and own threats.
package struct ThreatRegister: Sendable {
  /// By what they are about, then by category and name: the order does not depend on where anything
  /// is declared.
  package let threats: [Threat]
  /// Triage that names no threat, with the names that it could have.
  package let staleTriage: [StaleTriage]
  /// What built-in templates of CIA ask of things of which a threat under STRIDE asks it already.
  package let merged: [MergedThreat]
  /// What a policy does not ask, by the order of the subjects.
  package let exempted: [ExemptedThreat]
  /// Ids that would ask of another flow between the same elements what one asks already: that one.
  package let repeated: [String: String]
  package let library: TemplateLibrary
  /// What was asked of which subject.
  let asked: AskedTemplates

  /// The same register with its threats in another state, such as before an approval.
  package func with(_ threats: [Threat]) -> ThreatRegister {
    ThreatRegister(self, threats)
  }

  private init(_ other: ThreatRegister, _ threats: [Threat], asked: AskedTemplates? = nil) {
    self.threats = threats
    staleTriage = other.staleTriage
    merged = other.merged
    exempted = other.exempted
    repeated = other.repeated
    library = other.library
    self.asked = asked ?? other.asked
  }

  /// - Parameter day: the day on which exemptions may have ended; nil where every one holds.
  package init(_ model: Model, on day: CalendarDate? = nil) {
    var generator = ThreatGenerator(model, TemplateLibrary(model), on: day)
    _ = generator.generate { true }
    self.init(&generator)
  }

  /// The register, or nil as soon as nobody wants it any more: asked now and then.
  ///
  /// - Parameter earlier: that of the text before, which counts where only words changed.
  package init?(_ model: Model, after earlier: ThreatRegister? = nil, while isWanted: () -> Bool) {
    if let earlier, earlier.holds(for: model) {
      self.init(earlier, earlier.threats, asked: earlier.asked.kept(for: model))
      return
    }
    var generator = ThreatGenerator(model, TemplateLibrary(model), after: earlier?.asked)
    guard generator.generate(while: isWanted) else { return nil }
    self.init(&generator)
  }

  /// Whether the threats are those of another model too: between the two, words changed by which nothing is
  /// decided.
  package func holds(for other: Model) -> Bool {
    let model = asked.model
    guard library.diagnostics.isEmpty, model.answersAreReliable,
      let rewording = Rewording(of: model, to: other)
    else { return false }
    return rewording.isOnlyShown(in: model)
  }

  private init(_ generator: inout ThreatGenerator) {
    generator.followStale()
    generator.refuseBlankets()
    library = generator.library
    threats = generator.threats
    staleTriage = generator.stale
    merged = generator.merged
    exempted = generator.exempted
    repeated = generator.repeated
    asked = generator.asked
  }
}

/// Applies every template to every subject.
private struct ThreatGenerator {
  private let model: Model
  let library: TemplateLibrary
  private let evaluators: TemplateEvaluators
  private let controls: AppliedControls
  private let choice: MethodChoice
  private let decisions: Decisions
  private let replacements: Replacements
  private let screens: SameScreen
  private(set) var threats: [Threat] = []
  /// The threats of the subject at hand.
  private var found: [Threat] = []
  private(set) var stale: [ThreatRegister.StaleTriage] = []
  private(set) var merged: [ThreatRegister.MergedThreat] = []
  private(set) var exempted: [ThreatRegister.ExemptedThreat] = []
  private let exemptions: Exemptions
  private let cover: MethodCover
  /// What was asked of the subjects, and the same of an earlier text where it holds still.
  private(set) var asked: AskedTemplates
  private let known: AskedTemplates?
  /// What is asked once for an element or two, and the ids that ask it: where it is answered, where not.
  private var questions: [EndsQuestion: [Bool: String]] = [:]
  /// The ids that would ask the same again, with the one that asks it.
  private(set) var repeated: [String: String] = [:]
  /// What each category is called under the methods of the model.
  private let categories: [ThreatCategory: [ThreatCategory]]
  private let table: CategoryTable

  init(
    _ model: Model, _ library: TemplateLibrary, after earlier: AskedTemplates? = nil,
    on day: CalendarDate? = nil
  ) {
    self.model = model
    known = earlier.flatMap { $0.hold(for: model) ? $0.kept(for: model) : nil }
    asked = known ?? AskedTemplates(model)
    self.library = library
    evaluators = TemplateEvaluators(model)
    controls = AppliedControls(model)
    let choice = MethodChoice(model)
    self.choice = choice
    cover = MethodCover(choice)
    let table = CategoryTable(model)
    self.table = table
    categories = Dictionary(
      uniqueKeysWithValues: table.all.map { ($0, choice.categories($0)) })
    decisions = Decisions(model)
    exemptions = Exemptions(model, on: day)
    replacements = Replacements(library.templates, PolicyAuthority(model))
    screens = SameScreen(model)
  }

  /// Asks all templates of all subjects; false where somebody lost interest before the end.
  mutating func generate(while isWanted: () -> Bool) -> Bool {
    var bySubject = ThreatRegister.subjects.map { keyword in
      let chosen = library.templates.filter {
        $0.appliesTo.contains(keyword) && $0.replaces.isEmpty
          && choice.isChosen($0)
      }
      // Those that others may cover come last.
      return TemplateConditions(
        chosen.filter { !isCoverable($0) } + chosen.filter(isCoverable), model)
    }
    var rows: [(path: String, threats: [Threat])] = []
    for (number, (path, id)) in subjects().enumerated() {
      if number % 64 == 0, !isWanted() { return false }
      guard let index = ThreatRegister.subjects.firstIndex(of: model[id].keyword) else { continue }
      generate(id, number, path, &bySubject[index])
      found.sort { ($0.category, $0.name) < ($1.category, $1.name) }
      rows.append((path, found))
      found.removeAll(keepingCapacity: true)
    }
    threats = rows.sorted { $0.path < $1.path }.flatMap(\.threats)
    let atRest = AtRestCover(threats, model)
    threats.removeAll { threat in
      guard let other = atRest.cover(of: threat) else { return false }
      repeated[threat.id] = other
      return true
    }
    // Of several that one sentence asks, each says which it is about.
    let bySentence = Dictionary(grouping: questions, by: \.key.sentence)
    let divided = Set(
      bySentence.values.map { $0.flatMap(\.value.values) }.filter { $0.count > 1 }.joined())
    for index in threats.indices where divided.contains(threats[index].id) {
      threats[index].isOfOneFlow = true
    }
    return true
  }

  /// What threats can be about, by path; those with triage first, so that a question which several flows
  /// could ask stays where it was answered.
  private func subjects() -> [(path: String, id: EntityID)] {
    var triaged: [(path: String, id: EntityID)] = []
    var others: [(path: String, id: EntityID)] = []
    let kinds = KeywordSet(ThreatRegister.subjects)
    for id in model.allEntities where kinds.contains(model[id].keyword) {
      if model[id].keyword == .flow, model.graph.flow(id) == nil { continue }
      guard model.isInScope(id) else { continue }
      let isTriaged = model.children(id).contains { model[$0].keyword == .threat }
      if isTriaged {
        triaged.append((model.path(id), id))
      } else {
        others.append((model.path(id), id))
      }
    }
    return triaged.sorted { $0.path < $1.path } + others.sorted { $0.path < $1.path }
  }

  /// - Parameter number: the place of the subject among all.
  private mutating func generate(
    _ id: EntityID, _ number: Int, _ path: String, _ conditions: inout TemplateConditions
  ) {
    let triage = triage(of: id)
    if known == nil { asked.append(conditions.hits(of: id, in: model)) }
    for hit in asked[number] {
      add(conditions.rows[hit.row].template, Subject(id, hit.direction), path, triage)
    }
    if triage.isEmpty { return }
    let used = Set(found.compactMap(\.triage))
    let names = found.map(\.name)
    for entity in model.children(id, .threat) where !used.contains(entity) {
      addOwn(entity, id, path, names)
    }
  }

  private func triage(of id: EntityID) -> [String: EntityID] {
    Dictionary(
      model.children(id, .threat).map { (model.name($0), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Adds the threat of a template whose condition holds, in the words of the template that replaces it
  /// here.
  private mutating func add(
    _ general: ThreatTemplate, _ subject: Subject, _ path: String,
    _ decisions: [String: EntityID]
  ) {
    if general.ways == .once, model.sharedPath(of: subject.entity) != nil,
      !replacements.asksApart(general, subject, in: model, evaluators)
    {
      return
    }
    let name =
      switch subject.direction {
      case .forwards: general.name
      case .backwards: general.name + "-reverse"
      }
    if isCoverable(general), let index = cover.index(of: general, subject, in: found) {
      merged.append(.init(subject: subject, name: name, cover: found[index].name))
      // What was decided while the other method was not chosen still counts.
      if let triage = decisions[name], found[index].triage == nil {
        found[index] = decided(found[index].triaged(by: triage))
      }
      return
    }
    // What somebody decided about it stays, beside a question that is only near.
    if decisions[name] == nil, let near = cover.near(general, subject, in: found) {
      merged.append(.init(subject: subject, name: name, cover: near))
      return
    }
    let choice = replacements.choice(for: general, subject, in: model, evaluators)
    let template = choice?.template ?? general
    if let exemption = exemptions.exemption(
      fromTemplate: [general.name, template.name], for: subject)
    {
      exempted.append(
        .init(
          subject: subject, name: name, exemption: exemption.entity, until: exemption.until))
      return
    }
    let former = general.formerNames.map { subject.direction == .forwards ? $0 : $0 + "-reverse" }
    let threat = Threat(
      id: path + "." + name, name: name, subject: subject, spoken: choice?.spoken,
      category: template.category,
      categories: categories[template.category] ?? [], status: .open, reason: .unanswered,
      controls: [], triage: nil, formerNames: former, template: template,
      general: choice.map { _ in general })
    if let question = EndsQuestion(general, subject, in: model) {
      let isAnswered = isAnswered(threat)
      if let first = questions[question]?[isAnswered] {
        repeated[threat.id] = first
        return
      }
      questions[question, default: [:]][isAnswered] = threat.id
    }
    if let other = screens.other(than: subject, general) {
      repeated[threat.id] = "\(model.path(other)).\(name)"
      return
    }
    let triage = decisions[name] ?? former.lazy.compactMap { decisions[$0] }.first
    found.append(decided(triage.map(threat.triaged) ?? threat))
  }

  /// Whether another method may ask the same: of a built-in template of CIA alone, or of one per
  /// element beside the method per interaction. One of the model's own says something that its author
  /// wants to see.
  private func isCoverable(_ template: ThreatTemplate) -> Bool {
    template.isBuiltIn && (template.methods == [.cia] || choice.isCoarse(template))
  }

  /// A threat with its controls and status, as triage, decisions, controls and properties make it.
  private func decided(_ undecided: Threat) -> Threat {
    var threat = undecided
    answer(&threat)
    // What somebody decided about this one threat stands alone: a decision about many must not lend
    // it a score, a control or a lesser harm.
    if let triage = threat.triage,
      let status = model.word(triage, .status).flatMap(ThreatStatus.init)
    {
      claim(status, of: &threat, by: triage, .triage)
      return threat
    }
    threat.decisions = decisions.covering(threat)
    if let decision = threat.decisions.first {
      if model.entry(decision, .controls) != nil { answer(&threat) }
      if let status = model.word(decision, .status).flatMap(ThreatStatus.init) {
        claim(status, of: &threat, by: decision, .decision(decision))
      }
    }
    return threat
  }

  /// Names for stale triage what asks it now, once all threats are known.
  mutating func followStale() {
    if stale.isEmpty { return }
    let successors = Successors(model, threats)
    for index in stale.indices {
      stale[index].successor =
        successors.successor(of: stale[index].entity)
        ?? repeated[model.fullPath(stale[index].entity)]
    }
  }

  /// Finds what answers a threat of itself: a control that is in place, or a property.
  private func answer(_ threat: inout Threat) {
    (threat.controls, threat.idleControls) = controls.controls(for: threat)
    (threat.status, threat.reason) = (.open, .unanswered)
    if let control = threat.controls.first(where: controls.isInPlace) {
      (threat.status, threat.reason) = (.mitigated, .control(control))
    } else if let answer = threat.template?.answers.firstIndex(where: {
      evaluators.connection.holds($0, for: threat.subject)
    }) {
      (threat.status, threat.reason) = (.mitigated, .property(answer: answer))
    }
  }

  /// Takes a status over from a triage or decision. "Mitigated" is believed where something effective
  /// answers the threat, or where a reason stands in the place of controls, or beside controls of which nothing
  /// is known; "not applicable" and "avoided" where there is a reason.
  private func claim(
    _ status: ThreatStatus, of threat: inout Threat, by entity: EntityID, _ reason: Threat.Reason
  ) {
    let isBelieved: Bool
    switch status {
    case .mitigated:
      let isWord = controls.areOnlyUnshown(of: threat, claimedBy: entity)
      isBelieved = threat.status == .mitigated || isWord && threat.rationale(in: model) != nil
    // Nothing but the reason closes it.
    case .notApplicable, .avoided: isBelieved = threat.rationale(in: model) != nil
    case .open, .accepted, .transferred: isBelieved = true
    }
    if isBelieved {
      (threat.status, threat.reason) = (status, reason)
    } else {
      (threat.status, threat.reason) = (.open, .refused(entity, as: status))
    }
  }

  /// Reopens what a decision calls mitigated by its words alone, where it is about several questions of
  /// several things: one reason cannot be the measure against each of them.
  mutating func refuseBlankets() {
    let places = threats.indices.filter { index in
      guard case .decision = threats[index].reason else { return false }
      return threats[index].status == .mitigated && !isAnswered(threats[index])
    }
    let byDecision = Dictionary(grouping: places) { threats[$0].decisions.first }
    for (decision, places) in byDecision {
      guard let decision, Blanket(places.map { threats[$0] }).isBlanket else { continue }
      for place in places {
        (threats[place].status, threats[place].reason) = (
          .open, .refused(decision, as: .mitigated)
        )
      }
    }
  }

  /// Whether a control or a property answers a threat, whatever somebody decided.
  private func isAnswered(_ threat: Threat) -> Bool {
    var undecided = threat
    answer(&undecided)
    return undecided.status == .mitigated
  }

  /// A threat of the author's own, or triage of a threat that does not exist.
  private mutating func addOwn(
    _ entity: EntityID, _ id: EntityID, _ path: String, _ names: [String]
  ) {
    let name = model.name(entity)
    guard let category = table.category(of: entity) else {
      let cover = merged.first { $0.subject.entity == id && $0.name == name }?.cover
      stale.append(.init(entity: entity, names: names, cover: cover))
      return
    }
    let threat = Threat(
      id: "\(path).\(name)", name: name, subject: Subject(id), spoken: nil,
      category: category,
      categories: categories[category] ?? [], status: .open, reason: .unanswered, controls: [],
      triage: entity, formerNames: [], template: nil, general: nil)
    found.append(decided(threat))
  }
}

extension ThreatRegister {
  /// What threats can be about.
  package static let subjects: [Keyword] = [.flow, .external, .process, .store, .interface, .asset]
}
