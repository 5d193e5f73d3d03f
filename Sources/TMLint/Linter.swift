// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMRisk
import TMSource
import TMThreats

/// Runs the rules over a model and applies the policy and the excuses.
package struct Linter {
  /// The day against which `until` dates are held.
  private let today: CalendarDate
  private let compilation: Compilation
  private var context: LintContext
  private let customRules: CustomRules
  private let authority: PolicyAuthority
  private let exemptions: Exemptions
  private let excuses: [ExcuseKey: [Int]]
  private var diagnostics: [Diagnostic] = []
  private var usedExcuses: Set<Int> = []
  /// What can be kept for the next text, once the rules have run; nil where files say something of the components.
  package private(set) var kept: KeptFindings?
  /// What is known from the text before, by rule.
  private let known: [String: KeptFindings.OfRule]
  /// What was found, and an excuse or an exemption takes away.
  package private(set) var excused: [Diagnostic] = []

  private struct ExcuseKey: Hashable {
    let entity: EntityID
    let rule: String
  }

  /// - Parameters:
  ///   - risks: the threats as they were decided, whoever approved that.
  ///   - approvals: what was approved of them.
  ///   - software: what files say of the components of the model; nil if there are none.
  ///   - today: the day of the run; dates of excuses, decisions and components are compared with it.
  ///   - earlier: what was kept of the text before.
  package init(
    _ compilation: Compilation, _ register: ThreatRegister, _ risks: RiskRegister,
    software: SoftwareReport? = nil, approvals: ApprovalReview = .none,
    today: CalendarDate, after earlier: KeptFindings? = nil
  ) {
    self.compilation = compilation
    self.today = today
    let isKept = software == nil
    known = isKept ? earlier?.found(in: compilation.model, today: today) ?? [:] : [:]
    kept = isKept ? KeptFindings(compilation.model, register, today: today) : nil
    customRules = CustomRules(compilation.model)
    context = LintContext(
      compilation, register, risks,
      software ?? SoftwareReport(compilation.model, today: today), approvals, today: today)
    authority = PolicyAuthority(compilation.model)
    exemptions = Exemptions(compilation.model)
    excuses = Dictionary(
      grouping: compilation.model.excuses.indices,
      by: { index in
        let excuse = compilation.model.excuses[index]
        return ExcuseKey(entity: excuse.entity, rule: excuse.rule)
      })
  }

  /// All findings, those of the compiler included, in listing order.
  package mutating func run() -> [Diagnostic] { run { true } ?? [] }

  /// All findings, or nil as soon as nobody wants them any more: asked before each rule.
  package mutating func run(while isWanted: () -> Bool) -> [Diagnostic]? {
    let severities = RuleSeverities(compilation.model, customRules)
    diagnostics = severities.diagnostics + customRules.diagnostics
    diagnostics += severities.adjust(
      compilation.diagnostics + context.register.library.diagnostics + context.risks.diagnostics
        + (context.approvals.list?.diagnostics ?? []))
    for rule in Rule.all where rule.evidence != .findings && severities.state(of: rule) == .ran {
      guard isWanted() else { return nil }
      for part in rule.parts {
        // Of the parts of a rule, one reads names at most.
        let known = part.reading == .names ? known[rule.name] : nil
        let found = known ?? findings(rule.name, severities, part.check)
        if part.reading == .names { kept?.keep(found, of: rule.name) }
        take(found)
      }
    }
    for rule in customRules.rules {
      guard isWanted() else { return nil }
      take(findings(rule.name, severities, rule.check))
    }
    findUnusedExcuses(severities)
    for rule in Rule.all where rule.evidence == .findings {
      for part in rule.parts { take(findings(rule.name, severities, part.check)) }
    }
    for view in context.model.all(.view) { _ = ViewSelection(view, of: context.model) }
    diagnostics += [context.model.conditionOverrun].compactMap { $0 }
    return diagnostics.inListingOrder()
  }

  private mutating func take(_ found: KeptFindings.OfRule) {
    diagnostics += found.reported
    excused += found.excused
    usedExcuses.formUnion(found.excuses)
  }

  /// Runs a check that is not off, and tells the findings that no excuse covers from the others.
  private func findings(
    _ name: String, _ severities: RuleSeverities,
    _ check: (LintContext, inout Findings) -> Void
  ) -> KeptFindings.OfRule {
    var found = KeptFindings.OfRule()
    guard let severity = severities[name] else { return found }
    var findings = Findings(name, severity)
    check(context, &findings)
    for finding in findings.all {
      var diagnostic = finding.diagnostic
      // What a library declares is not the user's to repair.
      if context.model.sources[diagnostic.primary.range.file].origin == .library { continue }
      let isExcused = isExcused(&diagnostic, finding.subject, &found.excuses)
      diagnostic.subject = path(of: finding.subject)
      if isExcused {
        found.excused.append(diagnostic)
      } else {
        found.reported.append(diagnostic)
      }
    }
    return found
  }

  /// What a finding is about: of a triage what that is about, so that a finding about a threat stays the
  /// same when somebody begins to write its triage.
  private func path(of subject: EntityID) -> String {
    let model = context.model
    let isTriage = model[subject].keyword == .threat
    return model.path(isTriage ? model[subject].parent ?? subject : subject)
  }

  /// Whether an excuse covers a finding; one that has expired is shown with it.
  private func isExcused(
    _ diagnostic: inout Diagnostic, _ subject: EntityID, _ usedExcuses: inout Set<Int>
  ) -> Bool {
    let rule = diagnostic.rule
    let exemption = exemptions.exemption(fromRule: rule, at: subject, on: today)
    // What a policy leaves out, it does not leave out of the list of what it leaves out.
    var isExcused = exemption.map { rule != Rule.hollowPolicy.name || $0.isOutside } ?? false
    // From what an organisation insists on, the model does not excuse itself.
    if authority.governs(rule), !authority.isOutside(subject) {
      for index in excuses[ExcuseKey(entity: subject, rule: rule)] ?? [] {
        usedExcuses.insert(index)
      }
      return isExcused
    }
    for index in excuses[ExcuseKey(entity: subject, rule: diagnostic.rule)] ?? [] {
      usedExcuses.insert(index)
      let excuse = compilation.model.excuses[index]
      if let until = excuse.until, until < today {
        diagnostic.secondary.append(Label(excuse.range, "excused until \(until), which is past"))
      } else {
        isExcused = true
      }
    }
    return isExcused
  }

  /// Collects the excuses that excuse nothing, and reports those for rules that do not exist.
  private mutating func findUnusedExcuses(_ severities: RuleSeverities) {
    let model = compilation.model
    for (index, excuse) in model.excuses.enumerated() where !usedExcuses.contains(index) {
      guard severities.knows(excuse.rule) else {
        diagnostics.append(severities.unknownRule(excuse.rule, at: excuse.ruleRange))
        continue
      }
      // A rule that did not run cannot have been excused.
      if severities[excuse.rule] == nil || !model.isComplete { continue }
      context.unusedExcuses.append(excuse)
    }
  }
}
