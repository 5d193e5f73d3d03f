// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What a condition is evaluated for: a declaration, and of a two-way flow one of its directions.
package struct Subject: Hashable, Sendable {
  package let entity: EntityID
  package let direction: Direction

  package enum Direction: Sendable {
    case forwards
    /// From the right end of `a <-> b` to the left one.
    case backwards
  }

  @inlinable package init(_ entity: EntityID, _ direction: Direction = .forwards) {
    self.entity = entity
    self.direction = direction
  }
}

/// Evaluates conditions over a model.
package struct Evaluator: Sendable {
  let model: Model
  /// The threat that the conditions are about, if they are about one.
  let threat: (any ThreatSubject)?
  /// Whether a flow stands for the whole connection that it opens.
  let sight: Sight

  /// What a condition sees of a flow whose connection others use.
  package enum Sight: Int, CaseIterable, Sendable {
    /// What all of them carry and are for.
    case connection
    /// What those carry and are for that go in the direction of the subject.
    case direction
    /// What it carries and is for itself.
    case flow
  }

  package init(_ model: Model, sight: Sight = .connection) {
    self.model = model
    threat = nil
    self.sight = sight
  }

  /// An evaluator of conditions about a threat.
  package init(_ model: Model, about threat: any ThreatSubject) {
    self.model = model
    self.threat = threat
    sight = .connection
  }

  /// Whether a condition holds for the threat that the evaluator is about.
  package func holds(_ condition: Condition) -> Bool {
    guard let threat else { return false }
    return holds(condition, for: threat.about)
  }

  /// Whether a condition holds; false once the conditions of the model took too long, which is an error
  /// of its own: ``Model/conditionOverrun``.
  package func holds(_ condition: Condition, for subject: Subject) -> Bool {
    model.effort.evaluating(condition.range, about: threat, remembers: condition.remembers) { run in
      let subjects = SubjectStack(subject)
      guard condition.isConjunction else {
        return holds(condition.clauses[0].node, subjects, &run)
      }
      run.step()
      for clause in condition.clauses where !holds(clause.node, subjects, &run) { return false }
      return true
    }
  }

  /// Whether a clause of the condition at some place holds by itself.
  func holds(
    _ clause: CompiledClause, of condition: SourceRange, for subject: Subject
  ) -> Bool {
    model.effort.evaluating(condition, about: threat, remembers: clause.remembers) { run in
      holds(clause.node, SubjectStack(subject), &run)
    }
  }

  func holds(_ node: ConditionNode, _ subjects: SubjectStack, _ run: inout EvaluationRun) -> Bool {
    run.step()
    switch node {
    case .all(let nodes):
      for node in nodes where !holds(node, subjects, &run) { return false }
      return true
    case .any(let nodes):
      for node in nodes where holds(node, subjects, &run) { return true }
      return false
    case .not(let inner): return !holds(inner, subjects, &run)
    case .implies(let condition, let consequence):
      return !holds(condition, subjects, &run) || holds(consequence, subjects, &run)
    case .truth(let access): return isTrue(access, subjects)
    case .isKind(let access, let kinds): return isKind(access, kinds, subjects)
    case .isWord(let access, let words): return isWord(access, words, subjects, &run)
    case .isEntity(let access, let wanted):
      let found = entities(access, subjects)
      run.step(found.count * wanted.count)
      return found.contains(where: wanted.contains)
    case .compare(let access, let comparison, let number):
      return self.number(access, subjects).map { comparison.holds($0, number) } ?? false
    case .compareRank(let access, let comparison, let rank, let order):
      return ranks(access, order, subjects).contains { comparison.holds($0, rank) }
    case .compareDate(let access, let comparison, let date):
      return self.date(access, subjects).map { comparison.holds($0, date) } ?? false
    case .compareText(let access, .equal, let text)
    where access.isOnly(.threat(.computed(.id))):
      return threat.map { $0.id == text || $0.formerIDs.contains(text) } ?? false
    case .compareText(let access, let comparison, let text):
      return self.text(access, subjects).map { comparison.holds($0, text) } ?? false
    case .quantified(let quantified): return self.quantified(quantified, subjects, &run)
    }
  }

  private func quantified(
    _ quantified: ConditionNode.Quantified, _ subjects: SubjectStack, _ run: inout EvaluationRun
  ) -> Bool {
    guard let (start, attribute) = base(quantified.access, subjects) else {
      return quantified.condition != nil && quantified.quantifier == .all
    }
    guard let condition = quantified.condition else {
      return !entities(attribute, of: start).isEmpty
    }
    // The answer is the same for every row of a list around it that it does not name.
    let isRepeated = subjects.isNested || !quantified.access.way.isEmpty
    guard isRepeated else { return holds(condition, quantified, start, attribute, subjects, &run) }
    let question = EvaluationRun.Question(
      place: quantified.range, sight: sight, start: start,
      outer: quantified.outerLevels.isEmpty ? [] : quantified.outerLevels.map { subjects[$0] })
    if let answer = run.answers[question] { return answer }
    let answer = holds(condition, quantified, start, attribute, subjects, &run)
    if !run.isOver { run.remember(answer, to: question) }
    return answer
  }

  /// Whether any, or each, of what an attribute stands for fulfils a condition.
  private func holds(
    _ condition: ConditionNode, _ quantified: ConditionNode.Quantified, _ start: Subject,
    _ attribute: Attribute, _ subjects: SubjectStack, _ run: inout EvaluationRun
  ) -> Bool {
    let isAny = quantified.quantifier == .any
    let found = entities(attribute, of: start)
    run.step(found.count)
    for id in found {
      if run.isOver { return false }
      let member = member(id, of: attribute, of: start.entity)
      if holds(condition, subjects.pushing(member), &run) == isAny { return isAny }
    }
    return !isAny
  }

  // MARK: - Values

  /// Follows all steps but the last; nil where one of them leads nowhere.
  func base(_ access: Access, _ subjects: SubjectStack) -> (Subject, Attribute)? {
    var subject = subjects[access.level]
    if access.way.isEmpty { return (subject, access.last) }
    for step in access.way {
      guard let next = firstEntity(step, of: subject) else { return nil }
      // What a threat is about keeps its direction.
      subject = threat.flatMap { $0.about.entity == next ? $0.about : nil } ?? Subject(next)
    }
    return (subject, access.last)
  }

  /// The first of the declarations that an attribute stands for.
  private func firstEntity(_ attribute: Attribute, of subject: Subject) -> EntityID? {
    switch attribute {
    case .computed(.source): ends(subject)?.source
    case .computed(.target): ends(subject)?.target
    case .threat(.computed(.about)): threat?.about.entity
    case .property, .computed, .threat: entities(attribute, of: subject).first
    }
  }

  private func isKind(
    _ access: Access, _ kinds: KeywordSet, _ subjects: SubjectStack
  ) -> Bool {
    guard let (subject, attribute) = base(access, subjects) else { return false }
    switch attribute {
    case .computed(.source), .computed(.target):
      return firstEntity(attribute, of: subject).map { kinds.contains(model[$0].keyword) } ?? false
    case .property, .computed, .threat:
      return entities(attribute, of: subject).contains { kinds.contains(model[$0].keyword) }
    }
  }

  func entities(_ access: Access, _ subjects: SubjectStack) -> [EntityID] {
    guard let (subject, attribute) = base(access, subjects) else { return [] }
    return entities(attribute, of: subject)
  }

  func entities(_ attribute: Attribute, of subject: Subject) -> [EntityID] {
    let id = subject.entity
    switch attribute {
    case .property(.carries): return carried(subject)
    case .property(let property): return model.references(stating(property, for: id), property)
    case .threat(.stated(let property)):
      return stating(property).map { model.references($0, property) } ?? []
    case .threat(.computed(.about)): return threat.map { [$0.about.entity] } ?? []
    case .threat(.computed(let computed)): return threat?.entities(computed) ?? []
    case .computed(let computed):
      switch computed {
      case .source: return ends(subject).map { [$0.source] } ?? []
      case .target: return ends(subject).map { [$0.target] } ?? []
      case .crosses: return crossings(subject)
      case .via: return model.interfaces(of: id)
      case .boundary: return model.boundaries(around: id).first { _ in true }.map { [$0] } ?? []
      case .within:
        return model.graph.flow(id).flatMap(model.boundary(around:)).map { [$0] } ?? []
      case .flows: return flows(id)
      case .flowsIn: return model.graph.incoming(id).map(\.entity)
      case .flowsOut: return model.graph.outgoing(id).map(\.entity)
      case .interfaces: return model.children(id, .interface)
      case .components: return model.children(id, .component)
      case .element: return model[id].parent.map { [$0] } ?? []
      case .elements: return elements(inside: id)
      case .stores: return model.stores(of: id)
      case .authenticated:
        return model.references(stating(.authenticated, for: id), .authenticated)
      case .encrypted: return model.references(stating(.encrypted, for: id), .encrypted)
      case .id, .title, .twoWay, .serverAuthenticated, .recipientAuthenticated, .replayProof,
        .integrityProtected, .serverSide, .clearText, .wireless, .networked, .industrial, .zone,
        .trust,
        .physical, .debug, .sensitive, .secret, .personal, .accountable, .actedOn, .fromOutside,
        .inPerson, .calls, .serves, .supplies, .onBehalf:
        return []
      }
    }
  }

  private func ends(_ subject: Subject) -> (source: EntityID, target: EntityID)? {
    guard let flow = model.graph.flow(subject.entity) else { return nil }
    switch subject.direction {
    case .forwards: return (flow.source, flow.target)
    case .backwards: return (flow.target, flow.source)
    }
  }

  private func crossings(_ subject: Subject) -> [EntityID] {
    guard let flow = model.graph.flow(subject.entity) else { return [] }
    let boundaries = model.graph.crossings(of: flow).map(\.boundary)
    switch subject.direction {
    case .forwards: return boundaries
    case .backwards: return boundaries.reversed()
    }
  }

  private func flows(_ id: EntityID) -> [EntityID] {
    switch model[id].keyword {
    case .asset: return model.carriers(of: id)
    case .interface: return model.flows(through: id)
    default:
      var result = model.graph.outgoing(id).map(\.entity)
      let outgoing = Set(result)
      for flow in model.graph.incoming(id) where !outgoing.contains(flow.entity) {
        result.append(flow.entity)
      }
      return result
    }
  }

  private func elements(inside id: EntityID) -> [EntityID] {
    model.children(id).flatMap { child in
      (model[child].keyword.isElement ? [child] : []) + elements(inside: child)
    }
  }

  private func isTrue(_ access: Access, _ subjects: SubjectStack) -> Bool {
    guard let (subject, attribute) = base(access, subjects) else { return false }
    let id = subject.entity
    switch attribute {
    case .property(.carries): return !carried(subject).isEmpty
    case .property(let property): return isTrue(property, of: id)
    case .computed(let computed): return isTrue(computed, of: subject)
    case .threat(.stated(let property)):
      return stating(property).map { isTrue(property, of: $0) } ?? false
    case .threat(.computed(let computed)): return isTrue(computed)
    }
  }

  private func isTrue(_ property: Property, of id: EntityID) -> Bool {
    guard let value = model.values(stating(property, for: id), property).first else { return false }
    switch value.content {
    case .boolean(let boolean): return boolean
    case .word: return model.word(value) != "no"
    case .invalid: return false
    case .text(let text):
      switch property {
      case .because, .benefitRisk: return !text.givesNoReason
      case .approver, .transferredTo: return !text.namesNothing
      case .verifiedBy: return !text.showsNothing
      default: return text.contains { !$0.isWhitespace }
      }
    case .number, .date, .entity, .condition: return true
    }
  }

  func isTrue(_ attribute: ComputedAttribute, of subject: Subject) -> Bool {
    let id = subject.entity
    switch attribute {
    case .crosses: return model.graph.flow(id).map(model.graph.crosses) ?? false
    case .twoWay:
      guard let flow = model.graph.flow(id) else { return false }
      return sight == .flow ? flow.isTwoWay : model.isTwoWay(flow)
    case .authenticated: return authentication(subject).isPresent
    case .encrypted: return model.encryption(id).isPresent
    case .serverAuthenticated: return serverAuthentication(subject).isPresent
    case .recipientAuthenticated: return model.recipientAuthentication(subject).isPresent
    case .replayProof: return model.refusesRepeats(id)
    case .integrityProtected: return model.refusesChanges(id)
    case .serverSide: return model.graph.flow(id).map(model.isServerSide) ?? false
    case .clearText: return model.clearTextProtocol(id) != nil
    case .wireless:
      return model[id].keyword == .flow
        ? model.isWireless(flow: id) : model.isWireless(interface: id)
    case .networked:
      return model.protocols(of: id).contains(where: ProtocolFacts.networked.contains)
    case .industrial:
      return model.protocols(of: id).contains(where: ProtocolFacts.industrial.contains)
    case .zone: return model.zone(id) != nil
    case .trust: return model.trust(id) != nil
    case .physical:
      if model[id].keyword == .interface { return model.isPhysical(interface: id) }
      return model.graph.flow(id).map(model.isPhysicalSignal) ?? false
    case .debug: return model.isDebugPort(id)
    case .sensitive: return model.isSensitive(id)
    case .secret: return model.isSecret(id)
    case .personal: return model.isPersonal(id)
    case .accountable: return model.isAccountable(id)
    case .actedOn:
      return isActedOn(subject)
    case .fromOutside:
      return model.graph.flow(id).map { model.isFromOutside($0, subject.direction) }
        ?? model.isReachedFromOutside(id)
    case .inPerson: return model.graph.flow(id).map(model.isInPerson) ?? false
    case .calls: return calls(subject)
    case .onBehalf: return model.worksForOthers(id)
    case .serves: return !model.serves(id).isEmpty
    case .supplies: return !model.supplies(id).isEmpty
    case .id: return true
    case .title: return model.ownTitle(id) != nil
    case .source, .target, .via, .boundary, .within, .flows, .flowsIn, .flowsOut, .interfaces,
      .components,
      .element, .elements, .stores:
      return !entities(.computed(attribute), of: subject).isEmpty
    }
  }
}
