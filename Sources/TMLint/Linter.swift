// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// Runs the rules over a model and applies the policy and the excuses.
package struct Linter {
  /// The day against which `until` dates are held.
  private let today: CalendarDate
  private let compilation: Compilation
  private let context: LintContext
  private var diagnostics: [Diagnostic] = []
  private var usedExcuses: Set<Int> = []

  /// - Parameter today: the day of the run; dates of excuses and decisions are compared with it.
  package init(_ compilation: Compilation, _ register: ThreatRegister, today: CalendarDate) {
    self.compilation = compilation
    self.today = today
    context = LintContext(compilation.model, register)
  }

  /// All findings, those of the compiler included, in listing order.
  package mutating func run() -> [Diagnostic] {
    let severities = RuleSeverities(compilation.model)
    diagnostics = severities.diagnostics
    diagnostics += severities.adjust(compilation.diagnostics + context.register.library.diagnostics)
    for rule in Rule.all where rule.evidence == .presence || compilation.model.isComplete {
      guard let severity = severities[rule.name] else { continue }
      var findings = Findings(rule.name, severity)
      rule.check(context, &findings)
      add(findings)
    }
    for rule in CustomRule.all(compilation.model) {
      guard let severity = severities[rule.name] else { continue }
      var findings = Findings(rule.name, severity)
      rule.check(context, &findings)
      add(findings)
    }
    reportUnusedExcuses(severities)
    diagnostics.sort(by: Diagnostic.listingOrder)
    return diagnostics
  }

  /// Keeps the findings that no excuse covers.
  private mutating func add(_ findings: Findings) {
    for finding in findings.all {
      var diagnostic = finding.diagnostic
      var isExcused = false
      for (index, excuse) in compilation.model.excuses.enumerated()
      where excuse.entity == finding.subject && excuse.rule == diagnostic.rule {
        usedExcuses.insert(index)
        if let until = excuse.until, until < today {
          diagnostic.secondary.append(Label(excuse.range, "excused until \(until), which is past"))
        } else {
          isExcused = true
        }
      }
      if !isExcused { diagnostics.append(diagnostic) }
    }
  }

  /// An excuse that excuses nothing hides the next finding of its rule.
  private mutating func reportUnusedExcuses(_ severities: RuleSeverities) {
    guard let severity = severities[UnusedExcuse.name] else { return }
    for (index, excuse) in compilation.model.excuses.enumerated()
    where !usedExcuses.contains(index) {
      guard severities.knows(excuse.rule) else {
        diagnostics.append(severities.unknownRule(excuse.rule, at: excuse.ruleRange))
        continue
      }
      // A rule that did not run cannot have been excused.
      let isSilent = severities[excuse.rule] == nil || !compilation.model.isComplete
      if isSilent { continue }
      diagnostics.append(UnusedExcuse.diagnostic(excuse, severity))
    }
  }
}
