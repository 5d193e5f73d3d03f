// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

/// What `hollow-policy` finds of rules, templates and threats that a policy does not ask about.
extension Rule {
  /// What would say that a threat is open or not acceptable, and is off.
  static func findSilence(_ context: LintContext, _ findings: inout Findings) {
    guard context.risks.criteria.judges, let policy = context.model.all(.policy).first else {
      return
    }
    for setting in PolicyAuthority(context.model).settings
    where (setting.severity.map { $0 == .note } ?? true) && guards.contains(setting.name) {
      findings.report(
        setting.severity == nil
          ? "`\(setting.name)` is off, so that nothing says which threats the policy does not accept"
          : "`\(setting.name)` is a note, so that a threat that the policy does not accept stops nothing",
        about: policy, at: setting.range,
        help: "leave it on, and take out what is noise: `exempt … { from: …; where: … }`")
    }
  }

  /// What takes several questions about several things off every list, for one reason, and what takes most of
  /// them together.
  static func findExemptions(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let exemptions = Exemptions(model).all
    findUnasked(context, &findings)
    let hiding = findHidden(exemptions, context, &findings)
    if findMost(exemptions, context, &findings) { return }
    for exemption in exemptions
    where !context.isSigned(exemption.entity) && !hiding.contains(exemption.entity) {
      let silent = exemption.names.filter(guards.contains)
      let exempted = context.register.exempted.filter { $0.exemption == exemption.entity }
      let isBlanket =
        Set(exempted.map(\.subject.entity)).count > 1 && Set(exempted.map(\.name)).count > 1
        && holdsEverywhere(exemption, exempted, context)
      guard isBlanket || !silent.isEmpty && silencesMost(exemption, context) else { continue }
      findings.report(
        silent.isEmpty
          ? "exemption `\(model.path(exemption.entity))` keeps \(exempted.count) threats out everywhere, with one reason for all"
          : "exemption `\(model.path(exemption.entity))` takes \(context.listed(silent)) away "
            + (exemption.conditions.isEmpty ? "everywhere" : "from most of what threats are about"),
        about: exemption.entity, at: context.range(of: .from, orHeadingOf: exemption.entity),
        notes: exemption.conditions.isEmpty || !isBlanket
          ? [] : ["its `where` holds of everything that it could be about"],
        help: "say with `where` for what it holds, or name in `approver` who looked at it")
    }
  }

  /// Whether an exemption has no condition, or one that leaves nothing of what it could be about.
  private static func holdsEverywhere(
    _ exemption: Exemptions.Exemption, _ exempted: [ThreatRegister.ExemptedThreat],
    _ context: LintContext
  ) -> Bool {
    if exemption.conditions.isEmpty { return true }
    let model = context.model
    let kinds = Set(exempted.map { model[$0.subject.entity].keyword })
    let subjects = model.allEntities.filter {
      kinds.contains(model[$0].keyword) && model.isInScope($0)
    }
    return subjects.allSatisfy { subject in
      exemption.conditions.contains { context.evaluator.holds($0, for: Subject(subject)) }
    }
  }

  /// Whether an exemption from a rule about threats is about most of them.
  private static func silencesMost(
    _ exemption: Exemptions.Exemption, _ context: LintContext
  ) -> Bool {
    if exemption.conditions.isEmpty { return true }
    let threats = context.register.threats
    let silenced = threats.filter { threat in
      exemption.conditions.contains { context.evaluator.holds($0, for: Subject(threat.about)) }
    }
    return silenced.count * 2 > threats.count && Set(silenced.map(\.about)).count > 1
  }

  /// Finds that the exemptions of the model, whoever looked at each, leave fewer threats than they take
  /// out.
  private static func findMost(
    _ exemptions: [Exemptions.Exemption], _ context: LintContext, _ findings: inout Findings
  ) -> Bool {
    let own = Set(exemptions.filter { !$0.isOutside }.map(\.entity))
    let exempted = context.register.exempted.filter { own.contains($0.exemption) }
    let all = context.register.threats.count + context.register.exempted.count
    // That one flow is no matter for questions at all, a condition may say.
    let isWide =
      Set(exempted.map(\.subject.entity)).count > 1
      || exemptions.contains { $0.conditions.isEmpty && own.contains($0.entity) }
    guard exempted.count * 2 > all, isWide, exempted.count > 2,
      let first = exempted.map(\.exemption).min()
    else { return false }
    let names = Set(exempted.map(\.exemption)).sorted()
    let many = "exemptions \(context.names(names)) keep"
    findings.report(
      (names.count == 1 ? "exemption \(context.names(names)) keeps" : many)
        + " \(exempted.count) of \(all) threats out",
      about: first, at: context.range(of: .from, orHeadingOf: first),
      notes: ["what is left is no picture of the system"],
      help: "say with `where` for what they hold, or answer the threats one by one; what an "
        + "organisation does not ask stands outside the model: `--policy`")
    return true
  }

  /// Templates that the policy of the model turns off: several that would ask something here, or that leave
  /// less than they take.
  private static func findUnasked(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let off = SilencedQuestions.unasked(model)
    let count = off.reduce(0) { $0 + $1.count }
    let left = context.register.threats.count
    guard off.count > 5 || count > left && count > 2,
      let first = model.policy.first(where: { $0.severity == nil && $0.name == off[0].name }),
      let policy = model.all(.policy).first
    else { return }
    findings.report(
      "the policy turns \(off.count) threats off that would be asked \(count) times here, beside \(left) that "
        + "\(left == 1 ? "is" : "are") asked",
      about: policy, at: first.range, notes: [context.listed(off.map(\.name))],
      help:
        "leave them on, and say with a reason where one is no matter: `exempt … { from: …; where: … }`"
    )
  }

  /// Exemptions and excuses, whoever looked at them, by which most threats that the policy does not accept are
  /// on no list; the exemptions of which that is said.
  private static func findHidden(
    _ exemptions: [Exemptions.Exemption], _ context: LintContext, _ findings: inout Findings
  ) -> Set<EntityID> {
    let model = context.model
    var asked = 0
    var hidden = 0
    var exempting: Set<EntityID> = []
    var excusing: [Int] = []
    let own = exemptions.filter { !$0.isOutside && !$0.hasEnded(on: context.today) }
    for assessed in context.risks.threats where assessed.isAcceptable == false {
      asked += 1
      let rule = assessed.threat.status == .open ? "untreated-threat" : "unacceptable-risk"
      let place = context.place(of: assessed)
      if let exemption = own.first(where: { exemption in
        exemption.names.contains(rule)
          && (exemption.conditions.isEmpty
            || exemption.conditions.contains {
              context.evaluator.holds($0, for: Subject(place))
            })
      }) {
        hidden += 1
        exempting.insert(exemption.entity)
      } else if let excuse = model.excuses.firstIndex(where: {
        $0.entity == place && $0.rule == rule && !($0.until.map { $0 < context.today } ?? false)
      }) {
        hidden += 1
        excusing.append(excuse)
      }
    }
    guard hidden > 2, hidden * 2 > asked else { return [] }
    let first = exempting.min()
    let excuse = excusing.min().map { model.excuses[$0] }
    guard let about = first ?? model.system ?? excuse?.entity,
      let range = first.map({ context.range(of: .from, orHeadingOf: $0) }) ?? excuse?.range
    else { return [] }
    let ways =
      (exempting.isEmpty ? [] : ["exempt \(context.names(exempting.sorted()))"])
      + (excusing.isEmpty ? [] : ["`@allow` in front of \(Set(excusing).count)"])
    findings.report(
      "\(hidden) of \(asked) threats that the policy does not accept are on no list: "
        + ways.joined(separator: ", "),
      about: about, at: range,
      notes: ["they are as open as before, and the build says nothing"],
      help:
        "answer them by what is done, or rate and decide them: `decision … { covers: …; because: … }`"
    )
    return exempting
  }

  private static let guards: Set<String> = ["untreated-threat", "unacceptable-risk"]
}
