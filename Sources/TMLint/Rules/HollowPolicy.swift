// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let hollowPolicy = Rule(
    "hollow-policy", .warning,
    "A policy accepts the worst threat there can be, or does not ask what is open.",
    evidence: .absence
  ) { context, findings in
    findAcceptance(context, &findings)
    findSilence(context, &findings)
    findExemptions(context, &findings)
  }

  /// What accepts a threat only because it is open, or whatever its score.
  private static func findAcceptance(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    guard let about = model.graph.flows.first?.entity ?? model.system else { return }
    let named = Set(model.allEntities.compactMap { model.zone($0) }).sorted()
    func worst(_ isRated: Bool) -> [Evaluator] {
      ([nil] + named.map(Optional.some)).map { zone in
        Evaluator(
          model, about: WorstThreat(Subject(about), model, zone, isRated: isRated))
      }
    }
    let (rated, unrated) = (worst(true), worst(false))
    for policy in model.all(.policy) {
      for condition in model.conditions(policy, .accept) {
        let isRated = rated.contains { $0.holds(condition) }
        guard isRated || unrated.contains(where: { $0.holds(condition) }) else { continue }
        findings.report(
          isRated
            ? "`accept` holds for an open threat of score 10 that kills several patients"
            : "`accept` holds for an open threat that nobody rated and that kills several patients",
          about: policy,
          at: condition.range,
          notes: ["a risk is acceptable where one condition holds, so that everything is"],
          help: "say up to which score or harm a risk may stay: `score < 4.0`")
      }
    }
  }

  /// What would say that a threat is open or not acceptable, and is off.
  private static func findSilence(_ context: LintContext, _ findings: inout Findings) {
    guard context.risks.criteria.judges, let policy = context.model.all(.policy).first else {
      return
    }
    for setting in PolicyAuthority(context.model).settings
    where setting.severity == nil && guards.contains(setting.name) {
      findings.report(
        "`\(setting.name)` is off, so that nothing says which threats the policy does not accept",
        about: policy, at: setting.range,
        help: "leave it on, and take out what is noise: `exempt … { from: …; where: … }`")
    }
  }

  /// What takes several questions about several things off every list, for one reason, and what takes most of
  /// them together.
  private static func findExemptions(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let exemptions = Exemptions(model).all
    if findMost(exemptions, context, &findings) { return }
    for exemption in exemptions where model.entry(exemption.entity, .approver) == nil {
      let silent = exemption.names.filter(guards.contains)
      let exempted = context.register.exempted.filter { $0.exemption == exemption.entity }
      let isBlanket =
        exemption.conditions.isEmpty && Set(exempted.map(\.subject.entity)).count > 1
        && Set(exempted.map(\.name)).count > 1
      guard isBlanket || !silent.isEmpty && exemption.conditions.isEmpty else { continue }
      findings.report(
        silent.isEmpty
          ? "exemption `\(model.path(exemption.entity))` keeps \(exempted.count) threats out everywhere, with one reason for all"
          : "exemption `\(model.path(exemption.entity))` takes \(context.listed(silent)) away everywhere",
        about: exemption.entity, at: context.range(of: .from, orHeadingOf: exemption.entity),
        help: "say with `where` for what it holds, or name in `approver` who looked at it")
    }
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

  private static let guards: Set<String> = ["untreated-threat", "unacceptable-risk"]
}

/// The worst that a policy can be asked about: open, of the highest score, deadly to several patients.
private struct WorstThreat: ThreatSubject {
  let about: Subject
  private let model: Model
  private let zone: String?
  private let isRated: Bool

  /// - Parameter zone: where it happens; nil for a place in none.
  init(_ about: Subject, _ model: Model, _ zone: String?, isRated: Bool) {
    self.about = about
    self.model = model
    self.zone = zone
    self.isRated = isRated
  }

  var id: String { "" }
  var formerIDs: [String] { [] }
  var statements: [EntityID] { [] }
  var isMultiPatient: Bool { true }

  func words(_ attribute: ComputedThreatAttribute) -> [String] {
    switch attribute {
    case .status: ["open"]
    case .severity: isRated ? ["critical"] : []
    case .exploitability: isRated ? ["high"] : []
    case .zone: [zone].compactMap { $0 }
    case .method: ThreatRegister.methods(model).map(\.rawValue)
    case .harmSeverity: ["catastrophic"]
    case .category: CategoryTable(model).all.map(\.rawValue)
    case .id, .name, .about, .treatment, .score, .initialScore, .residual, .risk, .harm,
      .multiPatient, .crosses, .assets, .controls:
      []
    }
  }

  func number(_ attribute: ComputedThreatAttribute) -> Double? {
    switch attribute {
    case .score, .initialScore: isRated ? 10 : nil
    case .id, .name, .about, .category, .method, .status, .treatment, .residual, .severity,
      .exploitability, .risk, .harm, .harmSeverity, .multiPatient, .zone, .crosses, .assets,
      .controls:
      nil
    }
  }

  func entities(_ attribute: ComputedThreatAttribute) -> [EntityID] {
    attribute == .harm ? model.all(.hazard) : []
  }
}
