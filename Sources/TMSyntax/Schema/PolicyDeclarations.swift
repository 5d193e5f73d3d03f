// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Schema {
  /// What the program is to look for, show and insist on.
  static let policyDeclarations: [KeywordSpec] = [
    KeywordSpec(
      keyword: .threatTemplate,
      documentation: "A threat template: what is said of every subject its condition holds for.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.category, .threatCategory, "The category of its threats."),
        .init(.appliesTo, listOf: .word(.templateSubjects), "What its threats are about."),
        .init(.when, .condition(.appliesTo), "When it applies."),
        .init(
          .answeredBy, listOf: .condition(.appliesTo),
          "What answers it: its threats are listed as mitigated where one of these holds."),
        .init(
          .answeredWith, listOf: .word(.mechanisms),
          "For a special attack: the mechanisms of controls that answer it. Other controls of its "
            + "category do not, until they name it in `answers`."),
        .init(
          .replaces, listOf: .identifier,
          "The general templates whose threats it says more exactly: where it holds too, it is listed "
            + "in their place."),
        .init(.method, listOf: .word(.methods), "The methods it belongs to; stride if left out."),
        .init(
          .ways, .word(.ways),
          "Whether a two-way flow has the threat in each direction or once; with `each-flow` also a flow that runs "
            + "over the connection of another."),
        .init(.advice, .text, "What to do about it."),
        .init(.consequence, .text, "What it can lead to for a patient or user."),
        .init(.cwe, listOf: .number(1...99999), "Weaknesses (CWE) it exploits."),
        .init(.capec, listOf: .number(1...99999), "Attack patterns (CAPEC) it follows."),
        .init(.attack, listOf: .identifier, "Techniques of MITRE ATT&CK."),
        .init(
          .owasp, listOf: .identifier,
          "Entries of lists of OWASP: ASVS-1.2.4, API1-2023, LLM01-2025, CICD-SEC-4."),
      ]),
    KeywordSpec(
      keyword: .view, documentation: "A named diagram: what it shows, at which level.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.kind, .word(.viewKinds), "What the view is for."),
        .init(.function, listOf: .word(.functions), "The functions that a use case is about."),
        .init(
          .state, listOf: .word(.useStates),
          "The operational and clinical states that a use case is about."),
        .init(
          .omitted, .text,
          "Why there is nothing to show for this kind of view; it is then not drawn."),
        .init(
          .include,
          listOf: .oneOf([
            .reference([.boundary, .external, .process, .store, .flow, .asset]),
            .condition(.anything),
          ]), "What it shows: declarations, with all they contain, or a condition."),
        .init(
          .exclude,
          listOf: .oneOf([
            .reference([.boundary, .external, .process, .store, .flow, .asset]),
            .condition(.anything),
          ]), "What it leaves out."),
        .init(.depth, .number(1...64), "How many levels of boundaries and processes are open."),
        .init(.overlay, .word(.overlays), "What is shown on top of the diagram."),
      ]),
    KeywordSpec(
      keyword: .rule, documentation: "An organisation's own lint rule.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.appliesTo, listOf: .word(.ruleSubjects), "What it looks at."),
        .init(.when, .condition(.appliesTo), "When it reports a finding."),
        .init(.severity, .word(.severities), "How much a finding weighs; warning if left out."),
        .init(.advice, .text, "What to do about it."),
      ]),
    KeywordSpec(
      keyword: .policy,
      documentation: "Severities of rules, and what a decision about a threat must carry.",
      places: .init(topLevel: true, inside: []), id: .none,
      properties: [
        .init(.accept, listOf: .condition(.threat), "Which threats may stay open."),
        .init(
          .require, listOf: .condition(.threat),
          "What a decision must carry: `because on accepted`."),
        .init(
          .approve, listOf: .condition(.threat),
          "Which threats count only as they were approved with `tm approve`."),
      ]),
    KeywordSpec(
      keyword: .exempt,
      documentation: "What a policy does not ask, where, and in its title why.",
      places: .init(topLevel: false, inside: [.policy]), id: .required,
      properties: [
        .init(
          .from, listOf: .identifier,
          "The threat templates that are not asked, and the rules that find nothing."),
        .init(
          .where, listOf: .condition(.anything),
          "What is exempt; everything if left out."),
        .init(.until, .date, "The date on which the exemption expires."),
        .init(.approver, .text, "Who approved the exemption."),
        .init(.owner, .text, "Who answers for it."),
      ]),
  ]
}
