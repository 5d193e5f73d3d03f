// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let ineffectiveControl = Rule(
    "ineffective-control", .warning,
    "A triage or decision names a control that does not answer the threat.", evidence: .absence
  ) { context, findings in
    for (control, statement) in idleControls(context) {
      let model = context.model
      guard let first = statement.threats.first else { continue }
      let path = model.path(control)
      let open = statement.threats.count { $0.threat.status == .open }
      var notes = context.members(of: statement)
      if open > 0 {
        notes.insert(
          statement.threats.count == 1
            ? "it stays open" : "\(open) of the \(statement.threats.count) stay open", at: 0)
      }
      findings.report(
        context.subject(
          of: statement, "is not answered by `\(path)`, which \(work(of: control, model))",
          "are not answered by `\(path)`, which \(work(of: control, model))"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [Label(model.headingRange(control), "this control is named")], notes: notes,
        help: help(first, control, model), risk: RatedRisk(statement.threats))
    }
  }

  /// The controls that statements name in vain, each with the threats that it does not answer: those
  /// that nothing else of the statement answers, or all of them where it answers none.
  private static func idleControls(
    _ context: LintContext
  ) -> [(control: EntityID, statement: RiskStatement)] {
    var found: [(control: EntityID, statement: RiskStatement)] = []
    let all = context.statements(of: .controls) { !$0.threat.idleControls.isEmpty }
    let useful = Set(
      context.statements(of: .controls) { _ in true }.flatMap { statement in
        statement.threats.flatMap { $0.threat.controls }.map { Use($0, statement.entity) }
      })
    for statement in all {
      for control in context.model.references(statement.entity, .controls) {
        let isUseful = useful.contains(Use(control, statement.entity))
        let threats = statement.threats.filter { assessed in
          assessed.threat.idleControls.contains(control)
            && (!isUseful || assessed.threat.controls.isEmpty)
        }
        if threats.isEmpty { continue }
        found.append((control, RiskStatement(statement.entity, .controls, threats)))
      }
    }
    return found
  }

  private struct Use: Hashable {
    let control: EntityID
    let statement: EntityID

    init(_ control: EntityID, _ statement: EntityID) {
      self.control = control
      self.statement = statement
    }
  }

  private static func work(of control: EntityID, _ model: Model) -> String {
    let categories = model.words(control, .mitigates)
    if categories.isEmpty { return "mitigates no category" }
    return "mitigates \(categories.joined(separator: ", "))"
  }

  private static func help(
    _ assessed: AssessedThreat, _ control: EntityID, _ model: Model
  ) -> String {
    let threat = assessed.threat
    let path = model.path(control)
    let category = threat.category.rawValue
    if let template = threat.template, template.isSpecial {
      let words = template.mechanisms.joined(separator: ", ")
      return "it is a special attack, which a control with `mechanism` \(words) answers, or one "
        + "that names it: write `answers: \(threat.name)` in `\(path)` if it does"
    }
    if !model.words(control, .mitigates).contains(category) {
      return
        "name a control that mitigates \(category), write `answers: \(threat.name)` in `\(path)` "
        + "if it does answer it, or leave the threat open"
    }
    let mechanisms = model.words(control, .mechanism)
    if !mechanisms.isEmpty, !threat.isWorkedAgainst(by: mechanisms, in: model) {
      return
        "what works by \(mechanisms.joined(separator: ", ")) does nothing against it: correct `mechanism`, write "
        + "`answers: \(threat.name)` in `\(path)` if it does answer it, or leave the threat open"
    }
    return "it stands elsewhere, or what it is about says `no` to it: let `\(path)` protect "
      + "`\(model.path(threat.about))`, or write `answers: \(threat.id)` in it"
  }
}
