// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let unacceptableRisk = Rule(
    "unacceptable-risk", .error,
    "The policy does not accept the risk that is left of a threat that was dealt with.",
    evidence: .absence
  ) { context, findings in
    let criteria = context.risks.criteria
    guard criteria.judges else { return }
    findUnrated(context, &findings)
    findUnweighed(context, &findings)
    for statement in context.ratings(where: { isUnacceptable($0, context) }) {
      guard let first = statement.threats.first else { continue }
      var secondary: [Label] = []
      for condition in criteria.accept.prefix(4) {
        secondary += context.labels(condition, first)
      }
      secondary += hazards(first, context)
      findings.report(
        context.subject(
          of: statement,
          "is \(first.threat.status.rawValue), and the policy does not accept what is left",
          "are dealt with, and the policy does not accept what is left"),
        about: statement.entity, at: context.range(of: statement), secondary: secondary,
        notes: notes(first) + context.members(of: statement), help: help(first),
        risk: RatedRisk(statement.threats))
    }
  }

  /// What somebody took on, or calls avoided though it is still there, and nobody rated.
  private static func findUnrated(_ context: LintContext, _ findings: inout Findings) {
    let found = context.statements(of: .status) { assessed in
      assessed.threat.status != .open && assessed.isLeft && !assessed.isRated
        && assessed.isAcceptable == false && !assessed.isWeighed
        && !context.hasWrongRating(assessed) && !context.isRequired(.score, assessed)
        && !context.isRequired(.residual, assessed)
    }
    for statement in found {
      guard let first = statement.threats.first else { continue }
      let status = first.threat.status
      let isAvoided = status == .avoided
      findings.report(
        isAvoided
          ? context.subject(
            of: statement, "is called avoided, and the model still has what it is about",
            "are called avoided, and the model still has what they are about")
          : context.subject(
            of: statement, "is \(status.rawValue), and nobody rated what the policy is to accept",
            "are \(status.rawValue), and nobody rated what the policy is to accept"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.risks.criteria.accept.prefix(4).map {
          "\(context.quoted(.accept, $0.range)) does not hold of what has no rating"
        } + context.members(of: statement),
        help: isAvoided
          ? "take what is gone out of the model, or rate what is left of it in `residual`"
          : "rate it in `score`, or add what is done about it: a risk without a rating is under no limit",
        risk: RatedRisk(statement.threats))
    }
  }

  /// What is to be outweighed by a benefit, where no document of the model weighs it.
  private static func findUnweighed(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let subjects: Set = [
      "benefit-risk-analysis", "risk-management-report", "safety-risk-file", "risk-assessment",
    ]
    let found = context.statements(of: .benefitRisk) { assessed in
      guard assessed.isAcceptable == false, assessed.isWeighed, !context.isApproved(assessed),
        let stating = model.first(assessed.threat.statements, stating: .benefitRisk),
        let text = model.text(stating, .benefitRisk)
      else { return false }
      let isWeighedThere = context.documents(namedIn: text).contains {
        !subjects.isDisjoint(with: model.words($0, .covers))
      }
      // What the benefit is may be said right there.
      let isSaid = text.split(separator: " ").count > 4
      return !isWeighedThere && !isSaid
    }
    for statement in found {
      let text =
        "beyond what the policy accepts, and `benefit-risk` names no document that weighs the benefit"
      findings.report(
        context.subject(of: statement, "is \(text)", "are \(text)"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement),
        help:
          "declare the document, and name it by its id: `document RMF-12 \"…\" { covers: benefit-risk-analysis }`",
        risk: RatedRisk(statement.threats))
    }
  }

  private static func isUnacceptable(_ assessed: AssessedThreat, _ context: LintContext) -> Bool {
    switch assessed.threat.status {
    case .mitigated, .accepted, .transferred, .avoided: break
    // Of a grave one `severity-mismatch` says that what cannot happen has no score.
    case .notApplicable:
      if let initial = assessed.initial, [.high, .critical].contains(initial.severity) {
        return false
      }
    case .open: return false
    }
    return assessed.isRated && assessed.isAcceptable == false
      && !assessed.isWeighed && !context.hasWrongRating(assessed)
  }

  private static func notes(_ assessed: AssessedThreat) -> [String] {
    isRatedOnlyBefore(assessed)
      ? ["nobody rated it after measures, so the rating before them counts"] : []
  }

  private static func isRatedOnlyBefore(_ assessed: AssessedThreat) -> Bool {
    assessed.threat.status == .mitigated && assessed.residual == nil
      && assessed.residualExploitability == nil
  }

  /// The severities of harm that a condition looked at.
  private static func hazards(_ assessed: AssessedThreat, _ context: LintContext) -> [Label] {
    let words: Set = ["harm", "harm-severity", "risk", "multi-patient"]
    let isAsked = context.risks.criteria.accept.contains { condition in
      context.unmetClauses(condition, assessed).contains { clause in
        clause.facts.contains { words.contains($0.name) }
      }
    }
    guard isAsked else { return [] }
    return assessed.hazards.prefix(4).map { hazard in
      Label(
        context.range(of: .severity, orHeadingOf: hazard),
        "it can lead to `\(context.model.path(hazard))`")
    }
  }

  private static func help(_ assessed: AssessedThreat) -> String {
    let weigh = "say in `benefit-risk` where the benefit is weighed against it"
    let property = assessed.current == nil ? Property.residualExploitability : .residual
    return isRatedOnlyBefore(assessed)
      ? "rate what is left in `\(property.word)`, or add a further control, or \(weigh)"
      : "add a control that lowers the risk and rate what is left in `\(property.word)`, or \(weigh)"
  }
}

extension LintContext {
  /// The declarations that state the rating that counts of the threats that a rule finds.
  fileprivate func ratings(where isFound: (AssessedThreat) -> Bool) -> [RiskStatement] {
    let order: [Property] = [.residual, .score, .residualExploitability, .exploitability]
    return order.indices.flatMap { index in
      statements(of: order[index]) { assessed in
        let isRatedNearer = order[..<index].contains {
          model.first(assessed.threat.statements, stating: $0) != nil
        }
        return !isRatedNearer && isFound(assessed)
      }
    }
  }
}
