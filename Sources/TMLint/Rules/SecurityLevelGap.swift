// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let securityLevelGap = Rule(
    "security-level-gap", .warning,
    "What an element is capable of is less than its zone or boundary asks for.", reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.allEntities {
      guard let capability = SecurityLevels(.capabilityLevel, of: id, in: model),
        let target = model.targetLevels(around: id)
      else { continue }
      let below = (0..<SecurityLevels.count).filter {
        capability.levels[$0] < target.levels.levels[$0]
      }
      if below.isEmpty { continue }
      let controls = controls(of: id, target.boundary, context)
      let compensated = below.filter { !compensating($0, controls, model).isEmpty }
      let open = below.filter { !compensated.contains($0) }
      if open.isEmpty { continue }
      let isOne = open.count == 1
      findings.report(
        "`\(model.path(id))` is capable of less than `\(model.path(target.source))` asks for in "
          + "\(isOne ? "one foundational requirement" : "\(open.count) foundational requirements")",
        about: id, at: context.place(of: .capabilityLevel, in: id),
        secondary: [
          Label(context.place(of: .securityLevel, in: target.source), "the level asked for")
        ],
        notes: open.map { line($0, capability, target) }
          + compensated.map { index in
            line(index, capability, target) + ", made up for by "
              + context.names(compensating(index, controls, model))
          },
        help: "raise the capability, or add a control in place with "
          + "`foundational: \(open.map(code).joined(separator: ", "))` that makes up for it")
    }
  }

  private static func code(_ index: Int) -> String {
    Vocabulary.foundationalRequirements.words[index]
  }

  /// "FR1, identification and authentication control: capable of 1, asked for 2".
  private static func line(
    _ index: Int, _ capability: SecurityLevels, _ target: TargetLevels
  ) -> String {
    let name = Vocabulary.foundationalRequirements.meaning(of: code(index)) ?? ""
    return "\(code(index)), \(name): capable of \(capability.levels[index]), asked for "
      + "\(target.levels.levels[index])"
  }

  /// The controls in place at an element, and at the boundary whose level it has to reach.
  private static func controls(
    of id: EntityID, _ boundary: EntityID, _ context: LintContext
  ) -> [EntityID] {
    let found =
      (context.controls.applications(to: id) + context.controls.applications(to: boundary))
      .map(\.control).filter(context.controls.isInPlace)
    return Set(found).sorted { context.model.path($0) < context.model.path($1) }
  }

  private static func compensating(
    _ index: Int, _ controls: [EntityID], _ model: Model
  ) -> [EntityID] {
    controls.filter { model.words($0, .foundational).contains(code(index)) }
  }
}
