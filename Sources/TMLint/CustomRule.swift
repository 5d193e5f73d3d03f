// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// A `rule` that the model declares: an organisation's own.
struct CustomRule {
  let name: String
  /// Nil when the rule is off.
  let severity: Severity?
  let isOff: Bool
  private let entity: EntityID
  private let subjects: KeywordSet
  private let condition: Condition?

  /// The rules of a model, in source order.
  static func all(_ model: Model) -> [CustomRule] {
    model.all(.rule).map { CustomRule($0, model) }
  }

  private init(_ id: EntityID, _ model: Model) {
    entity = id
    name = model.name(id)
    let word = model.word(id, .severity)
    isOff = word == "off"
    severity = isOff ? nil : word.flatMap(Severity.init(rawValue:)) ?? .warning
    subjects = KeywordSet(
      model.words(id, .appliesTo).compactMap { Schema.keyword($0, inside: .boundary) })
    condition = model.conditions(id, .when).first
  }

  func check(_ context: LintContext, _ findings: inout Findings) {
    guard let condition else { return }
    let model = context.model
    let text = model[entity].title
    let advice = model.text(entity, .advice) ?? "see rule `\(name)`"
    for id in model.allEntities where subjects.contains(model[id].keyword) {
      guard context.evaluator.holds(condition, for: Subject(id)) else { continue }
      findings.report(
        "\(model[id].keyword.word) `\(model.path(id))`: \(text ?? "breaks rule `\(name)`")",
        about: id, at: model.headingRange(id),
        secondary: [Label(condition.range, "the rule")], help: advice)
    }
  }
}
