// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let blanketDecision = Rule(
    "blanket-decision", .warning,
    "One reason takes many different threats off the list, and nobody approved that.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let found = context.statements(of: .status) { assessed in
      guard case .decision = assessed.threat.reason else { return false }
      switch assessed.threat.status {
      case .notApplicable, .avoided: return !context.isApproved(assessed)
      // Where a policy is kept, `unapproved-decision` finds those that nobody signed one and all.
      case .accepted, .transferred:
        return !context.isApproved(assessed)
          && (!context.risks.criteria.isStated || context.states(.approver, assessed))
      case .open, .mitigated: return false
      }
    }
    findRatings(context, &findings)
    findCopies(context, &findings)
    findBenefits(context, &findings)
    var reported: Set<EntityID> = []
    for statement in found {
      let isSigned = context.isSigned(statement.entity)
      let byStatus = model.conditions(statement.entity, .covers).contains {
        $0.speaks(of: .threat(.computed(.status)))
      }
      let threats = statement.threats.map(\.threat)
      guard threats.count > 1, let first = threats.first,
        isSigned
          ? Blanket(threats).isSweeping : byStatus || Blanket(threats).isBlanket
      else { continue }
      let places = Set(threats.map(\.about)).count
      reported.insert(statement.entity)
      findings.report(
        "decision `\(model.path(statement.entity))` takes \(threats.count) threats about "
          + "\(places) \(places == 1 ? "thing" : "things") off the list as \(first.status.rawValue), with "
          + "one reason for all",
        about: statement.entity, at: context.range(of: .covers, orHeadingOf: statement.entity),
        notes: context.members(of: statement),
        help:
          "decide by what or by which threat the reason is about (`about is …`, `name is …`)"
          + (isSigned
            ? ", or approve them one by one: `tm approve`"
            : ", or name in `approver` who looked at each"),
        risk: RatedRisk(statement.threats))
    }
    findPieces(besides: reported, context, &findings)
  }

  /// One reason written at many different threats: a decision about all of them, in as many pieces.
  private static func findCopies(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    var copies: [String: [AssessedThreat]] = [:]
    for assessed in context.stated where !context.isApproved(assessed) {
      guard let triage = assessed.threat.triage, case .triage = assessed.threat.reason,
        let reason = model.text(triage, .because), !context.isSigned(triage)
      else { continue }
      switch assessed.threat.status {
      case .open: continue
      case .mitigated: if !assessed.threat.controls.isEmpty { continue }
      case .accepted, .transferred, .avoided, .notApplicable: break
      }
      copies[reason.lowercased(), default: []].append(assessed)
    }
    let found = copies.values.sorted { ($0[0].threat.id) < ($1[0].threat.id) }.filter {
      $0.count >= 5 && Blanket($0.map(\.threat)).isBlanket
    }
    for threats in found {
      guard let first = threats.first, let triage = first.threat.triage else { continue }
      findings.report(
        "\(threats.count) threats about \(Set(threats.map(\.threat.about)).count) things are off the list "
          + "with the same reason, word for word",
        about: triage, at: context.range(of: .because, orHeadingOf: triage),
        notes: context.members(of: RiskStatement(triage, .because, threats)),
        help:
          "say of each why, take one `decision` with an `approver`, or answer them by what is done",
        risk: RatedRisk(threats))
    }
  }

  /// One reason in several decisions: one decision about all that they cover, in as many pieces.
  private static func findPieces(
    besides reported: Set<EntityID>, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    var pieces: [String: [AssessedThreat]] = [:]
    for assessed in context.stated where !context.isApproved(assessed) {
      guard case .decision(let decision) = assessed.threat.reason, !reported.contains(decision),
        [.notApplicable, .avoided, .accepted, .transferred].contains(assessed.threat.status),
        let reason = model.text(decision, .because)
      else { continue }
      pieces[reason.lowercased(), default: []].append(assessed)
    }
    for threats in pieces.values.sorted(by: { $0[0].threat.id < $1[0].threat.id }) {
      let decisions = Set(threats.compactMap(\.threat.decisions.first)).sorted()
      let blanket = Blanket(threats.map(\.threat))
      let isSigned = decisions.allSatisfy(context.isSigned)
      guard decisions.count > 1, threats.count >= 5,
        isSigned ? blanket.isSweeping : blanket.isBlanket, let first = decisions.first
      else { continue }
      findings.report(
        "\(decisions.count) decisions take \(threats.count) threats off the list with the same reason, word for word",
        about: first, at: context.range(of: .because, orHeadingOf: first),
        secondary: decisions.dropFirst().prefix(3).map {
          Label(context.range(of: .because, orHeadingOf: $0), "and here")
        },
        notes: context.members(of: RiskStatement(first, .because, threats)),
        help: "say of each why, or approve them one by one: `tm approve`",
        risk: RatedRisk(threats))
    }
  }

  /// One word about the benefit for many different risks that the policy refuses.
  private static func findBenefits(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    var weighed: [String: [AssessedThreat]] = [:]
    for assessed in context.stated
    where assessed.isWeighed && assessed.isAcceptable == false && !context.isApproved(assessed) {
      guard let stating = model.first(assessed.threat.statements, stating: .benefitRisk),
        let text = model.text(stating, .benefitRisk)
      else { continue }
      weighed[text.lowercased(), default: []].append(assessed)
    }
    for threats in weighed.values.sorted(by: { $0[0].threat.id < $1[0].threat.id }) {
      guard threats.count >= 4, Blanket(threats.map(\.threat)).isBlanket,
        let first = threats.first,
        let stating = model.first(first.threat.statements, stating: .benefitRisk)
      else { continue }
      findings.report(
        "\(threats.count) threats that the policy refuses have the same `benefit-risk`, word for word",
        about: stating, at: context.range(of: .benefitRisk, orHeadingOf: stating),
        notes: context.members(of: RiskStatement(stating, .benefitRisk, threats)),
        help:
          "say for each where in the document its benefit is weighed, or approve them one by one: `tm approve`",
        risk: RatedRisk(threats))
    }
  }

  /// One rating without a word for many different threats, by which the policy accepts them as they are.
  private static func findRatings(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let found = context.statements(of: .score) { assessed in
      assessed.threat.status == .open && assessed.isAcceptable == true
        && !context.isApproved(assessed)
    }
    for statement in found
    where model[statement.entity].keyword == .decision
      && !context.isSigned(statement.entity)
    {
      let threats = statement.threats.map(\.threat)
      // A reason can be that of many, but not of whatever is open, nor of half a register.
      let byStatus = model.conditions(statement.entity, .covers).contains {
        $0.speaks(of: .threat(.computed(.status)))
      }
      let isExplained = threats.allSatisfy { $0.rationale(in: model) != nil }
      guard Blanket(threats).isBlanket,
        !isExplained || byStatus || Blanket(threats).isSweeping
      else { continue }
      findings.report(
        "decision `\(model.path(statement.entity))` gives \(threats.count) open threats one score, by which "
          + "the policy accepts them",
        about: statement.entity, at: context.range(of: .score, orHeadingOf: statement.entity),
        notes: context.members(of: statement),
        help: isExplained
          ? "rate what differs apart: by what it is about, or by which threat it is"
          : "rate what differs apart, or write in `because` why it is the same for all",
        risk: RatedRisk(statement.threats))
    }
  }
}
