// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMHandbook
import TMLint
import TMModel
import TMWriting

/// What reports say about a rule or check beside its findings.
enum RuleHelp {
  /// Every rule and check that can find something in a model.
  static func rules(of model: Model) -> [RuleDescription] {
    let checks = CompilerCheck.all.map { check in
      RuleDescription(check: check.name, check.severity, check.summary)
    }
    return RuleDescription.all(of: model, checks: checks)
  }

  /// The page of the handbook as Markdown; of a rule that the model itself declares, what it says.
  static func markdown(of rule: RuleDescription) -> String {
    if let page = Handbook.markdown(ofFinding: rule.name) { return page }
    var writer = MarkdownWriter()
    writer.heading(rule.name, level: 1)
    writer.paragraph(rule.summary)
    writer.paragraph(
      "A policy changes the severity of the rule or turns it off; an attribute in front of a declaration "
        + "excuses one finding, with the reason:")
    return writer.text + "\n```\npolicy { \(rule.name): off }\n"
      + "@allow(\(rule.name), \"the reason\")\n```\n"
  }
}
