// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let wrongExemption = Rule(
    "wrong-exemption", .warning,
    "An exemption of a policy gives no reason, names nothing that there is, has expired or is of no use.",
    evidence: .findings
  ) { context, findings in
    let model = context.model
    let templates = Set(model.all(.threatTemplate).map { model.name($0) })
    let rules = Set(Rule.all.map(\.name) + model.all(.rule).map { model.name($0) })
    for exemption in Exemptions(model).all {
      let id = exemption.entity
      let name = "exemption `\(model.path(id))`"
      if model.ownTitle(id)?.givesNoReason != false {
        findings.report(
          "\(name) gives no reason", about: id, at: model.headingRange(id),
          help: "say why behind its id, in quotes: the report prints it")
      }
      if exemption.names.isEmpty {
        findings.report(
          "\(name) does not say from what", about: id, at: model.headingRange(id),
          help: "name threat templates or rules: `from: denial-of-service`")
      }
      for value in model.values(id, .from) {
        guard let word = model.word(value), !templates.contains(word), !rules.contains(word) else {
          continue
        }
        findings.report(
          "there is neither a threat template nor a rule `\(word)`", about: id,
          at: model.range(of: value, in: id),
          help: Suggestion.help(for: word, among: (templates.union(rules)).sorted())
            ?? "`tm explain` lists the templates and rules")
      }
      if exemption.names.contains(Rule.hollowPolicy.name), !exemption.isOutside {
        findings.report(
          "\(name) cannot exempt from `hollow-policy`, which is about what policies leave out",
          about: id,
          at: context.range(of: .from, orHeadingOf: id),
          help: "delete it, or put it into a policy outside the model: `--policy`")
      }
      if let until = exemption.until, exemption.hasEnded(on: context.today) {
        findings.report(
          "\(name) expired on \(until), so that what it kept out is asked again", about: id,
          at: context.range(of: .until, orHeadingOf: id),
          help: "look at it again: set another date, or delete it")
      } else if model.isComplete, isIdle(exemption, templates, context) {
        findings.report(
          "\(name) exempts nothing", about: id, at: model.headingRange(id),
          help: "delete it, or correct `from` and `where`")
      }
    }
  }

  private static func isIdle(
    _ exemption: Exemptions.Exemption, _ templates: Set<String>, _ context: LintContext
  ) -> Bool {
    let isAboutTemplates = exemption.names.allSatisfy(templates.contains)
    guard isAboutTemplates, !exemption.names.isEmpty else { return false }
    let authority = PolicyAuthority(context.model)
    if authority.isPresent, !exemption.isOutside { return false }
    return !context.register.exempted.contains { $0.exemption == exemption.entity }
  }
}
