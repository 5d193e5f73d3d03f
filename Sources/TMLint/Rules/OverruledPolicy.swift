// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

extension Rule {
  static let overruledPolicy = Rule(
    "overruled-policy", .warning,
    "The model excuses itself from what a policy from outside insists on."
  ) { context, findings in
    let model = context.model
    let authority = PolicyAuthority(model)
    guard authority.isPresent, let system = model.system else { return }
    let help =
      "delete it; an exemption stands in the policy from outside: `exempt id \"reason\" { from: … }`"
    let builtIn = Set(model.all(.threatTemplate).filter(model.isBuiltIn).map { model.name($0) })
    for setting in model.policy where !authority.isOutside(setting.range) {
      let turnsOff = setting.severity == nil && builtIn.contains(setting.name)
      guard turnsOff || authority.governs(setting.name) else { continue }
      findings.report(
        "the model's policy cannot set `\(setting.name)`: a policy from outside "
          + (turnsOff ? "is in force" : "does"),
        about: system, at: setting.range, help: help)
    }
    for excuse in model.excuses where authority.governs(excuse.rule) {
      if authority.isOutside(excuse.entity) { continue }
      findings.report(
        "`@allow(\(excuse.rule))` has no effect: a policy from outside insists on the rule",
        about: excuse.entity, at: excuse.range, help: help)
    }
    for exemption in Exemptions(model).all where !exemption.isOutside {
      let templates = Set(model.all(.threatTemplate).map { model.name($0) })
      let refused = exemption.names.filter { templates.contains($0) || authority.governs($0) }
      guard !refused.isEmpty else { continue }
      findings.report(
        "exemption `\(model.path(exemption.entity))` has no effect on \(context.listed(refused)): "
          + "a policy from outside is in force",
        about: exemption.entity, at: model.headingRange(exemption.entity), help: help)
    }
    for template in model.all(.threatTemplate)
    where !model.isBuiltIn(template) && !authority.isOutside(template)
      && model.entry(template, .replaces) != nil
    {
      findings.report(
        "threat template `\(model.name(template))` replaces nothing: a policy from outside is in force",
        about: template, at: context.range(of: .replaces, orHeadingOf: template),
        help: "leave `replaces` out, so that both are asked")
    }
    for template in model.all(.threatTemplate)
    where !model.isBuiltIn(template) && !authority.isOutside(template)
      && builtIn.contains(model.name(template))
    {
      findings.report(
        "the model cannot replace threat template `\(model.name(template))`: a policy from outside is "
          + "in force",
        about: template, at: model.headingRange(template),
        help: "give it another name, so that both are asked")
    }
    let accepts = model.all(.policy).filter { authority.isOutside($0) }
      .contains { model.entry($0, .accept) != nil }
    guard accepts else { return }
    for policy in model.all(.policy) where !authority.isOutside(policy) {
      for condition in model.conditions(policy, .accept) {
        findings.report(
          "the model's `accept` has no effect: a policy from outside says what is acceptable",
          about: system, at: condition.range, help: "delete it")
      }
    }
  }
}
