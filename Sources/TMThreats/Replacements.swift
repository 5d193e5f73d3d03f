// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Which templates say a general threat more exactly.
///
/// Where a template with `replaces` holds beside one of those that it names, the threat keeps the id of
/// the general one, so that triage stays, and takes the words of the special one.
struct Replacements {
  /// The special templates by the name of a general one, in the order of the library.
  private var special: [String: [ThreatTemplate]] = [:]

  /// - Parameter authority: a policy from outside, beside which a model takes no question of the program's
  ///   away.
  init(_ templates: [ThreatTemplate], _ authority: PolicyAuthority) {
    for template in templates {
      let isOfModel = !template.isBuiltIn && !authority.isOutside(template.entity)
      if authority.isPresent, isOfModel { continue }
      for name in template.replaces { special[name, default: []].append(template) }
    }
  }

  /// A template that takes the place of a general one.
  struct Choice {
    let template: ThreatTemplate
    /// The flow for which it holds, where the general one is asked once for all flows of a connection.
    let spoken: Subject?
  }

  /// The template that takes the place of a general one for a subject.
  ///
  /// Of several the first that no property answers: a connection is as safe as the least safe thing that
  /// goes over it. A template of the model's own gives way to another of the model only: whoever
  /// replaced a built-in one wants to read those words.
  func choice(
    for general: ThreatTemplate, _ subject: Subject, in model: Model,
    _ evaluators: TemplateEvaluators
  ) -> Choice? {
    let members = general.ways == .once ? Self.members(of: subject, in: model) : nil
    guard let members else { return choice(for: general, [subject], nil, in: model, evaluators) }
    let asks = isOfAnotherKind(general, subject, in: model, evaluators)
    let alike = members.filter { $0.entity == subject.entity || !asks($0) }
    return choice(for: general, alike, .eachFlow, in: model, evaluators)
  }

  /// Whether a threat that is asked once of a connection is asked of one flow over it apart: what answers
  /// the one, such as a signature, is no answer to the other.
  func asksApart(
    _ general: ThreatTemplate, _ subject: Subject, in model: Model,
    _ evaluators: TemplateEvaluators
  ) -> Bool {
    guard let opening = model.sharedPath(of: subject.entity) else { return true }
    return isOfAnotherKind(general, Subject(opening), in: model, evaluators)(subject)
  }

  private func isOfAnotherKind(
    _ general: ThreatTemplate, _ opening: Subject, in model: Model,
    _ evaluators: TemplateEvaluators
  ) -> (Subject) -> Bool {
    func isSpecial(_ places: [Subject]) -> Bool {
      let choice = choice(for: general, places, .eachFlow, in: model, evaluators)
      return (choice?.template ?? general).isSpecial
    }
    let isOpeningSpecial = isSpecial(Self.directions(of: opening.entity, in: model))
    return { isSpecial([$0]) != isOpeningSpecial }
  }

  /// - Parameter ways: how the flows of a connection are looked at; nil for a subject that stands alone.
  private func choice(
    for general: ThreatTemplate, _ places: [Subject], _ ways: ThreatTemplate.Ways?,
    in model: Model, _ evaluators: TemplateEvaluators
  ) -> Choice? {
    guard let candidates = special[general.name], let subject = places.first else { return nil }
    let keyword = model[subject.entity].keyword
    let evaluator = evaluators[ways ?? general.ways, of: keyword]
    var first: Choice?
    for candidate in candidates
    where candidate.appliesTo.contains(keyword) && (general.isBuiltIn || !candidate.isBuiltIn) {
      for place in places where candidate.when.map({ evaluator.holds($0, for: place) }) ?? true {
        let choice = Choice(template: candidate, spoken: ways == nil ? nil : place)
        if !candidate.answers.contains(where: { evaluator.holds($0, for: place) }) {
          return choice
        }
        if first == nil { first = choice }
      }
    }
    return first
  }

  /// The flows that share the connection of a flow, each of their directions by itself; nil for a flow
  /// that stands alone.
  private static func members(of subject: Subject, in model: Model) -> [Subject]? {
    let others = model.flowsOver(subject.entity)
    if others.isEmpty { return nil }
    return ([subject.entity] + others).flatMap { directions(of: $0, in: model) }
  }

  private static func directions(of flow: EntityID, in model: Model) -> [Subject] {
    model.graph.flow(flow)?.isTwoWay == true
      ? [Subject(flow), Subject(flow, .backwards)] : [Subject(flow)]
  }

  /// What is wrong with the names in `replaces`.
  static func mistakes(in templates: [ThreatTemplate], of model: Model) -> [Diagnostic] {
    let special = templates.filter { !$0.replaces.isEmpty }
    if special.isEmpty { return [] }
    let declared = model.all(.threatTemplate)
    let names = declared.map { model.name($0) }
    return special.flatMap { template in
      zip(template.replaces, model.values(template.entity, .replaces)).compactMap { name, value in
        let range = model.range(of: value, in: template.entity)
        guard names.contains(name) else {
          return mistake(
            "there is no threat template `\(name)` to replace", range,
            Suggestion.help(for: name, among: names) ?? "`tm explain` lists the built-in ones")
        }
        // One that is turned off has no threat that could be replaced.
        guard let general = templates.first(where: { $0.name == name }) else { return nil }
        return mistake(template, general, range)
      }
    }
  }

  private static func mistake(
    _ template: ThreatTemplate, _ general: ThreatTemplate, _ range: SourceRange
  ) -> Diagnostic? {
    if !general.replaces.isEmpty {
      return mistake(
        "`\(general.name)` itself replaces \(Suggestion.alternatives(general.replaces))", range,
        "name what it replaces: `replaces: \(general.replaces.joined(separator: ", "))`")
    }
    if general.category != template.category {
      return mistake(
        "`\(general.name)` is of category `\(general.category.rawValue)`, this template of "
          + "`\(template.category.rawValue)`", range,
        "replace a template of the same category, or leave out `replaces`")
    }
    if !general.appliesTo.intersects(template.appliesTo) {
      return mistake(
        "`\(general.name)` applies to nothing that this template applies to", range,
        "let `applies-to` name what both are about")
    }
    return nil
  }

  private static func mistake(
    _ message: String, _ range: SourceRange, _ help: String
  ) -> Diagnostic {
    Diagnostic("wrong-template", .error, message, at: Label(range), help: [help])
  }
}
