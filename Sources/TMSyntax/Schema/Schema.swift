// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One kind of declaration: a row of the table of the language.
package struct KeywordSpec: Sendable {
  package let keyword: Keyword
  /// One sentence for hovers and the language reference.
  package let documentation: String
  /// Where the declaration may stand.
  package let places: Places
  package let id: IDRule
  package let properties: [PropertySpec]

  package struct Places: Sendable {
    package let topLevel: Bool
    package let inside: KeywordSet
  }

  /// Whether a declaration carries an id.
  package enum IDRule: Sendable {
    case required
    case optional
    case none
  }

  /// The row of a property, if the declaration takes it.
  package func spec(of property: Property) -> PropertySpec? {
    properties.first { $0.property == property } ?? Schema.common.first { $0.property == property }
  }
}

/// The one table of the language: keywords, properties, their types and documentation.
///
/// The parser's checks, suggestions, completion, hovers, the language reference and the editor
/// grammars come from it or are tested against it.
package enum Schema {
  private static let byKeyword: [KeywordSpec] = Keyword.allCases.map { keyword in
    specs.first { $0.keyword == keyword }
      ?? KeywordSpec(
        keyword: keyword, documentation: "", places: .init(topLevel: true, inside: []),
        id: .none, properties: [])
  }

  package static func spec(of keyword: Keyword) -> KeywordSpec {
    byKeyword[Int(keyword.rawValue)]
  }

  /// All words that start a declaration.
  package static let keywords: [String] = {
    var words: [String] = []
    for keyword in Keyword.allCases where !words.contains(keyword.word) {
      words.append(keyword.word)
    }
    return words
  }()

  private static let byWord: [String: Keyword] = Dictionary(
    Keyword.allCases.map { ($0.word, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind of declaration that a word starts at the top level or inside another declaration.
  package static func keyword(_ word: String, inside parent: Keyword?) -> Keyword? {
    guard let keyword = byWord[word] else { return nil }
    return keyword == .threat && parent == nil ? .threatTemplate : keyword
  }

  /// Properties that every declaration takes.
  package static let common: [PropertySpec] = [
    .init(
      .was, listOf: .identifier,
      "Former ids, so that triage, baselines and diffs follow a rename."),
    .init(.tags, listOf: .identifier, "Words of your own, for views and queries."),
    .init(.link, listOf: .text, "Where more is written: a URL or a document number."),
  ]

  package static let specs: [KeywordSpec] = [
    KeywordSpec(
      keyword: .model, documentation: "The system as a whole; once in a compilation.",
      places: .init(topLevel: true, inside: []), id: .optional,
      properties: [
        .init(.version, .text, "The version of the system that the model describes."),
        .init(.owner, .text, "Who answers for the model."),
        .init(.date, .date, "The date of the model."),
        .init(
          .method, listOf: .word(.methods),
          "How threats are found: STRIDE per interaction, STRIDE per element, LINDDUN or CIA."),
        .init(.scoring, .word(.scorings), "The scheme in which threats are scored."),
      ]),
    KeywordSpec(
      keyword: .import, documentation: "Another file's declarations, or a library's.",
      places: .init(topLevel: true, inside: []), id: .none, properties: []),
    KeywordSpec(
      keyword: .zone, documentation: "A kind of environment beyond the built-in ones.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(
          .like, .oneOf([.word(.zones), .reference([.zone])]),
          "The zone whose trust it starts from."
        ),
        .init(.trust, .number(0...10), "How far it can be trusted: 0 (internet) to 10."),
        .init(.access, .word(.access), "Who can physically get there."),
        .init(.securityLevel, .number(0...4), "The target security level (IEC 62443)."),
      ]),
    KeywordSpec(
      keyword: .asset,
      documentation: "What is worth protecting: data, or another property of the product.",
      places: .init(topLevel: true, inside: [.boundary]), id: .required,
      properties: [
        .init(.class, listOf: .word(.assetClasses), "What kind of asset it is."),
        .init(.confidentiality, .word(.levels), "How bad it is when somebody reads it."),
        .init(.integrity, .word(.levels), "How bad it is when somebody alters it."),
        .init(.availability, .word(.levels), "How bad it is when it cannot be reached."),
        .init(
          .harm, listOf: .reference([.hazard]), "The hazards that its loss or change can lead to."),
        .init(.controls, listOf: .reference([.control]), "The controls that protect it."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .hazard,
      documentation: "An entry of the safety risk file that a security threat can lead to.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [.init(.severity, .word(.harmSeverities), "The severity of the harm.")]),
    KeywordSpec(
      keyword: .boundary,
      documentation: "A trust boundary; contains elements and further boundaries.",
      places: .init(topLevel: true, inside: [.boundary]), id: .required,
      properties: [
        .init(
          .zone, .oneOf([.word(.zones), .reference([.zone])]),
          "The kind of environment it encloses."
        ),
        .init(.trust, .number(0...10), "How far what lies inside can be trusted: 0 to 10."),
        .init(.kind, listOf: .word(.boundaryKinds), "What makes it a boundary."),
        .init(.access, .word(.access), "Who can physically get there."),
        .init(.owner, .text, "Who operates it."),
        .init(.controls, listOf: .reference([.control]), "The controls that guard it."),
        .init(.securityLevel, .number(0...4), "The target security level (IEC 62443)."),
      ]),
    KeywordSpec(
      keyword: .external,
      documentation: "A person, organisation or system outside the model's control.",
      places: .init(topLevel: true, inside: [.boundary, .process]), id: .required,
      properties: [
        .init(.human, .boolean, "Whether it is a person."),
        .init(.technology, .text, "What it is made of."),
        .init(.function, listOf: .word(.functions), "What the product relies on it for."),
        .init(.controls, listOf: .reference([.control]), "The controls at work here."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .process,
      documentation: "Code that runs; the elements inside it are its decomposition, a level down.",
      places: .init(topLevel: true, inside: [.boundary, .process]), id: .required,
      properties: [
        .init(.technology, .text, "What it is made of."),
        .init(.privilege, .word(.privileges), "The rights it runs with."),
        .init(.handles, listOf: .reference([.asset]), "The assets it works with."),
        .init(.function, listOf: .word(.functions), "What it does for the patient or user."),
        .init(.inScope, .boolean, "Whether its threats are analysed in this model."),
        .init(.controls, listOf: .reference([.control]), "The controls at work here."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .store, documentation: "A data store: where data rests.",
      places: .init(topLevel: true, inside: [.boundary, .process]), id: .required,
      properties: [
        .init(.holds, listOf: .reference([.asset]), "The assets that rest here."),
        .init(
          .encrypted, .oneOf([.word(.encryption), .reference([.control])]),
          "Whether, or how, its content is encrypted."),
        .init(.log, .boolean, "Whether it holds logs or an audit trail."),
        .init(.kind, .word(.storeKinds), "What kind of store it is."),
        .init(.technology, .text, "What it is made of."),
        .init(.inScope, .boolean, "Whether its threats are analysed in this model."),
        .init(.controls, listOf: .reference([.control]), "The controls at work here."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .interface,
      documentation: "Where an element meets its environment: a data, physical or user interface.",
      places: .init(topLevel: false, inside: [.external, .process, .store, .boundary]),
      id: .required,
      properties: [
        .init(.kind, .word(.interfaceKinds), "What kind of interface it is."),
        .init(.physical, .boolean, "Whether somebody at the device can touch it."),
        .init(.disabled, .boolean, "Whether it is switched off in the product as shipped."),
        .init(
          .exposes, listOf: .reference([.asset, .process, .store, .component]),
          "What can be reached through it."),
        .init(.technology, .text, "What it is made of."),
        .init(.function, listOf: .word(.functions), "What it is for."),
        .init(.access, .word(.access), "Who can get at it."),
        .init(.controls, listOf: .reference([.control]), "The controls that guard it."),
      ]),
    KeywordSpec(
      keyword: .component,
      documentation: "Software of others inside an element (SOUP, off-the-shelf).",
      places: .init(topLevel: false, inside: [.external, .process, .store, .boundary]),
      id: .required,
      properties: [
        .init(.version, .text, "Its version."),
        .init(.purl, .text, "Its package URL."),
        .init(.cpe, .text, "Its CPE name."),
        .init(.supplier, .text, "Who supplies it."),
        .init(.support, .word(.supportLevels), "How it is supported."),
        .init(.endOfSupport, .date, "When its support ends."),
      ]),
    KeywordSpec(
      keyword: .flow, documentation: "A data flow `a -> b`, or `a <-> b` in both directions.",
      places: .init(topLevel: true, inside: [.boundary, .process]), id: .optional,
      properties: [
        .init(.carries, listOf: .reference([.asset]), "The assets that travel on it."),
        .init(.via, listOf: .reference([.interface]), "The interfaces it goes through."),
        .init(
          .crosses, listOf: .reference([.boundary]), "The trust boundaries it crosses."),
        .init(.protocol, listOf: .word(.protocols), "The protocols, application layer first."),
        .init(.port, .number(0...65535), "The port at its target."),
        .init(
          .authenticated, listOf: .oneOf([.word(.authentication), .reference([.control])]),
          "How the source proves to the target who it is."),
        .init(
          .encrypted, .oneOf([.word(.encryption), .reference([.control])]),
          "Whether, or how, its content is encrypted."),
        .init(.function, listOf: .word(.functions), "What it is for."),
        .init(.controls, listOf: .reference([.control]), "The controls that protect it."),
      ]),
    KeywordSpec(
      keyword: .control, documentation: "A risk control measure.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.mitigates, listOf: .word(.threatCategories), "The categories of threat it answers."),
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
        .init(.satisfies, listOf: .reference([.requirement]), "The requirements it satisfies."),
        .init(
          .status, .word(.controlStatuses),
          "How far it is; without it, the control counts as implemented."),
        .init(.verifiedBy, listOf: .oneOf([.identifier, .text]), "The tests that verify it."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .requirement, documentation: "A requirement that a control satisfies.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.verifiedBy, listOf: .oneOf([.identifier, .text]), "The tests that verify it."),
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
          .category, .word(.threatCategories), "Its category; makes it a threat of your own."),
        .init(.status, .word(.threatStatuses), "What was decided."),
        .init(.treatment, .word(.treatments), "How the risk is treated."),
        .init(.because, .text, "Why it was decided so."),
        .init(.controls, listOf: .reference([.control]), "The controls that answer it."),
        .init(.score, .oneOf([.text, .number(0...100)]), "Its score before measures."),
        .init(.residual, .oneOf([.text, .number(0...100)]), "Its score after measures."),
        .init(.harm, listOf: .reference([.hazard]), "The hazards it can lead to."),
        .init(.until, .date, "The date on which the decision expires."),
        .init(.approver, .text, "Who approved the decision."),
        .init(.date, .date, "When it was decided."),
        .init(
          .about, listOf: .reference([.assumption]), "The assumptions that the decision rests on."),
        .init(.advice, .text, "What to do about it."),
        .init(.cwe, listOf: .number(1...99999), "Weaknesses (CWE) it exploits."),
        .init(.capec, listOf: .number(1...99999), "Attack patterns (CAPEC) it follows."),
      ]),
    KeywordSpec(
      keyword: .threatTemplate,
      documentation: "A threat template: what is said of every subject its condition holds for.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.category, .word(.threatCategories), "The category of its threats."),
        .init(.appliesTo, listOf: .word(.templateSubjects), "What its threats are about."),
        .init(.when, .condition(.appliesTo), "When it applies."),
        .init(
          .answeredBy, listOf: .condition(.appliesTo),
          "What answers it: its threats are listed as mitigated where one of these holds."),
        .init(.method, listOf: .word(.methods), "The methods it belongs to; stride if left out."),
        .init(
          .ways, .word(.ways),
          "Whether a two-way flow has the threat in each direction or once."),
        .init(.advice, .text, "What to do about it."),
        .init(.cwe, listOf: .number(1...99999), "Weaknesses (CWE) it exploits."),
        .init(.capec, listOf: .number(1...99999), "Attack patterns (CAPEC) it follows."),
        .init(.attack, listOf: .identifier, "Techniques of MITRE ATT&CK."),
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
      keyword: .view, documentation: "A named diagram: what it shows, at which level.",
      places: .init(topLevel: true, inside: []), id: .required,
      properties: [
        .init(.kind, .word(.viewKinds), "What the view is for."),
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
      ]),
  ]
}
