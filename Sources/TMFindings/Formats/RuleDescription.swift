// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMSource
import TMSyntax

/// What formats say of a rule or check, whether it found something or not.
package struct RuleDescription: Sendable {
  /// Whether the rule looked at the model.
  package enum State: Sendable {
    case ran
    /// A policy turns it off.
    case off
    /// It waits until the errors of the compiler are repaired.
    case waiting
  }

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
  package let state: State
  /// How sure it is that a finding is one, in the words of code scanning.
  let precision: String

  /// A check of the compiler, which always runs.
  package init(check name: String, _ severity: Severity, _ summary: String) {
    self.init(name, .check, severity, summary, section: "Compiler", .ran, precision: "very-high")
  }

  private init(
    _ name: String, _ kind: Kind, _ severity: Severity, _ summary: String, section: String,
    _ state: State, precision: String
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
    let settings = Dictionary(
      model.policy.map { ($0.name, $0.severity) }, uniquingKeysWith: { _, last in last })
    let builtIn = Rule.sections.flatMap { section in
      section.rules.map { rule in
        description(of: rule, section.title, settings, isComplete: model.isComplete)
      }
    }
    return builtIn + checks
      + own(model, settings, known: Set((builtIn + checks).map(\.name)))
  }

  private static func description(
    of rule: Rule, _ section: String, _ settings: [String: Severity?], isComplete: Bool
  ) -> RuleDescription {
    let setting = settings[rule.name]
    let state: State =
      if setting == .some(.none) {
        .off
      } else if rule.evidence == .absence, !isComplete {
        .waiting
      } else {
        .ran
      }
    return RuleDescription(
      rule.name, .rule, (setting ?? nil) ?? rule.severity, rule.summary, section: section, state,
      // What is nowhere written may be known to somebody who did not write it.
      precision: rule.evidence == .absence ? "high" : "very-high")
  }

  private static func own(
    _ model: Model, _ settings: [String: Severity?], known: Set<String>
  ) -> [RuleDescription] {
    var known = known
    return model.all(.rule).compactMap { id in
      let name = model.name(id)
      guard known.insert(name).inserted else { return nil }
      let word = model.word(id, .severity) ?? Severity.warning.rawValue
      let setting = settings[name] ?? Severity(rawValue: word)
      return RuleDescription(
        name, .rule, setting ?? .warning, model[id].title ?? "A rule of the model.",
        section: "Rules of the model", setting == nil ? .off : .ran, precision: "very-high")
    }
  }
}
