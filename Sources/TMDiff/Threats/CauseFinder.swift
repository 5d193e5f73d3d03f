// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// Finds the change that a threat is different for: the nearest one that can have that effect.
struct CauseFinder {
  private let pairs: Correspondence
  private let causes: ChangeIndex

  init(_ pairs: Correspondence, _ causes: ChangeIndex) {
    self.pairs = pairs
    self.causes = causes
  }

  /// The position of the change; nil where none is known.
  func cause(_ before: AssessedThreat?, _ after: AssessedThreat?) -> Int? {
    if let cause = causeOfPresence(before?.threat, after?.threat) { return cause }
    if let before, let after, let cause = causeOfAnswer(before.threat, after.threat) {
      return cause
    }
    if let cause = causeOfRating(before, after) { return cause }
    return causeAround(before?.threat, after?.threat)
  }

  /// What it is about came or went.
  private func causeOfPresence(_ before: Threat?, _ after: Threat?) -> Int? {
    if let after, pairs.counterpart(after.about, from: .new) == nil {
      return causes.ofNew(after.about)
    }
    if let before, pairs.counterpart(before.about, from: .old) == nil {
      return causes.ofOld(before.about)
    }
    // A threat of the author's own.
    if let after, before == nil, after.template == nil {
      return after.triage.flatMap { causes.ofNew($0) }
    }
    if let before, after == nil, before.template == nil {
      return before.triage.flatMap { causes.ofOld($0) }
    }
    return nil
  }

  /// What answered it, or answers it now, is another one.
  private func causeOfAnswer(_ before: Threat, _ after: Threat) -> Int? {
    guard before.status != after.status else { return nil }
    let found: Int? =
      switch before.reason {
      case .control(let control): causes.effectOfOld(control)
      case .decision(let decision): causes.effectOfOld(decision)
      case .triage: before.triage.flatMap { causes.effectOfOld($0) }
      case .refused(let entity, _): causes.effectOfOld(entity)
      case .unanswered, .property, .unapproved, .expired: nil
      }
    if let found { return found }
    return switch after.reason {
    case .control(let control): causes.effectOfNew(control)
    case .decision(let decision): causes.effectOfNew(decision)
    case .triage: after.triage.flatMap { causes.effectOfNew($0) }
    case .refused(let entity, _): causes.effectOfNew(entity)
    case .unanswered, .property, .unapproved, .expired: nil
    }
  }

  /// A statement that rates or decides it, a control that went, a hazard.
  private func causeOfRating(_ before: AssessedThreat?, _ after: AssessedThreat?) -> Int? {
    guard let before, let after else { return nil }
    for statement in after.threat.statements {
      if let cause = causes.effectOfNew(statement) { return cause }
    }
    for statement in before.threat.statements {
      if let cause = causes.effectOfOld(statement) { return cause }
    }
    for control in before.threat.controls {
      if let cause = causes.effectOfOld(control) { return cause }
    }
    for hazard in after.hazards {
      if let cause = causes.effectOfNew(hazard) { return cause }
    }
    for hazard in before.hazards {
      if let cause = causes.effectOfOld(hazard) { return cause }
    }
    return nil
  }

  // MARK: - What lies around it

  private func causeAround(_ before: Threat?, _ after: Threat?) -> Int? {
    if let after, let cause = cause(around: after, on: .new) { return cause }
    if let before, let cause = cause(around: before, on: .old) { return cause }
    if let system = pairs.new.system, let cause = causes.effectOfNew(system) { return cause }
    return causes.policy
  }

  private func cause(around threat: Threat, on side: Side) -> Int? {
    let model = pairs.model(side)
    let subject = threat.about
    if let cause = effect(subject, side) { return cause }
    let ends = ends(of: subject, model)
    // What moved, or has something else around it, crosses other boundaries and lies in another zone.
    for end in ends {
      if let cause = displacement(of: end, side) { return cause }
    }
    let facts = SubjectFacts(model)
    var near = ends + model.interfaces(of: subject) + facts.assets(of: subject)
    near += model.stores(of: subject)
    near += facts.boundaries(of: threat.subject)
    for end in ends {
      near += model.ancestors(end)
      near += model.children(end, .interface) + model.children(end, .component)
    }
    near += near.flatMap { model.references($0, .zone) }
    if let template = threat.template?.entity, !model.isBuiltIn(template) { near.append(template) }
    for place in near {
      if let cause = effect(place, side) { return cause }
    }
    // A flow that came or went makes its ends reachable, or takes that away.
    for flow in ends.flatMap({ Array(model.graph.incoming($0)) + Array(model.graph.outgoing($0)) })
    {
      if let cause = effect(flow.entity, side) { return cause }
      for end in [flow.source, flow.target] {
        if let cause = displacement(of: end, side) { return cause }
      }
    }
    return nil
  }

  private func ends(of subject: EntityID, _ model: Model) -> [EntityID] {
    if let flow = model.graph.flow(subject) { return [flow.source, flow.target] }
    if model[subject].keyword == .interface, let element = model[subject].parent {
      return [element]
    }
    if model[subject].keyword == .asset { return model.stores(of: subject) }
    return [subject]
  }

  private func effect(_ id: EntityID, _ side: Side) -> Int? {
    if pairs.model(side).isBuiltIn(id) { return nil }
    return switch side {
    case .old: causes.effectOfOld(id)
    case .new: causes.effectOfNew(id)
    }
  }

  private func displacement(of id: EntityID, _ side: Side) -> Int? {
    switch side {
    case .old:
      guard let now = pairs.counterpart(id, from: .old) else { return causes.ofOld(id) }
      return causes.move(of: now) ?? causes.enclosure(of: id, now)
    case .new:
      guard let then = pairs.counterpart(id, from: .new) else { return causes.ofNew(id) }
      return causes.move(of: id) ?? causes.enclosure(of: then, id)
    }
  }
}
