// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Schema {
  /// What the system consists of.
  static let systemDeclarations: [KeywordSpec] = [
    KeywordSpec(
      keyword: .model, documentation: "The system as a whole; once in a compilation.",
      places: .init(topLevel: true, inside: []), id: .optional,
      properties: [
        .init(.version, .text, "The version of the system that the model describes."),
        .init(.intendedUse, .text, "What the system is for, by whom and where it is used."),
        .init(.documentNumber, .text, "The number of its report in a document control system."),
        .init(.owner, .text, "Who answers for the model."),
        .init(.approver, listOf: .text, "Who approved it."),
        .init(.date, .date, "The date of the model."),
        .init(
          .method, listOf: .word(.methods),
          "How threats are found: STRIDE or LINDDUN, per interaction or per element, and CIA."),
        .init(.because, .text, "Why the methods and the scoring were chosen."),
        .init(.scoring, .word(.scorings), "The scheme in which threats are scored."),
        .init(
          .matrix, .reference([.matrix]),
          "The risk matrix that decides what is controlled; without one, the built-in matrix."),
        .init(
          .profile, listOf: .word(.profiles),
          "What the report is laid out along: the guidance or standard that it is for."),
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
          "The zone that it is a kind of: it takes its trust, and is asked what is asked there."
        ),
        .init(.trust, .number(0...10), "How far it can be trusted: 0 (internet) to 10."),
        .init(.access, .word(.access), "Who can physically get there."),
        .init(
          .securityLevel, listOf: .number(0...4),
          "The target security level (IEC 62443): one for all, or seven, FR1 to FR7."),
      ]),
    KeywordSpec(
      keyword: .asset,
      documentation: "What is worth protecting: data, or another property of the product.",
      places: .init(topLevel: true, inside: [.boundary]), id: .required,
      properties: [
        .init(.class, listOf: .word(.assetClasses), "What kind of asset it is."),
        .init(
          .content, listOf: .word(.contents),
          "Whether it is data, code or a command; from its class if left out, where that says it."),
        .init(.confidentiality, .word(.levels), "How bad it is when somebody reads it."),
        .init(.integrity, .word(.levels), "How bad it is when somebody alters it."),
        .init(.availability, .word(.levels), "How bad it is when it cannot be reached."),
        .init(
          .accountability, .word(.levels),
          "How bad it is when nobody can prove who sent, changed or received it; from its class if left out."
        ),
        .init(
          .format, listOf: .word(.formats), "What it is written in, where something parses it."),
        .init(
          .harm, listOf: .harm,
          "The hazards that its loss or change can lead to; `none` where there are none."),
        .init(.controls, listOf: .reference([.control]), "The controls that protect it."),
        .init(.owner, .text, "Who answers for it."),
      ]),
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
        .init(
          .securityLevel, listOf: .number(0...4),
          "The target security level (IEC 62443): one for all, or seven, FR1 to FR7."),
      ]),
    KeywordSpec(
      keyword: .external,
      documentation: "A person, organisation or system outside the model's control.",
      places: .init(topLevel: true, inside: [.boundary, .process]), id: .required,
      properties: [
        .init(.human, .boolean, "Whether it is a person."),
        .init(.inScope, .boolean, "Whether its threats are analysed in this model."),
        .init(
          .because, .text, "Why its threats are not analysed, or why it leads to no hazard."),
        .init(.technology, .text, "What it is made of."),
        .init(.function, listOf: .word(.functions), "What the product relies on it for."),
        .init(
          .harm, listOf: .harm,
          "The hazards that an attack on it can lead to; `none` where those of its assets do not follow."
        ),
        .init(
          .capabilityLevel, listOf: .number(0...4),
          "The security level it is capable of (IEC 62443): one for all, or seven, FR1 to FR7."),
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
        .init(
          .because, .text, "Why its threats are not analysed, or why it leads to no hazard."),
        .init(
          .harm, listOf: .harm,
          "The hazards that an attack on it can lead to; `none` where those of its assets do not follow."
        ),
        .init(
          .capabilityLevel, listOf: .number(0...4),
          "The security level it is capable of (IEC 62443): one for all, or seven, FR1 to FR7."),
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
        .init(
          .because, .text, "Why its threats are not analysed, or why it leads to no hazard."),
        .init(
          .harm, listOf: .harm,
          "The hazards that an attack on it can lead to; `none` where those of its assets do not follow."
        ),
        .init(
          .capabilityLevel, listOf: .number(0...4),
          "The security level it is capable of (IEC 62443): one for all, or seven, FR1 to FR7."),
        .init(.controls, listOf: .reference([.control]), "The controls at work here."),
        .init(.owner, .text, "Who answers for it."),
      ]),
    KeywordSpec(
      keyword: .interface,
      documentation: "Where an element meets its environment: a data, physical or user interface.",
      places: .init(topLevel: false, inside: [.external, .process, .store, .boundary]),
      id: .required,
      properties: [
        .init(
          .kind, listOf: .word(.interfaceKinds),
          "What kind of interface it is; a port can be several, such as USB and service."),
        .init(.physical, .boolean, "Whether somebody at the device can touch it."),
        .init(.disabled, .boolean, "Whether it is switched off in the product as shipped."),
        .init(
          .exposes, listOf: .reference([.asset, .process, .store, .component]),
          "What can be reached through it."),
        .init(.technology, .text, "What it is made of."),
        .init(.function, listOf: .word(.functions), "What it is for."),
        .init(.access, .word(.access), "Who can get at it."),
        .init(.version, .text, "The version of what it speaks, such as of a radio."),
        .init(.port, .number(0...65535), "The port that it listens on."),
        .init(.channel, .text, "Its frequency, channel or address."),
        .init(.settings, .text, "Its security settings, and what they are as shipped."),
        .init(
          .harm, listOf: .harm,
          "The hazards that an attack on it can lead to; `none` where those of its assets do not follow."
        ),
        .init(.because, .text, "Why it leads to no hazard."),
        .init(
          .capabilityLevel, listOf: .number(0...4),
          "The security level it is capable of (IEC 62443): one for all, or seven, FR1 to FR7."),
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
        .init(
          .over, .reference([.flow]),
          "The flow between the same ends that opens the connection it runs over."),
        .init(.via, listOf: .reference([.interface]), "The interfaces it goes through."),
        .init(
          .crosses, listOf: .reference([.boundary]), "The trust boundaries it crosses."),
        .init(.protocol, listOf: .word(.protocols), "The protocols, application layer first."),
        .init(.version, .text, "The versions of its protocols."),
        .init(.port, .number(0...65535), "The port at its target."),
        .init(
          .channel, .text, "Its frequency, channel or address; from its interfaces if left out."),
        .init(
          .authenticated, listOf: .oneOf([.word(.authentication), .reference([.control])]),
          "How the source proves to the target who it is."),
        .init(
          .encrypted, .oneOf([.word(.encryption), .reference([.control])]),
          "Whether, or how, its content is encrypted."),
        .init(.function, listOf: .word(.functions), "What it is for."),
        .init(
          .format, listOf: .word(.formats),
          "What its content is written in, where something parses it."),
        .init(.inScope, .boolean, "Whether its threats are analysed in this model."),
        .init(
          .because, .text, "Why its threats are not analysed, or why it leads to no hazard."),
        .init(
          .roles, listOf: .text, "The user roles that can use it; its persons if left out."),
        .init(
          .handOff, .text, "Where it changes the medium or protocol on its way, and what does that."
        ),
        .init(.onError, .text, "What its ends do when it fails or something unexpected arrives."),
      ] + pathProperties + [
        .init(
          .harm, listOf: .harm,
          "The hazards that an attack on it can lead to; `none` where those of its assets do not follow."
        ),
        .init(.controls, listOf: .reference([.control]), "The controls that protect it."),
      ]),
  ]

  /// What a flow or a control says of keys, credentials and sessions; a flow has it from the controls
  /// that apply to it where it says nothing itself.
  static let pathProperties: [PropertySpec] = [
    .init(.crypto, .text, "The algorithms, what each key is for, and how long the keys are."),
    .init(
      .verifiedAt, listOf: .oneOf([.reference(.subjects), .text]),
      "Where what proves an identity is verified."),
    .init(
      .credentials, .text,
      "How its credentials come to where they are used, and how they are renewed and revoked."),
    .init(.identity, .text, "How identities are given, changed and withdrawn."),
    .init(.session, .text, "How sessions begin and end, and how long they last."),
    .init(.settings, .text, "Its security settings, and what they are as shipped."),
  ]
}
