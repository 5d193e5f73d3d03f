// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Finds out why a threat is in a register, or why it is not.
package struct Explainer {
  private let model: Model
  private let register: ThreatRegister
  private let evaluators: TemplateEvaluators
  private let choice: MethodChoice
  private let controls: AppliedControls

  package init(_ model: Model, _ register: ThreatRegister) {
    self.model = model
    self.register = register
    evaluators = TemplateEvaluators(model)
    choice = MethodChoice(model)
    controls = AppliedControls(model)
  }

  /// Explains `<path of what it is about>.<name of the threat>`.
  package func explain(_ id: String) -> ExplanationResult {
    // A name can hold dots of its own (`tls-1.2`), so every dot may be the one before the threat.
    var unknown: ExplanationResult?
    for dot in id.indices.reversed() where id[dot] == "." {
      let path = String(id[..<dot])
      let name = String(id[id.index(after: dot)...])
      if path.isEmpty || name.isEmpty { continue }
      let subjects = SubjectNames(model).subjects(path)
      guard let subject = subjects.first else {
        let close = Suggestion.candidates(for: path, among: SubjectNames(model).all)
        unknown = unknown ?? .unknownSubject(path, suggestions: close)
        continue
      }
      guard subjects.count == 1 else {
        return .ambiguousSubject(path, paths: subjects.map { model.path($0) })
      }
      return explain(name, about: subject)
    }
    return unknown ?? .malformed
  }

  private func explain(_ name: String, about id: EntityID) -> ExplanationResult {
    let fullID = "\(model.path(id)).\(name)"
    let listed = register.threats.first { $0.about == id && $0.name == name }
    if let listed { return .found(explanation(fullID, listed)) }
    let (base, direction) = direction(of: name)
    let subject = Subject(id, direction)
    if let template = register.library.templates.first(where: { $0.name == base }) {
      let merged = register.merged.first { $0.subject == subject && $0.name == name }
      let exempted = register.exempted.first { $0.subject == subject && $0.name == name }
      let absence =
        merged.map { .merged(cover: $0.cover) } ?? exempted.map { .exempt($0.exemption) }
        ?? absence(template, subject)
      return .found(absent(fullID, subject, template, absence))
    }
    if let off = turnedOff(base) { return .found(absent(fullID, subject, nil, off)) }
    let names = register.threats.filter { $0.about == id }.map(\.name)
    let keyword = model[id].keyword
    let templates = register.library.templates.filter { $0.appliesTo.contains(keyword) }
    let close = Suggestion.candidates(for: name, among: names + templates.map(\.name))
    return .unknownThreat(name, subject: id, suggestions: close, names: names)
  }

  /// The template that a name stands for, and the direction of a two-way flow.
  private func direction(of name: String) -> (base: String, direction: Subject.Direction) {
    let suffix = "-reverse"
    let isTemplate = model.all(.threatTemplate).contains { model.name($0) == name }
    guard name.hasSuffix(suffix), !isTemplate else { return (name, .forwards) }
    return (String(name.dropLast(suffix.count)), .backwards)
  }

  private func explanation(_ id: String, _ threat: Threat) -> Explanation {
    let general = replaced(by: threat)
    return Explanation(
      id: id, subject: threat.subject, template: threat.template, verdict: .listed(threat),
      replaced: general?.name,
      clauses: clauses(general, threat.subject)
        + clauses(
          threat.template, threat.spoken ?? threat.subject,
          seen: threat.spoken == nil ? general?.ways : .eachFlow),
      answers: answers(threat.template, threat.subject),
      controls: threat.controls.map { control in
        .init(
          entity: control, status: model.word(control, .status),
          isInPlace: controls.isInPlace(control))
      },
      faults: threat.status == .open
        ? controls.faults(for: threat).map { .init(entity: $0.control, fault: $0.fault) } : [])
  }

  /// The general template under whose name a threat is listed in the words of another.
  private func replaced(by threat: Threat) -> ThreatTemplate? {
    guard let template = threat.template, !template.replaces.isEmpty else { return nil }
    let (base, _) = direction(of: threat.name)
    return register.library.templates.first { $0.name == base }
  }

  private func absent(
    _ id: String, _ subject: Subject, _ template: ThreatTemplate?, _ absence: Explanation.Absence
  ) -> Explanation {
    // A condition speaks about the kinds its template applies to, and says nothing of others.
    let isApt = template?.appliesTo.contains(model[subject.entity].keyword) ?? false
    return Explanation(
      id: id, subject: subject, template: template, verdict: .absent(absence), replaced: nil,
      clauses: isApt ? clauses(template, subject) : [], answers: [], controls: [],
      faults: [])
  }

  private func absence(_ template: ThreatTemplate, _ subject: Subject) -> Explanation.Absence {
    let keyword = model[subject.entity].keyword
    if !template.appliesTo.contains(keyword) { return .otherKind }
    if !model.isInScope(subject.entity) { return .outOfScope }
    if !template.replaces.isEmpty { return unlisted(template, subject) }
    let suffix = subject.direction == .backwards ? "-reverse" : ""
    let id = "\(model.path(subject.entity)).\(template.name)\(suffix)"
    if let first = register.repeated[id] { return .repeated(id: first) }
    if let other = model.sharedPath(of: subject.entity), template.ways != .eachFlow {
      return .sharedPath(other)
    }
    if !choice.isChosen(template) { return .otherMethod(chosen: choice.methods) }
    if subject.direction == .backwards {
      guard model.graph.flow(subject.entity).map(model.isTwoWay) == true else { return .oneWayOnly }
      if template.ways == .once { return .bothWaysAtOnce }
    }
    return .condition
  }

  private func turnedOff(_ name: String) -> Explanation.Absence? {
    guard let template = model.all(.threatTemplate).first(where: { model.name($0) == name }),
      let setting = model.policy.first(where: { $0.severity == nil && $0.name == name }),
      PolicyAuthority(model).mayTurnOff(setting)
    else { return nil }
    return .turnedOff(template: template, policy: setting.range)
  }

  /// Why a template that stands in for others is not listed under its own name.
  private func unlisted(
    _ template: ThreatTemplate, _ subject: Subject
  ) -> Explanation.Absence {
    let listed = register.threats.first { threat in
      threat.subject == subject && threat.template === template
    }
    if let listed { return .listedAs(id: listed.id) }
    let evaluator = evaluators[template.ways, of: model[subject.entity].keyword]
    let holds = template.when.map { evaluator.holds($0, for: subject) } ?? true
    return holds ? .nothingToReplace(names: template.replaces) : .condition
  }

  /// - Parameter ways: what the condition saw of a connection, where that is not what the template says.
  private func clauses(
    _ template: ThreatTemplate?, _ subject: Subject, seen ways: ThreatTemplate.Ways? = nil
  ) -> [ClauseTrace] {
    guard let template, let when = template.when else { return [] }
    let evaluator = evaluators[ways ?? template.ways, of: model[subject.entity].keyword]
    return evaluator.trace(when, for: subject)
  }

  private func answers(
    _ template: ThreatTemplate?, _ subject: Subject
  ) -> [Explanation.Answer] {
    (template?.answers ?? []).map { answer in
      Explanation.Answer(
        range: answer.range, holds: evaluators.connection.holds(answer, for: subject),
        clauses: evaluators.connection.trace(answer, for: subject))
    }
  }
}
