// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

/// What profiles ask of threats, their rating and their treatment.
extension ProfilePart {
  static let threats = ProfilePart(
    "threats", "model more of the system, and look at `tm threats`"
  ) { facts in
    if facts.threats.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(ProfileFacts.count(facts.threats.count, "threat"), .chapter("register")))
  }

  static let attackVectors = ProfilePart(
    "attack vectors",
    "describe them in triage and decisions: `actor: \"…\"; scenario: \"…\"`"
  ) { facts in
    let described = facts.threats.filter { assessed in
      [Property.scenario, .actor].contains { property in
        facts.model.first(assessed.threat.statements, stating: property) != nil
      }
    }
    if described.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "\(ProfileFacts.count(described.count, "threat")) with an attack scenario",
        .chapter("register")))
  }

  static let issues = ProfilePart(
    "security-related issues that are known",
    "name published vulnerabilities with `cve`, and what stays open with a decision"
  ) { facts in
    let known = facts.threats.filter { assessed in
      switch assessed.threat.status {
      case .open, .accepted, .transferred: true
      case .mitigated, .avoided, .notApplicable:
        facts.model.first(assessed.threat.statements, stating: .cve) != nil
      }
    }
    if known.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "\(ProfileFacts.count(known.count, "threat")) that stay or have a published vulnerability",
        .chapter("register")))
  }

  static let vulnerabilities = ProfilePart(
    "known vulnerabilities in the register",
    "name them where they are assessed: `cve: CVE-…`; `tm components` finds those of components"
  ) { facts in
    var names: [String] = []
    for assessed in facts.threats {
      guard let statement = facts.model.first(assessed.threat.statements, stating: .cve) else {
        continue
      }
      for name in facts.model.words(statement, .cve) where !names.contains(name) {
        names.append(name)
      }
    }
    if names.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        ProfileFacts.count(names.count, "published vulnerability", "published vulnerabilities"),
        .chapter("software"), .chapter("register")))
  }

  static let scoring = ProfilePart(
    "the scoring scheme", "state it in the model: `scoring: cvss-4.0`"
  ) { facts in
    guard facts.states(.scoring) else { return .missing(nil) }
    return .present(ProfileEvidence("scoring scheme", .section("scoring"), .chapter("method")))
  }

  static let ratings = ProfilePart(
    "a rating before and after measures",
    "add `score: \"CVSS:…\"` and `residual: \"CVSS:…\"` to triage and decisions"
  ) { facts in
    let decided = facts.threats.filter { !$0.threat.statements.isEmpty }
    if decided.isEmpty { return .missing(nil) }
    let lacking = decided.filter { assessed in
      if assessed.lacksResidual { return true }
      switch assessed.threat.status {
      case .open, .accepted, .transferred: return !assessed.isRated
      case .mitigated, .avoided, .notApplicable: return false
      }
    }
    let rated = facts.threats.count(where: \.isRated)
    if rated == 0 { return .missing(nil) }
    let evidence = ProfileEvidence(
      ProfileFacts.count(rated, "rated threat"), .chapter("register"))
    if lacking.isEmpty { return .present(evidence) }
    return .partial(evidence, "\(lacking.count) of \(decided.count) decided threats lack one")
  }

  static let criteria = ProfilePart(
    "what is acceptable", "say it in a policy: `accept: score < 4.0`, with your own limit"
  ) { facts in
    if facts.source.risks.criteria.accept.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence("acceptance criteria", .section("acceptance"), .chapter("method")))
  }

  static let safetyHandOver = ProfilePart(
    "the transfer into the safety risk process",
    "declare its hazards: `hazard id \"…\" { severity: … }`, and name them with `harm`",
    find: safetyImpact.find)

  static let treatment = ProfilePart(
    "a treatment of each threat", "decide about them: `tm threats --status open` lists them"
  ) { facts in
    if facts.threats.isEmpty { return .missing(nil) }
    let untreated = facts.threats.count(where: \.isUntreated)
    let all = facts.threats.count
    if untreated == 0 {
      return .present(ProfileEvidence("a treatment of every threat", .chapter("register")))
    }
    let detail = "\(untreated) of \(all) threats have none"
    if untreated == all { return .missing(detail) }
    return .partial(
      ProfileEvidence("a treatment of \(all - untreated) threats", .chapter("register")), detail)
  }

  static let conclusion = ProfilePart(
    "that what is left is acceptable",
    "say what is in a policy, `accept: score < 4.0`; lower the rest, or weigh the benefit against it: "
      + "`benefit-risk: \"…\"`"
  ) { facts in
    if facts.source.risks.criteria.accept.isEmpty { return .missing(nil) }
    let beyond = facts.threats.filter { $0.isAcceptable == false }
    let unweighed = beyond.filter { assessed in
      facts.model.first(assessed.threat.statements, stating: .benefitRisk) == nil
    }
    if !unweighed.isEmpty {
      return .missing(
        "\(ProfileFacts.count(unweighed.count, "threat")) beyond what the policy accepts")
    }
    let text =
      beyond.isEmpty
      ? "every residual risk is acceptable"
      : "every residual risk is acceptable, or its benefit is weighed (\(beyond.count))"
    return .present(ProfileEvidence(text, .chapter("conclusion"), .chapter("register")))
  }

  static let benefitRisk = ProfilePart(
    "the benefit weighed where a risk is beyond what is acceptable",
    conclusion.remedy, find: conclusion.find)

  static let newRisks = ProfilePart(
    "the risks that controls bring themselves",
    "add `new-risks: \"…\"` to the controls, or why there are none, and `safety-impact: …`"
  ) { facts in
    let found = facts.all(.control).filter { control in
      facts.model.text(control, .newRisks) != nil
        || facts.model.entry(control, .safetyImpact) != nil
    }
    if found.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "\(ProfileFacts.count(found.count, "control")) with an effect on safety stated",
        .chapter("safety"), .chapter("controls")))
  }

  static let reviewDates = ProfilePart(
    "when decisions and assumptions are looked at again",
    "add `until: …` to decisions and `review-by: …` to assumptions"
  ) { facts in
    let dated =
      facts.all(.assumption).count { facts.model.entry($0, .reviewBy) != nil }
      + (facts.all(.decision) + facts.all(.threat)).count { facts.model.entry($0, .until) != nil }
    if dated == 0 { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "\(ProfileFacts.count(dated, "date")) of review", .section("assumptions"),
        .chapter("method"), .chapter("register")))
  }
}
