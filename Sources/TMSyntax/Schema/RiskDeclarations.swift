// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Schema {
  /// What can go wrong, and what is done about it.
  static let riskDeclarations: [KeywordSpec] = [
    KeywordSpec(
      keyword: .category,
      documentation: "A category of threat of a team's own, beside those of the methods.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.violates, .text, "The property that such a threat violates."),
        .init(
          .harm, .word(.noHarm),
          "`none` where such a threat by itself leads to no hazard of what it is about."),
      ]),
    KeywordSpec(
      keyword: .hazard,
      documentation: "An entry of the safety risk file that a security threat can lead to.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.severity, .word(.harmSeverities), "The severity of the harm."),
        .init(.multiPatient, .boolean, "Whether one attack can harm several patients."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .control, documentation: "A risk control measure.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.mitigates, listOf: .threatCategory, "The categories of threat it answers."),
        .init(
          .answers, listOf: .identifier,
          "The threats it answers by name, those of special attacks too: `relayed-tag`, or one id."),
        .init(
          .protects, listOf: .reference(.subjects),
          "What it is at work for, wherever it is declared."
        ),
        .init(.mechanism, listOf: .word(.mechanisms), "What it works by."),
        .init(
          .capability, listOf: .word(.capabilities),
          "Its security capability (IEC TR 80001-2-2, MDS2)."),
        .init(
          .category, listOf: .word(.controlCategories),
          "Its category in the FDA premarket guidance."),
        .init(
          .foundational, listOf: .word(.foundationalRequirements),
          "The foundational requirements (IEC 62443) that it serves."),
        .init(
          .safetyImpact, listOf: .reference([.hazard]),
          "The hazards that the control itself has an effect on."),
        .init(
          .newRisks, .text, "The risks that the control brings with it, or why there are none."),
        .init(.satisfies, listOf: .reference([.requirement]), "The requirements it satisfies."),
        .init(
          .status, .word(.controlStatuses),
          "How far it is; without it, the control counts as implemented."),
        .init(
          .verifiedBy, listOf: .oneOf([.reference([.verification]), .identifier, .text]),
          "The verifications of it: declared ones, or the ids of tests kept elsewhere."),
      ] + pathProperties + [
        .init(.owner, .text, "Who answers for it.")
      ]),
    KeywordSpec(
      keyword: .requirement, documentation: "A requirement that a control satisfies.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.status, .word(.requirementStatuses), "How far it is."),
        .init(
          .verifiedBy, listOf: .oneOf([.reference([.verification]), .identifier, .text]),
          "The verifications of it: declared ones, or the ids of tests kept elsewhere."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .verification,
      documentation: "The evidence that a requirement is met: a test, an analysis, a review.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.method, .word(.verificationMethods), "How it verifies."),
        .init(.status, .word(.verificationStatuses), "Its result; planned if left out."),
        .init(.date, .date, "When it was last done."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .threat,
      documentation: "The triage of the threat of this name, or a threat of your own.",
      places: .init(
        topLevel: false, inside: [.external, .process, .store, .flow, .asset, .interface]),
      id: .required,
      properties: [
        .init(
          .category, .threatCategory, "Its category; makes it a threat of your own."),
        .init(.advice, .text, "What to do about it."),
        .init(.consequence, .text, "What it can lead to for a patient or user."),
        .init(.cwe, listOf: .number(1...99999), "Weaknesses (CWE) it exploits."),
        .init(.capec, listOf: .number(1...99999), "Attack patterns (CAPEC) it follows."),
        .init(.attack, listOf: .identifier, "Techniques of MITRE ATT&CK."),
      ] + decisionProperties),
    KeywordSpec(
      keyword: .decision,
      documentation:
        "One rating and decision for every threat it covers, but those whose triage states a status.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.covers, listOf: .condition(.threat), "The threats that it is about.")
      ] + decisionProperties),
    KeywordSpec(
      keyword: .matrix,
      documentation:
        "A risk matrix: exploitability in rows, severity of harm in columns; cells are words.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(
          .columns, listOf: .word(.harmSeverities), "The severities of harm, the least first."),
        .init(
          .acceptable, listOf: .identifier,
          "The cells that are acceptable; `controlled` if left out."),
      ]),
    KeywordSpec(
      keyword: .row, documentation: "The cells of a risk matrix for one exploitability.",
      places: .init(topLevel: false, inside: [.matrix]), id: .required,
      properties: [
        .init(.cells, listOf: .identifier, "One word a column, such as `controlled`.")
      ]),
    KeywordSpec(
      keyword: .assumption,
      documentation: "What the model takes for granted; a decision may rest on it.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.about, listOf: .reference(.everything), "What it is about."),
        .init(.owner, .text, "Who answers for it."),
        .init(.reviewBy, .date, "When it is to be looked at again."),
      ]),
    KeywordSpec(
      keyword: .document,
      documentation: "A document beside the model that says what the model does not.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(
          .covers, listOf: .word(.documentSubjects), "What it is about, of what profiles ask for."),
        .init(.version, .text, "Its version."),
        .init(.date, .date, "The date of that version."),
        .init(
          .status, .word(.documentStatuses), "How far it is; without it, it counts as approved."),
        .init(.owner, .text, "Who answers for it."),
      ]),
  ]

  /// How a threat is rated, what was decided about it, and on what grounds.
  private static let decisionProperties: [PropertySpec] = [
    .init(.status, .word(.threatStatuses), "What was decided."),
    .init(.treatment, .word(.treatments), "How the risk is treated."),
    .init(.because, .text, "Why it was decided so."),
    .init(.controls, listOf: .reference([.control]), "The controls that answer it."),
    .init(
      .score, .oneOf([.text, .number(0...100)]),
      "Its score before measures: a vector, or a plain number."),
    .init(
      .residual, .oneOf([.text, .number(0...100)]),
      "Its score after measures: a vector, or a plain number."),
    .init(
      .severity, .word(.severityBands),
      "The severity of its score in words; it must agree with the score."),
    .init(
      .exploitability, .word(.exploitabilities),
      "How easily it is exploited before measures; from the vector if left out."),
    .init(
      .residualExploitability, .word(.exploitabilities),
      "How easily it is exploited after measures; from the vector if left out."),
    .init(
      .harm, listOf: .harm,
      "The hazards it can lead to, or `none`; those of its flow and assets if left out."),
    .init(.actor, .text, "Who would do it: the threat source."),
    .init(.scenario, .text, "How it would go: the attack scenario."),
    .init(.precondition, .text, "What must hold for it to work."),
    .init(.vulnerability, .text, "The weakness of this system that it exploits."),
    .init(.cve, listOf: .identifier, "The published vulnerabilities that it covers."),
    .init(.until, .date, "The date on which the decision expires."),
    .init(.approver, .text, "Who approved the decision."),
    .init(.date, .date, "When it was decided."),
    .init(
      .transferredTo, .text,
      "To whom the risk is transferred, and where it is told: a section of the labeling."),
    .init(
      .benefitRisk, .text,
      "Where the benefit is weighed against a risk beyond what the policy accepts."),
    .init(.about, listOf: .reference([.assumption]), "The assumptions that the decision rests on."),
    .init(.owner, .text, "Who answers for it."),
  ]
}
