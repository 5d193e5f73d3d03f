// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// Whether each rule looks at a model, and how gravely it finds: what every run and every report of it asks.
package struct RuleSeverities {
  /// Whether a rule looks at the model.
  package enum State: Sendable {
    case ran
    /// A policy turns it off.
    case off
    /// It waits until the errors of the compiler are repaired.
    case waiting
  }

  /// Settings that name no rule, and settings that contradict one another.
  private(set) var diagnostics: [Diagnostic] = []
  private var severities: [String: Severity?] = [:]
  private let isComplete: Bool
  /// Whether a policy says how grave unknown words are; else a near miss is graver than others.
  private var adjustsUnknownWords = false

  package init(_ model: Model) { self.init(model, CustomRules(model)) }

  init(_ model: Model, _ customRules: CustomRules) {
    isComplete = model.isComplete
    for rule in Rule.all { severities[rule.name] = .some(rule.severity) }
    severities[Self.unknownWord] = .some(.note)
    for rule in customRules.rules { severities[rule.name] = .some(rule.severity) }
    for name in customRules.brokenNames where severities[name] == nil {
      severities.updateValue(nil, forKey: name)
    }
    let templates = Set(model.all(.threatTemplate).map { model.name($0) })
    var seen: [String: PolicySetting] = [:]
    let authority = PolicyAuthority(model)
    for setting in authority.settings {
      if setting.name == Rule.hollowPolicy.name, !authority.isOutside(setting.range),
        setting.severity.map({ $0 < .warning }) ?? true
      {
        diagnostics.append(Self.selfSilencing(setting))
        continue
      }
      if templates.contains(setting.name), setting.severity == nil { continue }
      if customRules.brokenNames.contains(setting.name) { continue }
      guard severities[setting.name] != nil else {
        diagnostics.append(unknownRule(setting.name, at: setting.range))
        continue
      }
      if let earlier = seen[setting.name], earlier.severity != setting.severity {
        diagnostics.append(contradiction(setting, earlier))
      }
      seen[setting.name] = setting
      severities[setting.name] = .some(setting.severity)
      if setting.name == Self.unknownWord { adjustsUnknownWords = true }
    }
  }

  /// The one finding of the compiler that a policy can adjust.
  static let unknownWord = "unknown-word"

  /// The severities of all rules that are not off, by name.
  package var all: [String: Severity] { severities.compactMapValues { $0 } }

  /// The severity of a rule; nil for one that is off.
  package subscript(name: String) -> Severity? { severities[name] ?? nil }

  package func state(of rule: Rule) -> State {
    if self[rule.name] == nil { return .off }
    return rule.evidence == .absence && !isComplete ? .waiting : .ran
  }

  func knows(_ name: String) -> Bool { severities[name] != nil }

  /// Applies the policy to findings of the compiler.
  func adjust(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard adjustsUnknownWords else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard diagnostic.rule == Self.unknownWord else { return diagnostic }
      guard let severity = self[Self.unknownWord] else { return nil }
      var adjusted = diagnostic
      adjusted.severity = severity
      return adjusted
    }
  }

  func unknownRule(_ name: String, at range: SourceRange) -> Diagnostic {
    let known = severities.keys.sorted()
    return Diagnostic(
      "unknown-rule", .error, "there is no rule `\(name)`", at: Label(range),
      help: [
        Suggestion.help(for: name, among: known)
          ?? "the name of a rule stands in brackets behind the severity of its findings"
      ])
  }

  /// A policy about which nothing is to be said, by its own word.
  private static func selfSilencing(_ setting: PolicySetting) -> Diagnostic {
    Diagnostic(
      Rule.hollowPolicy.name, .warning,
      "the policy turns off what is found about itself", at: Label(setting.range),
      notes: ["it is looked at all the same"],
      help: [
        "delete the line, and excuse a single finding with `@allow(hollow-policy, \"the reason\")`; an "
          + "organisation turns it off outside the model: `--policy`"
      ])
  }

  private func contradiction(_ setting: PolicySetting, _ earlier: PolicySetting) -> Diagnostic {
    Diagnostic(
      "contradicting-policy", .error, "two policies set `\(setting.name)` differently",
      at: Label(setting.range), secondary: [Label(earlier.range, "set here first")],
      help: ["keep one of the two"])
  }
}
