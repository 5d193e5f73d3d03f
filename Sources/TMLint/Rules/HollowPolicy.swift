// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
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
    let found = { (condition: Condition) in
      evaluators.first { $0.all.contains { $0.holds(condition) } }
    }
    findUnlimited(context, { found($0) != nil }, &findings)
    findDecided(about, { found($0) != nil }, context, &findings)
    for policy in model.all(.policy) {
      for condition in model.conditions(policy, .accept) {
        guard let held = found(condition) else { continue }
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
    guard let declaration = context.risks.matrixDeclaration else { return }
    let matrix = context.risks.matrix
    guard let worst = matrix.worstCell, matrix.acceptable.contains(worst.word) else {
      return findGraveCells(matrix, declaration, context, &findings)
    }
    findings.report(
      "the matrix accepts `\(worst.severity)` harm at `\(worst.exploitability)` exploitability, the worst that it has",
      about: declaration, at: context.range(of: .acceptable, orHeadingOf: declaration),
      notes: ["where that is acceptable, so is everything"],
      help: "give the cells that are not acceptable a word that `acceptable` does not list")
  }

  /// Harm that kills, or maims where the attack is no feat, in cells that are acceptable: one refused corner limits
  /// nothing.
  private static func findGraveCells(
    _ matrix: RiskMatrix, _ declaration: EntityID, _ context: LintContext,
    _ findings: inout Findings
  ) {
    let asked =
      ["high", "medium", "low"].map { ($0, "catastrophic") }
      + ["high", "medium"].map { ($0, "critical") }
    let accepted = asked.filter { exploitability, severity in
      matrix.cell(exploitability: exploitability, severity: severity)
        .map(matrix.acceptable.contains) ?? false
    }
    guard let first = accepted.first else { return }
    findings.report(
      "the matrix accepts `\(first.1)` harm at `\(first.0)` exploitability"
        + (accepted.count > 1 ? ", and \(accepted.count - 1) more of its gravest cells" : ""),
      about: declaration, at: context.range(of: .acceptable, orHeadingOf: declaration),
      notes: ["what falls there is then under no limit"],
      help: "give the cells that are not acceptable a word that `acceptable` does not list")
  }

  /// Conditions that accept whatever somebody says to be taken on.
  private static func findDecided(
    _ about: EntityID, _ isFound: (Condition) -> Bool, _ context: LintContext,
    _ findings: inout Findings
  ) {
    let model = context.model
    for policy in model.all(.policy) {
      for condition in model.conditions(policy, .accept) where !isFound(condition) {
        let status = [ThreatStatus.accepted, .transferred, .avoided].first { status in
          let worst = WorstThreat(
            Subject(about), model, nil, context.risks.matrix, 10, harms: true, status: status)
          return Evaluator(model, about: worst).holds(condition)
        }
        guard let status else { continue }
        findings.report(
          "`accept` holds for whatever is called \(status.rawValue), of score 10 and that kills several patients",
          about: policy, at: condition.range,
          notes: ["to decide so is then to make it acceptable, and no risk is under a limit"],
          help:
            "say up to which score or harm a decision may go: `\(status.rawValue) and score < 7.0`")
      }
    }
  }

  /// Threats of the model that `accept` holds for, however grave: what it names has no limit.
  private static func findUnlimited(
    _ context: LintContext, _ isFound: (Condition) -> Bool, _ findings: inout Findings
  ) {
    let model = context.model
    let authority = PolicyAuthority(model)
    var accepted: [AssessedThreat] = []
    var first: (policy: EntityID, range: SourceRange)?
    for policy in model.all(.policy) where !authority.isOutside(policy) {
      for condition in model.conditions(policy, .accept) where !isFound(condition) {
        let held = context.risks.threats.filter { assessed in
          assessed.threat.status == .open && isGrave(assessed, condition)
            && context.risks.criteria.holds(condition, for: assessed)
        }
        guard !held.isEmpty else { continue }
        if first == nil { first = (policy, condition.range) }
        accepted += held.filter { threat in
          !accepted.contains { $0.threat.id == threat.threat.id }
        }
      }
    }
    guard accepted.count > 2, let first else { return }
    let unrated = accepted.filter { !$0.isRated }.count
    findings.report(
      "`accept` holds for \(accepted.count) open threats"
        + (unrated == accepted.count
          ? " that nobody rated"
          : unrated == 0 ? ", whatever their score" : ", \(unrated) of them not rated"),
      about: first.policy, at: first.range,
      notes: [context.listed(accepted.map(\.threat.id))],
      help: "add a limit (`… and score < 4.0`) and rate them, or decide them with a reason: "
        + "`decision … { covers: …; because: … }`", risk: RatedRisk(accepted))
  }

  /// Whether a condition that holds for an open threat does not look at what it weighs.
  private static func isGrave(_ assessed: AssessedThreat, _ condition: Condition) -> Bool {
    func looks(at attributes: [ComputedThreatAttribute]) -> Bool {
      attributes.contains { condition.speaks(of: .threat(.computed($0))) }
    }
    let isHarmful = ["serious", "critical", "catastrophic"].contains(assessed.harmSeverity)
    if !assessed.isRated {
      return isHarmful || !looks(at: [.harm, .harmSeverity, .multiPatient, .risk])
    }
    guard let score = assessed.current?.score.value else { return false }
    return score >= 9
      || score >= 7 && !looks(at: [.score, .initialScore, .residual, .severity, .risk])
  }
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
  private let status: ThreatStatus

  /// - Parameter zone: where it happens; nil for a place in none.
  init(
    _ about: Subject, _ model: Model, _ zone: String?, _ matrix: RiskMatrix, _ score: Double?,
    harms: Bool, status: ThreatStatus = .open
  ) {
    self.about = about
    self.model = model
    self.zone = zone
    self.matrix = matrix
    self.score = score
    self.harms = harms
    self.status = status
  }

  var id: String { "" }
  var formerIDs: [String] { [] }
  var statements: [EntityID] { [] }
  var isMultiPatient: Bool { harms }

  func words(_ attribute: ComputedThreatAttribute) -> [String] {
    switch attribute {
    case .status: [status.rawValue]
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
