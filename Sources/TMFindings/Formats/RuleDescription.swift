// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMSource
import TMSyntax

/// What formats say of a rule or check, whether it found something or not.
package struct RuleDescription: Sendable {
  package enum Kind: Sendable {
    case rule
    /// Of the compiler or the program: no policy turns it off.
    case check
  }

  package let name: String
  package let kind: Kind
  /// The severity in force.
  package let severity: Severity
  /// One sentence.
  package let summary: String
  /// The title of the section of the handbook.
  package let section: String
  package let state: RuleSeverities.State
  /// How sure it is that a finding is one, in the words of code scanning.
  let precision: String

  /// A check of the compiler, which always runs.
  package init(check name: String, _ severity: Severity, _ summary: String) {
    self.init(name, .check, severity, summary, section: "Compiler", .ran, precision: "very-high")
  }

  private init(
    _ name: String, _ kind: Kind, _ severity: Severity, _ summary: String, section: String,
    _ state: RuleSeverities.State, precision: String
  ) {
    self.name = name
    self.kind = kind
    self.severity = severity
    self.summary = summary
    self.section = section
    self.state = state
    self.precision = precision
  }

  /// Every rule in the order of the handbook, the checks, and then the rules of the model itself.
  package static func all(of model: Model, checks: [RuleDescription]) -> [RuleDescription] {
    let severities = RuleSeverities(model)
    let builtIn = Rule.sections.flatMap { section in
      section.rules.map { rule in
        RuleDescription(
          rule.name, .rule, severities[rule.name] ?? rule.severity, rule.summary,
          section: section.title, severities.state(of: rule),
          // What is nowhere written may be known to somebody who did not write it.
          precision: rule.evidence == .absence ? "high" : "very-high")
      }
    }
    return builtIn + checks
      + own(model, severities, known: Set((builtIn + checks).map(\.name)))
  }

  private static func own(
    _ model: Model, _ severities: RuleSeverities, known: Set<String>
  ) -> [RuleDescription] {
    var known = known
    return model.all(.rule).compactMap { id in
      let name = model.name(id)
      guard known.insert(name).inserted else { return nil }
      let severity = severities[name]
      return RuleDescription(
        name, .rule, severity ?? .warning, model.ownTitle(id) ?? "A rule of the model.",
        section: "Rules of the model", severity == nil ? .off : .ran, precision: "very-high")
    }
  }
}
