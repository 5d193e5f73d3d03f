// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMRisk
import TMSource
import TMThreats

/// A lint rule: its name, what it weighs and its check.
///
/// A rule lives in one file under `Rules`, has one line in `Rule.sections`, and one page under
/// `docs/rules` whose examples are its tests.
package struct Rule: Sendable {
  /// The name in brackets behind a severity, and in `@allow` and `policy`.
  package let name: String
  /// The severity that a policy has not changed.
  package let severity: Severity
  /// One sentence for lists of rules.
  package let summary: String
  package let evidence: Evidence
  /// What the rule looks for, one after another.
  let parts: [Part]

  /// A check with what it depends on.
  struct Part: Sendable {
    let reading: Reading
    let check: @Sendable (LintContext, inout Findings) -> Void
  }

  /// What a finding of the rule rests on.
  package enum Evidence: Sendable {
    /// On what is written: the rule runs on every model.
    case presence
    /// On what is nowhere written: the rule waits until syntax and names are right, since what it
    /// misses may only be misspelt.
    case absence
    /// On what the other rules found: the rule runs after them.
    case findings
  }

  /// What a finding depends on, and what it says.
  package enum Reading: Sendable {
    /// On names, kinds, references and words of the language alone: where somebody types in a title or a text
    /// of a part of the system, it stays what it was.
    case names
    /// On titles, texts, sentences about threats, ratings or approvals too.
    case words
  }

  init(
    _ name: String, _ severity: Severity, _ summary: String, evidence: Evidence = .presence,
    reading: Reading = .words,
    check: @escaping @Sendable (LintContext, inout Findings) -> Void
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.evidence = evidence
    parts = [Part(reading: reading, check: check)]
  }

  /// A rule of which only a part depends on words.
  ///
  /// - Parameters:
  ///   - names: what reads names alone.
  ///   - words: what reads titles or texts.
  init(
    _ name: String, _ severity: Severity, _ summary: String, evidence: Evidence = .presence,
    names: @escaping @Sendable (LintContext, inout Findings) -> Void,
    words: @escaping @Sendable (LintContext, inout Findings) -> Void
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.evidence = evidence
    parts = [Part(reading: .names, check: names), Part(reading: .words, check: words)]
  }
}

/// What rules look at.
package struct LintContext: Sendable {
  package let model: Model
  package let register: ThreatRegister
  package let risks: RiskRegister
  /// The threats held against what was approved of them.
  package let approvals: ApprovalReview
  /// The day of the run, which dates of decisions are compared with.
  package let today: CalendarDate
  package let evaluator: Evaluator
  /// The threats that somebody triaged, rated or decided, in the order of the register.
  let stated: [AssessedThreat]
  let controls: AppliedControls
  /// The rules that a policy turns off.
  let turnedOff: Set<String>
  private let knownMovement = OnDemand<DataMovement>()
  private let knownCrossings = OnDemand<[EntityID: ClearCrossing]>()
  /// The components with what the files of a bill and of vulnerabilities say of them.
  let software: SoftwareReport
  /// The excuses that no rule needed; empty until all but the last rules have run.
  var unusedExcuses: [Excuse] = []
  /// Where the compiler found errors, in source order.
  private let errors: [SourceRange]

  init(
    _ compilation: Compilation, _ register: ThreatRegister, _ risks: RiskRegister,
    _ software: SoftwareReport, _ approvals: ApprovalReview, today: CalendarDate
  ) {
    self.approvals = approvals
    self.risks = risks
    self.software = software
    self.today = today
    stated = risks.threats.filter { $0.threat.triage != nil || !$0.threat.decisions.isEmpty }
    model = compilation.model
    turnedOff = Set(PolicyAuthority(model).settings.filter { $0.severity == nil }.map(\.name))
    controls = AppliedControls(compilation.model)
    self.register = register
    evaluator = Evaluator(compilation.model)
    errors = compilation.diagnostics.filter { $0.severity == .error }.map(\.primary.range).sorted()
  }

  /// Which elements data reaches and leaves.
  var movement: DataMovement { knownMovement.value { DataMovement(model) } }

  /// How each flow is reported that crosses a boundary in the clear.
  var clearCrossings: [EntityID: ClearCrossing] { knownCrossings.value(findClearCrossings) }

  /// Whether the compiler found an error inside a declaration, so that what seems to be missing
  /// there may only be misspelt.
  func isDamaged(_ id: EntityID) -> Bool {
    if errors.isEmpty { return false }
    let range = model.syntax(id).range
    var low = 0
    var high = errors.count
    while low < high {
      let middle = (low + high) / 2
      if errors[middle] < range.startPoint { low = middle + 1 } else { high = middle }
    }
    return low < errors.count && errors[low].file == range.file && errors[low].start <= range.end
  }
}

/// Collects what one rule finds.
struct Findings {
  /// A diagnostic and the declaration it is about, whose `@allow` can excuse it.
  struct Finding {
    var diagnostic: Diagnostic
    let subject: EntityID
  }

  private(set) var all: [Finding] = []
  private let rule: String
  private let severity: Severity

  init(_ rule: String, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
  }

  mutating func report(
    _ message: String, about subject: EntityID, at range: SourceRange, label: String? = nil,
    secondary: [Label] = [], notes: [String] = [], help: String, fix: Fix? = nil,
    names: [String]? = nil, risk: RatedRisk? = nil
  ) {
    all.append(
      Finding(
        diagnostic: Diagnostic(
          rule, severity, message, at: Label(range, label), secondary: secondary, notes: notes,
          help: [help], fix: fix, names: names, risk: risk),
        subject: subject))
  }
}
