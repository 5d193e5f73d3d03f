// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
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
    guard let about = model.graph.flows.first?.entity ?? model.system,
      model.all(.policy).contains(where: { !model.conditions($0, .accept).isEmpty })
    else { return findMatrix(context, &findings) }
    let named = Set(model.all(.boundary).compactMap { model.zone($0) }).sorted()
    let matrix = context.risks.matrix
    func worst(_ score: Double?, _ harms: Bool) -> [Evaluator] {
      ([nil] + named.map(Optional.some)).map { zone in
        Evaluator(
          model, about: WorstThreat(Subject(about), model, zone, matrix, score, harms: harms))
      }
    }
    // Where nothing can harm anybody, as far as the model knows, a limit of harm is none.
    let isHarmless = context.risks.threats.allSatisfy(\.hazards.isEmpty)
    // Where CVSS begins to call it critical; of other schemes only the top is known.
    let isCVSS = [.cvss20, .cvss30, .cvss31, .cvss40, nil].contains(model.scoring)
    let scores: [Double?] = [10, nil] + (isCVSS ? [9] : [])
    let evaluators = scores.flatMap { score in
      (isHarmless ? [true, false] : [true]).map { harms in
        (score: score, harms: harms, all: worst(score, harms))
      }
    }
    for policy in model.all(.policy) {
      for condition in model.conditions(policy, .accept) {
        let held = evaluators.first { $0.all.contains { $0.holds(condition) } }
        guard let held else { continue }
        findings.report(
          "`accept` holds for an open threat "
            + (held.score.map { "of score \(Int($0))" } ?? "that nobody rated")
            + (held.harms
              ? (held.score == nil ? " and that kills" : " that kills") + " several patients"
              : ", since no threat of the model can lead to a hazard"),
          about: policy,
          at: condition.range,
          notes: ["a risk is acceptable where one condition holds, so that everything is"],
          help: held.harms
            ? "say up to which score or harm a risk may stay: `score < 4.0`"
            : "add a limit of the score (`score < 4.0 and …`), or declare the hazards and what leads to them"
        )
      }
    }
    findMatrix(context, &findings)
  }

  /// A matrix in which no risk is too great.
  private static func findMatrix(_ context: LintContext, _ findings: inout Findings) {
    guard let declaration = context.risks.matrixDeclaration,
      let worst = context.risks.matrix.worstCell,
      context.risks.matrix.acceptable.contains(worst.word)
    else { return }
    findings.report(
      "the matrix accepts `\(worst.severity)` harm at `\(worst.exploitability)` exploitability, the worst that it has",
      about: declaration, at: context.range(of: .acceptable, orHeadingOf: declaration),
      notes: ["where that is acceptable, so is everything"],
      help: "give the cells that are not acceptable a word that `acceptable` does not list")
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
    for exemption in exemptions where !context.isSigned(exemption.entity) {
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

  private static let guards: Set<String> = ["untreated-threat", "unacceptable-risk"]
}

/// The worst that a policy can be asked about: open, of the highest score, deadly to several patients.
private struct WorstThreat: ThreatSubject {
  let about: Subject
  private let model: Model
  private let zone: String?
  private let matrix: RiskMatrix
  /// Its score; nil where nobody rated it.
  private let score: Double?
  private let harms: Bool

  /// - Parameter zone: where it happens; nil for a place in none.
  init(
    _ about: Subject, _ model: Model, _ zone: String?, _ matrix: RiskMatrix, _ score: Double?,
    harms: Bool
  ) {
    self.about = about
    self.model = model
    self.zone = zone
    self.matrix = matrix
    self.score = score
    self.harms = harms
  }

  var id: String { "" }
  var formerIDs: [String] { [] }
  var statements: [EntityID] { [] }
  var isMultiPatient: Bool { harms }

  func words(_ attribute: ComputedThreatAttribute) -> [String] {
    switch attribute {
    case .status: ["open"]
    case .severity: score != nil ? ["critical"] : []
    case .exploitability: score != nil ? ["high"] : []
    case .zone: [zone].compactMap { $0 }
    case .method: ThreatRegister.methods(model).map(\.rawValue)
    case .harmSeverity: harms ? ["catastrophic"] : []
    // What nobody rated lies in no cell.
    case .risk: score != nil && harms ? [matrix.worstCell?.word].compactMap { $0 } : []
    case .category: CategoryTable(model).all.map(\.rawValue)
    case .id, .name, .about, .treatment, .score, .initialScore, .residual, .harm,
      .multiPatient, .crosses, .assets, .controls:
      []
    }
  }

  func number(_ attribute: ComputedThreatAttribute) -> Double? {
    switch attribute {
    case .score, .initialScore: score
    case .id, .name, .about, .category, .method, .status, .treatment, .residual, .severity,
      .exploitability, .risk, .harm, .harmSeverity, .multiPatient, .zone, .crosses, .assets,
      .controls:
      nil
    }
  }

  func entities(_ attribute: ComputedThreatAttribute) -> [EntityID] {
    attribute == .harm && harms ? model.all(.hazard) : []
  }
}
