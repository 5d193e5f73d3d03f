// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let vagueControl = Rule(
    "vague-control", .warning,
    "A control counts against much, or is said to answer a threat, and nothing says how it works or who checked it.",
    evidence: .absence
  ) { context, findings in
    let vague = context.model.all(.control).compactMap { VagueControl($0, context) }
    let model = context.model
    // Who signs a register is told of each that is taken at its word; of one that is called verified,
    // `verified-without-evidence` says it.
    let isSigned = model.statusIsWanted != nil
    for control in vague where !findNames(control, context, &findings) {
      let isCalledVerified = model.word(control.entity, .status) == "verified"
      let questions = control.questions
      guard !control.hasGrounds, questions.count >= (isSigned && !isCalledVerified ? 1 : 3) else {
        continue
      }
      let only = questions.count == 1 ? questions.first : nil
      findings.report(
        "control `\(model.path(control.entity))` is said to answer "
          + (only.map { "`\($0.rawValue)`" } ?? "\(questions.count) categories")
          + ", and nothing says how",
        about: control.entity, at: context.range(of: .mitigates, orHeadingOf: control.entity),
        secondary: control.emptyRequirements.map {
          Label(model.headingRange($0), "this asks for nothing that could be tested")
        },
        notes: [control.note], help: help)
    }
    if !isSigned { findTogether(vague, context, &findings) }
    findShared(vague, context, &findings)
    findCollections(context, &findings)
    findLists(context, &findings)
  }

  /// A control that names whatever is open, of whatever kind and wherever: a list of threats, and no measure.
  private static func findLists(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    for control in model.all(.control) where context.controls.isInPlace(control) {
      let words = model.words(control, .mechanism)
      // Of a control that does not say how it works, it is said already.
      if words.allSatisfy(Mechanisms.isUnknown) { continue }
      let names = Set(model.words(control, .answers))
      if names.count < 5 { continue }
      let named = context.register.threats.filter { threat in
        names.contains(threat.id) || threat.names.contains(where: names.contains)
          || threat.template.map { names.contains($0.name) } ?? false
      }
      let categories = Set(named.map(\.category)).count
      let places = Set(named.map(\.about)).count
      let questions = Set(named.map { $0.template?.name ?? $0.name }).count
      guard categories >= 3 && places >= 3 || questions >= 6 && places >= 5 else { continue }
      findings.report(
        "control `\(model.path(control))` is said to answer \(questions) kinds of threats at \(places) places, of "
          + "\(categories) \(categories == 1 ? "category" : "categories"), all by \(words.joined(separator: ", "))",
        about: control, at: context.range(of: .answers, orHeadingOf: control),
        notes: ["one thing that is done hardly does all of that"],
        help:
          "declare a control for each thing that is done, with what it protects and what shows that it works"
      )
    }
  }

  /// A control that works by everything there is: nobody can test it, and it fits every threat.
  private static func findCollections(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    for control in model.all(.control) where context.controls.isInPlace(control) {
      let kinds = Set(model.words(control, .mechanism).flatMap(Mechanisms.families))
      guard kinds.count >= 4 else { continue }
      let threats = context.links.threats(answeredBy: control)
      let answered = threats.count
      let categories = Set(threats.map { context.risks.threats[$0].threat.category })
      // Four may be the most of one thing, and of nothing that is against all.
      guard answered > 0, kinds.count >= 5 || categories.count >= 4 else { continue }
      findings.report(
        "control `\(model.path(control))` is said to work by \(kinds.count) mechanisms, and is many controls in one",
        about: control, at: context.range(of: .mechanism, orHeadingOf: control),
        notes: ["\(answered) \(answered == 1 ? "threat counts" : "threats count") on it"],
        help:
          "declare a control for each thing that is done, with what it protects and what shows that it works"
      )
    }
  }

  /// What a control names, and nothing says how it answers it.
  private static func findNames(
    _ control: VagueControl, _ context: LintContext, _ findings: inout Findings
  ) -> Bool {
    let model = context.model
    let names = control.named
    guard names.count >= 4 || !names.isEmpty && !model.isShown(control: control.entity) else {
      return false
    }
    let path = "control `\(model.path(control.entity))`"
    findings.report(
      names.count >= 4
        ? "\(path) is said to answer \(names.count) threats by name, and nothing says how"
        : "\(path) is said to answer \(context.listed(names)), and nothing says how, or shows that it does",
      about: control.entity, at: context.range(of: .answers, orHeadingOf: control.entity),
      notes: [
        model.isShown(control: control.entity)
          ? control.note : "its word alone closes nothing: they stay open"
      ], help: help)
    return true
  }

  /// Controls that claim little each and most together of one thing, as one that was cut in two.
  private static func findTogether(
    _ vague: [VagueControl], _ context: LintContext, _ findings: inout Findings
  ) {
    let parts = vague.filter { !$0.hasGrounds && (1...2).contains($0.questions.count) }
    var found: Set<EntityID> = []
    for (place, control) in parts.enumerated() where !found.contains(control.entity) {
      let beside = parts.dropFirst(place + 1).filter {
        !$0.subjects.isDisjoint(with: control.subjects)
      }
      let questions = beside.reduce(control.questions) { $0.union($1.questions) }
      // Four things that are done may need no more words than four titles.
      guard questions.count >= 5 || questions.count == 4 && beside.count < 3 else { continue }
      found.formUnion(beside.map(\.entity))
      findings.report(
        "controls \(context.names([control.entity] + beside.map(\.entity))) are said to answer "
          + "\(questions.count) categories of the same things, and nothing says how",
        about: control.entity, at: context.range(of: .mitigates, orHeadingOf: control.entity),
        secondary: beside.prefix(4).map {
          Label(context.range(of: .mitigates, orHeadingOf: $0.entity), "and this one")
        },
        notes: [control.note], help: help)
    }
  }

  /// Controls that one test, or one requirement, is to show all by itself, and that answer what has little to do
  /// with one another.
  private static func findShared(
    _ vague: [VagueControl], _ context: LintContext, _ findings: inout Findings
  ) {
    var grounds: [VagueControl.Ground] = []
    var groups: [VagueControl.Ground: [VagueControl]] = [:]
    for control in vague where control.named.count < 4 && !control.questions.isEmpty {
      for ground in control.onlyGrounds {
        if groups[ground] == nil { grounds.append(ground) }
        groups[ground, default: []].append(control)
      }
    }
    var found: Set<EntityID> = []
    for ground in grounds {
      let group = groups[ground] ?? []
      let names = Set(group.flatMap(\.named))
      let questions = group.reduce(into: Set()) { $0.formUnion($1.questions) }
      guard let first = group.first, group.count > 1, names.count > 3 || questions.count > 2,
        !group.allSatisfy({ found.contains($0.entity) })
      else { continue }
      found.formUnion(group.map(\.entity))
      findings.report(
        "\(ground.phrase(in: context.model)) is all that stands behind controls "
          + "\(context.names(group.map(\.entity))), which are said to answer "
          + (names.count > 3 ? "\(names.count) threats by name" : "\(questions.count) categories")
          + ", and nothing says how",
        about: first.entity, at: context.range(of: .mitigates, orHeadingOf: first.entity),
        secondary: ground.declared.map { [Label(context.model.headingRange($0), "this")] } ?? [],
        notes: group.prefix(3).map { "`\(context.model.path($0.entity))`: \($0.note)" },
        help:
          "write what each works by (`mechanism`), and what shows that it does: a requirement and a "
          + "verification of its own")
    }
  }

  private static let help =
    "write what it works by (`mechanism`), or the requirement or verification behind it, or declare "
    + "a control for each thing that is done"
}

/// A control in place that does not say how it works, in words that the program knows.
private struct VagueControl {
  let entity: EntityID
  /// What it answers or claims to: a category and its twin ask one question.
  let questions: Set<ThreatCategory>
  /// What the threats that count on it are about.
  let subjects: Set<EntityID>
  /// The names in `answers` that threats have.
  let named: [String]
  /// Whether a requirement that could be tested, or a verification, stands behind it.
  let hasGrounds: Bool
  /// The verification and the requirement behind it, where there is only one of the kind.
  let onlyGrounds: [Ground]
  /// The requirements behind it that ask for nothing.
  let emptyRequirements: [EntityID]
  let note: String

  /// What shows that a control works, or asks for it.
  enum Ground: Hashable {
    case evidence(Evidence)
    case requirement(EntityID)

    /// Where the model declares it.
    var declared: EntityID? {
      switch self {
      case .evidence(.declared(let id)), .requirement(let id): id
      case .evidence(.elsewhere): nil
      }
    }

    func phrase(in model: Model) -> String {
      switch self {
      case .evidence(.declared(let id)): "verification `\(model.path(id))`"
      case .evidence(.elsewhere(let text)): "evidence `\(text.prefix(60))`"
      case .requirement(let id): "requirement `\(model.path(id))`"
      }
    }
  }

  init?(_ control: EntityID, _ context: LintContext) {
    let model = context.model
    guard context.controls.isInPlace(control),
      // A word that the program does not know says nothing of how it works.
      model.words(control, .mechanism).allSatisfy(Mechanisms.isUnknown)
    else { return nil }
    let answered = context.links.threats(answeredBy: control).map {
      context.risks.threats[$0].threat
    }
    let categories = CategoryTable(model).categories(control, .mitigates) + answered.map(\.category)
    entity = control
    questions =
      answered.isEmpty
      ? [] : Set(categories.map { ThreatCategory.cia.contains($0) ? $0.twin ?? $0 : $0 })
    subjects = Set(answered.map(\.about))
    named = model.words(control, .answers).filter { name in
      context.register.threats.contains { threat in
        threat.id == name || threat.names.contains(name) || threat.template?.name == name
      }
    }
    let requirements = model.references(control, .satisfies)
    let empty = requirements.filter { !model.isTestable(requirement: $0) }
    emptyRequirements = empty
    hasGrounds =
      requirements.count > empty.count
      || model.evidence(of: control).contains { !model.name(of: $0).showsNothing }
    let testable = requirements.filter { !empty.contains($0) }
    let evidence = Set(
      ([control] + testable).flatMap { model.evidence(of: $0) }.filter {
        model.result(of: $0) == .passed
      })
    let own = model.evidence(of: control)
    onlyGrounds =
      (evidence.count == 1 ? evidence.map(Ground.evidence) : [])
      + (testable.count == 1 && own.isEmpty ? testable.map(Ground.requirement) : [])
    note = "\(answered.count) \(answered.count == 1 ? "threat counts" : "threats count") on it"
  }
}
