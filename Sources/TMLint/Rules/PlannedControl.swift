// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let plannedControl = Rule(
    "planned-control", .warning,
    "A control that is only planned, or failed its verification, is counted as done.",
    evidence: .absence
  ) { context, findings in
    let planned = context.model.all(.control).filter { !context.controls.isInPlace($0) }
    if planned.isEmpty { return }
    findThreats(context, &findings)
    findRequirements(context, &findings)
  }

  /// Threats that are called mitigated, and nothing but planned controls is there for them.
  private static func findThreats(_ context: LintContext, _ findings: inout Findings) {
    let measures = MeasureFinder(context.model)
    var threatsByStatement: [EntityID: [AssessedThreat]] = [:]
    for assessed in context.risks.threats where !assessed.threat.controls.isEmpty {
      guard assessed.threat.refusedClaim == .mitigated, !measures.isAnswered(assessed.threat),
        let statement = context.model.first(assessed.threat.statements, stating: .status)
      else { continue }
      threatsByStatement[statement, default: []].append(assessed)
    }
    for statement in threatsByStatement.keys.sorted() {
      guard let threats = threatsByStatement[statement], let first = threats.first else { continue }
      let controls = first.threat.controls
      let ids = threats.map(\.threat.id)
      findings.report(
        ids.count == 1
          ? "threat `\(ids[0])` is called mitigated, and stays open: what answers it is not in place"
          : "\(ids.count) threats are called mitigated, and stay open: what answers them is not in place",
        about: statement, at: context.place(of: .status, in: statement),
        secondary: labels(controls, context),
        notes: ids.count == 1 ? [] : [context.listed(ids)],
        help: "leave \(ids.count == 1 ? "it" : "them") open until \(context.names(controls)) "
          + "\(controls.count == 1 ? "is" : "are") in place")
    }
  }

  /// Requirements that are called implemented, and every control that satisfies them is planned.
  private static func findRequirements(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let links = context.links
    for requirement in model.all(.requirement) {
      guard let status = model.word(requirement, .status),
        status == "implemented" || status == "verified"
      else { continue }
      let controls = links.controls(satisfying: requirement)
      guard !controls.isEmpty, !controls.contains(where: context.controls.isInPlace) else {
        continue
      }
      findings.report(
        "requirement `\(model.path(requirement))` counts as \(status), and what satisfies it is "
          + "not in place",
        about: requirement, at: context.place(of: .status, in: requirement),
        secondary: labels(controls, context),
        help: "set it to `status: approved` until \(context.names(controls)) "
          + "\(controls.count == 1 ? "is" : "are") in place")
    }
  }

  private static func labels(_ controls: [EntityID], _ context: LintContext) -> [Label] {
    controls.prefix(4).map { control in
      Label(
        context.range(of: .status, orHeadingOf: control),
        "`\(context.model.path(control))` \(context.model.shortfall(ofControl: control))")
    }
  }
}
