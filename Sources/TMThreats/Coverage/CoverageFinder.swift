// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Looks up the threats of each subject and category, and asks the templates why there are none.
struct CoverageFinder {
  let categories: [ThreatCategory]
  private let model: Model
  private let register: ThreatRegister
  private let evaluators: TemplateEvaluators
  private let choice: MethodChoice
  private let facts: SubjectFacts
  private let bySubject: [EntityID: [Int]]
  /// Templates with threats of their own, by kind and category.
  private let templates: [Question: [ThreatTemplate]]
  /// The names of those that a policy turns off.
  private let turnedOff: [Question: [String]]

  private struct Question: Hashable {
    let keyword: Keyword
    let category: ThreatCategory
  }

  init(_ model: Model, _ register: ThreatRegister) {
    self.model = model
    self.register = register
    evaluators = TemplateEvaluators(model)
    let choice = MethodChoice(model)
    self.choice = choice
    facts = SubjectFacts(model)
    bySubject = Dictionary(grouping: register.threats.indices) { register.threats[$0].about }
    let occurring = Set(register.threats.flatMap(\.categories))
    let table = CategoryTable(model)
    // A category that somebody declared is looked at in every part.
    categories =
      ThreatCategory.ofMethods.filter {
        $0.isAsked(by: choice.methods) || occurring.contains($0)
      } + table.own
    var templates: [Question: [ThreatTemplate]] = [:]
    for template in register.library.templates where template.replaces.isEmpty {
      for keyword in template.appliesTo.members where choice.isChosen(template) {
        for category in choice.categories(template.category) {
          templates[Question(keyword: keyword, category: category), default: []].append(template)
        }
      }
    }
    self.templates = templates
    turnedOff = Self.turnedOff(model, table)
  }

  private static func turnedOff(
    _ model: Model, _ table: CategoryTable
  ) -> [Question: [String]] {
    let names = Set(model.policy.filter { $0.severity == nil }.map(\.name))
    var found: [Question: [String]] = [:]
    for id in model.all(.threatTemplate) where names.contains(model.name(id)) {
      guard let category = table.category(of: id) else { continue }
      for word in model.words(id, .appliesTo) {
        guard let keyword = Schema.keyword(word, inside: .boundary) else { continue }
        found[Question(keyword: keyword, category: category), default: []].append(model.name(id))
      }
    }
    return found
  }

  func rows() -> [Coverage.Row] {
    let kinds: [Keyword] = [.external, .process, .store, .flow, .asset]
    return kinds.flatMap { keyword in
      let subjects = model.all(keyword).filter { id in
        if keyword == .flow { return model.graph.flow(id) != nil }
        return keyword.isElement || bySubject[id] != nil
      }
      return subjects.map { (path: model.path($0), id: $0) }.sorted { $0.path < $1.path }
        .map { row($0.id) }
    }
  }

  private func row(_ id: EntityID) -> Coverage.Row {
    let own = ([id] + model.children(id, .interface)).flatMap { bySubject[$0] ?? [] }
    // Two parts of one element share flows and assets.
    let around = Set(surroundings(id).flatMap { bySubject[$0] ?? [] }).sorted()
    return Coverage.Row(
      subject: id, cells: categories.map { cell(id, $0, own: own, around: around) })
  }

  /// The flows of an element, the assets it keeps or handles, and the same of what it is made of.
  private func surroundings(_ id: EntityID) -> [EntityID] {
    guard model[id].keyword.isElement else { return model.sharedPath(of: id).map { [$0] } ?? [] }
    var found = flows(of: id) + facts.assets(of: id)
    for part in model.children(id) where model[part].keyword.isElement {
      found += [part] + model.children(part, .interface) + surroundings(part)
    }
    return found
  }

  private func flows(of id: EntityID) -> [EntityID] {
    model.graph.flows.filter { $0.source == id || $0.target == id }.map(\.entity)
  }

  /// The flows of an element and of what it is made of.
  private func flowsAround(_ id: EntityID) -> [EntityID] {
    flows(of: id)
      + model.children(id).filter { model[$0].keyword.isElement }.flatMap(flowsAround)
  }

  private func cell(
    _ id: EntityID, _ category: ThreatCategory, own: [Int], around: [Int]
  ) -> Coverage.Cell {
    let here = own.filter { register.threats[$0].categories.contains(category) }
    if !here.isEmpty { return .threats(here) }
    if !model.isInScope(id) { return .absent(.outOfScope) }
    let near = around.filter { register.threats[$0].categories.contains(category) }
    if !near.isEmpty { return .elsewhere(near) }
    if let other = model.sharedPath(of: id) { return .absent(.sharedPath(other)) }
    let question = Question(keyword: model[id].keyword, category: category)
    let unmet = (templates[question] ?? []).map { self.unmet($0, id) }
    if !unmet.isEmpty {
      return .absent(.conditions(unmet.sorted { $0.clauses.count < $1.clauses.count }))
    }
    if let names = turnedOff[question] { return .absent(.turnedOff(names)) }
    let flows = model[id].keyword.isElement ? Set(flowsAround(id)).count : 0
    if category.isAskedOfFlows(by: choice.methods), flows > 0 {
      return .absent(.flowsHaveNone(flows: flows))
    }
    return category.isExpected(of: question.keyword) ? .gap : .absent(.notOfKind)
  }

  private func unmet(_ template: ThreatTemplate, _ id: EntityID) -> Coverage.Unmet {
    let evaluator = evaluators[template.ways, of: model[id].keyword]
    let clauses = template.when.map { evaluator.trace($0, for: Subject(id)) } ?? []
    return Coverage.Unmet(template: template, clauses: clauses.filter { !$0.holds })
  }
}

extension ThreatCategory {
  /// Whether one of the methods goes through the category.
  fileprivate func isAsked(by methods: [Method]) -> Bool {
    methods.contains { method in
      switch method {
      case .stridePerInteraction, .stridePerElement: Self.stride.contains(self)
      case .linddunPerInteraction, .linddunPerElement: Self.linddun.contains(self)
      case .cia: Self.cia.contains(self)
      }
    }
  }

  /// Whether one of the methods asks it of interactions rather than of elements.
  fileprivate func isAskedOfFlows(by methods: [Method]) -> Bool {
    methods.contains { method in
      switch method {
      case .stridePerInteraction: Self.stride.contains(self)
      case .linddunPerInteraction: Self.linddun.contains(self)
      case .stridePerElement, .linddunPerElement, .cia: false
      }
    }
  }

  /// Whether the tables per element have the category for this kind of element: STRIDE as in
  /// Shostack, Threat Modeling (2014), where a store can repudiate only as a log; LINDDUN as first
  /// published, without the categories that later took other names.
  fileprivate func isExpected(of keyword: Keyword) -> Bool {
    switch self {
    case .spoofing: [.external, .process].contains(keyword)
    case .repudiation: [.external, .process].contains(keyword)
    case .tampering, .informationDisclosure, .denialOfService, .dataDisclosure, .nonRepudiation,
      .detecting, .nonCompliance:
      [.process, .store, .flow].contains(keyword)
    case .elevationOfPrivilege: keyword == .process
    case .linking, .identifying: [.external, .process, .store, .flow].contains(keyword)
    case .unawareness: keyword == .external
    case .confidentiality, .integrity, .availability:
      [.external, .process, .store, .flow, .asset].contains(keyword)
    case .own: false
    }
  }
}
