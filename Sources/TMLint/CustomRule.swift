// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The rules that a model declares, and what is wrong with them.
struct CustomRules {
  /// In source order.
  private(set) var rules: [CustomRule] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The names of rules that were reported: a policy or excuse that names one says nothing new.
  private(set) var brokenNames: [String] = []

  init(_ model: Model) {
    let builtIn = Set(Rule.all.map(\.name))
    for id in model.all(.rule) {
      if builtIn.contains(model.name(id)) {
        reportTakenName(id, model)
        continue
      }
      let missing = [Property.appliesTo, .when].filter { model.entry(id, $0) == nil }
      if missing.isEmpty {
        rules.append(CustomRule(id, model))
      } else {
        reportMissing(missing, id, model)
        brokenNames.append(model.name(id))
      }
    }
  }

  private mutating func reportTakenName(_ id: EntityID, _ model: Model) {
    let name = model.name(id)
    diagnostics.append(
      Diagnostic(
        "wrong-rule", .error, "there is a built-in rule `\(name)` already",
        at: Label(model.nameRange(id)),
        help: [
          "give yours another id; "
            + "the severity of the built-in one is set with `policy { \(name): off }`"
        ]))
  }

  private mutating func reportMissing(_ missing: [Property], _ id: EntityID, _ model: Model) {
    let words = missing.map { "`\($0.word)`" }.joined(separator: " and no ")
    let examples = missing.map { property in
      property == .when ? "`when: crosses and not encrypted`" : "`applies-to: flow`"
    }
    diagnostics.append(
      Diagnostic(
        "wrong-rule", .error, "rule `\(model.name(id))` has no \(words), so it finds nothing",
        at: Label(model.headingRange(id)),
        help: ["add \(examples.joined(separator: " and ")), for example"]))
  }
}

/// A `rule` that the model declares: an organisation's own.
struct CustomRule {
  let name: String
  /// Nil when the rule is off.
  let severity: Severity?
  private let entity: EntityID
  private let subjects: KeywordSet
  private let condition: Condition?

  fileprivate init(_ id: EntityID, _ model: Model) {
    entity = id
    name = model.name(id)
    let word = model.word(id, .severity) ?? Severity.warning.rawValue
    severity = Severity(rawValue: word)
    subjects = KeywordSet(
      model.words(id, .appliesTo).compactMap { Schema.keyword($0, inside: .boundary) })
    condition = model.conditions(id, .when).first
  }

  func check(_ context: LintContext, _ findings: inout Findings) {
    guard let condition else { return }
    let model = context.model
    let text = model.ownTitle(entity)
    let advice = model.text(entity, .advice) ?? "see rule `\(name)`"
    for id in model.allEntities where subjects.contains(model[id].keyword) {
      guard isBroken(condition, by: id, context) else { continue }
      findings.report(
        "\(model[id].keyword.word) `\(model.path(id))`: \(text ?? "breaks rule `\(name)`")",
        about: id, at: model.headingRange(id),
        secondary: [Label(condition.range, "the rule")], help: advice, names: [])
    }
  }

  /// Whether the condition of the rule holds, for a two-way flow in either direction.
  private func isBroken(
    _ condition: Condition, by id: EntityID, _ context: LintContext
  ) -> Bool {
    if context.evaluator.holds(condition, for: Subject(id)) { return true }
    guard context.model.graph.flow(id)?.isTwoWay == true else { return false }
    return context.evaluator.holds(condition, for: Subject(id, .backwards))
  }
}
