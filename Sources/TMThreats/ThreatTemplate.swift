// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// A threat template as the library declares it: what is said of every subject its condition holds
/// for.
///
/// A class, so that the many threats of one template share it.
package final class ThreatTemplate: Sendable {
  package let entity: EntityID
  package let name: String
  package let category: ThreatCategory
  package let appliesTo: KeywordSet
  package let when: Condition?
  package let answers: [Condition]
  /// Of a special attack, the mechanisms of controls that answer it; empty where any control of the
  /// category does.
  package let mechanisms: [String]
  /// What it was called before.
  package let formerNames: [String]
  package let methods: [Method]
  package let ways: Ways
  package let title: SentenceTemplate
  package let advice: String?
  /// What it can lead to for a patient or user.
  package let consequence: String?
  /// The names of the general templates that it can stand in for; with one, it has no threats of its
  /// own.
  package let replaces: [String]
  package let cwe: [Int]
  package let capec: [Int]
  package let attack: [String]
  /// Entries of lists of OWASP, such as `ASVS-1.2.4`.
  package let owasp: [String]
  /// Whether it is part of the program, rather than of the model.
  package let isBuiltIn: Bool

  init(
    entity: EntityID, name: String, category: ThreatCategory, appliesTo: KeywordSet,
    when: Condition?, answers: [Condition], mechanisms: [String], formerNames: [String],
    methods: [Method], ways: Ways, title: SentenceTemplate,
    advice: String?, consequence: String?, replaces: [String], cwe: [Int], capec: [Int],
    attack: [String], owasp: [String], isBuiltIn: Bool
  ) {
    self.entity = entity
    self.name = name
    self.category = category
    self.appliesTo = appliesTo
    self.when = when
    self.answers = answers
    self.mechanisms = mechanisms
    self.formerNames = formerNames
    self.methods = methods
    self.ways = ways
    self.title = title
    self.advice = advice
    self.consequence = consequence
    self.replaces = replaces
    self.cwe = cwe
    self.capec = capec
    self.attack = attack
    self.owasp = owasp
    self.isBuiltIn = isBuiltIn
  }

  /// Whether it describes a special attack, which a general control of its category does not answer.
  package var isSpecial: Bool { !mechanisms.isEmpty }

  /// Whether a mechanism is one of those that answer it, under any of its names.
  func isAnswered(by word: String) -> Bool {
    if mechanisms.contains(Mechanisms.known(word)) { return true }
    let families = Mechanisms.families(of: word)
    // What proves both ends of a channel is no code over each message.
    let kinds = families.contains("tls") ? families.filter { $0 != "mac" } : families
    return kinds.contains(where: mechanisms.contains)
  }

  /// How often a flow has the threat.
  package enum Ways: String, Sendable {
    /// Once in each direction.
    case each
    /// Once for the flow.
    case once
    /// Once in each direction, also of a flow that runs over the connection of another: about what it
    /// carries rather than its path.
    case eachFlow = "each-flow"
  }
}

/// A way of finding threats, as `method` of the model names it.
package enum Method: String, CaseIterable, Sendable {
  case stridePerInteraction = "stride"
  case stridePerElement = "stride-per-element"
  case linddunPerInteraction = "linddun"
  case linddunPerElement = "linddun-per-element"
  case cia
}

/// The templates of a compilation: the built-in ones, and those of the model, which replace a
/// built-in one of the same name.
package struct TemplateLibrary: Sendable {
  /// In source order, the model's own first.
  package let templates: [ThreatTemplate]
  /// Mistakes in templates that are found only here.
  package let diagnostics: [Diagnostic]

  package init(_ model: Model) {
    var byName: [String: Int] = [:]
    var templates: [ThreatTemplate] = []
    var diagnostics: [Diagnostic] = []
    let authority = PolicyAuthority(model)
    let off = model.policy.filter { $0.severity == nil && authority.mayTurnOff($0) }
    let turnedOff = Set(off.map(\.name))
    let builtIn = Set(model.all(.threatTemplate).filter(model.isBuiltIn).map { model.name($0) })
    let declared = model.all(.threatTemplate)
    let table = CategoryTable(model)
    for id in declared.filter({ !model.isBuiltIn($0) }) + declared.filter(model.isBuiltIn) {
      let name = model.name(id)
      if byName[name] != nil || turnedOff.contains(name) { continue }
      // Words of the model's own would excuse it from the question.
      if authority.isPresent, builtIn.contains(name), !model.isBuiltIn(id), !authority.isOutside(id)
      {
        continue
      }
      guard let template = Self.template(id, model, table, &diagnostics) else { continue }
      byName[name] = templates.count
      templates.append(template)
    }
    self.templates = templates
    self.diagnostics =
      diagnostics + Self.emptyMethods(model, templates)
      + Replacements.mistakes(in: templates, of: model)
  }

  /// The built-in templates that a policy turns off, in the order of the library.
  static func turnedOff(_ model: Model) -> [ThreatTemplate] {
    let silent = Set(SilencedQuestions(model).templates)
    let table = CategoryTable(model)
    return model.all(.threatTemplate).filter {
      model.isBuiltIn($0) && silent.contains(model.name($0))
    }.compactMap { id in
      var ignored: [Diagnostic] = []
      return template(id, model, table, &ignored)
    }
  }

  /// A method that no template belongs to finds nothing, which must not look like an answer.
  private static func emptyMethods(
    _ model: Model, _ templates: [ThreatTemplate]
  ) -> [Diagnostic] {
    guard let system = model.system else { return [] }
    let covered = Set(templates.flatMap(\.methods))
    return model.values(system, .method).compactMap { value in
      guard let word = model.word(value), let method = Method(rawValue: word),
        !covered.contains(method)
      else { return nil }
      let known = Method.allCases.filter(covered.contains).map(\.rawValue)
      return Diagnostic(
        "empty-method", .warning, "no threat template belongs to method `\(word)`",
        at: Label(model.range(of: value, in: system)),
        help: [
          known.isEmpty
            ? "declare templates with `method: \(word)`"
            : "choose \(Suggestion.alternatives(known)), or declare templates with `method: \(word)`"
        ])
    }
  }

  private static func template(
    _ id: EntityID, _ model: Model, _ table: CategoryTable, _ diagnostics: inout [Diagnostic]
  ) -> ThreatTemplate? {
    func report(_ message: String, _ range: SourceRange, _ help: String) {
      diagnostics.append(
        Diagnostic("wrong-template", .error, message, at: Label(range), help: [help]))
    }
    let heading = model.headingRange(id)
    let subjects = model.words(id, .appliesTo).compactMap {
      Schema.keyword($0, inside: .boundary)
    }
    guard let category = table.category(of: id) else {
      report("the template names no category", heading, "add `category: tampering`, for example")
      return nil
    }
    guard !subjects.isEmpty else {
      report("the template applies to nothing", heading, "add `applies-to: flow`, for example")
      return nil
    }
    guard let text = model.ownTitle(id) else {
      report(
        "the template has no title", heading,
        "the title is the sentence about the system, such as \"Somebody alters {carries}\"")
      return nil
    }
    let title = model.isBuiltIn(id) ? SentenceTemplate.builtIn(text) : SentenceTemplate(text)
    // Those of the program are right, which a test holds.
    let unknown = model.isBuiltIn(id) ? [] : title.unknownPlaceholders(for: KeywordSet(subjects))
    for unknown in unknown {
      let known = SentenceTemplate.placeholders(for: KeywordSet(subjects))
      report(
        "`{\(unknown)}` is no placeholder here",
        model.syntax(id).first(.string)?.range ?? heading,
        Suggestion.help(for: unknown, among: known)
          ?? "the placeholders are \(known.map { "{\($0)}" }.joined(separator: ", "))")
    }
    var methods = model.words(id, .method).compactMap(Method.init)
    if methods.isEmpty {
      // A category of the team's own belongs to no method, so all of them ask it.
      methods = category.isOwn ? Method.allCases : [.stridePerInteraction]
    }
    return ThreatTemplate(
      entity: id, name: model.name(id), category: category, appliesTo: KeywordSet(subjects),
      when: model.conditions(id, .when).first, answers: model.conditions(id, .answeredBy),
      mechanisms: model.words(id, .answeredWith), formerNames: model.words(id, .was),
      methods: methods,
      ways: model.word(id, .ways).flatMap(ThreatTemplate.Ways.init) ?? .each, title: title,
      advice: model.text(id, .advice), consequence: model.text(id, .consequence),
      replaces: model.words(id, .replaces), cwe: model.integers(id, .cwe),
      capec: model.integers(id, .capec), attack: model.words(id, .attack),
      owasp: model.words(id, .owasp),
      isBuiltIn: model.isBuiltIn(id))
  }
}

extension Model {
  /// The whole numbers of a property.
  func integers(_ id: EntityID, _ property: Property) -> [Int] {
    values(id, property).compactMap { value in
      guard case .number(let number) = value.content else { return nil }
      return Int(number)
    }
  }
}
