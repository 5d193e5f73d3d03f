// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// How threats are found, scored and accepted, and what is taken for granted.
struct MethodChapter {
  private let phrases: ReportPhrases
  private let model: Model
  private let risks: RiskRegister

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    risks = phrases.source.risks
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "method", title: "Method, scoring and assumptions",
      blocks: method + scoring + acceptance + assumptions)
  }

  // MARK: - Method

  private var method: [ReportBlock] {
    let methods = ThreatRegister.methods(model).map(\.sentence)
    var blocks: [ReportBlock] = [
      .section(id: "method-choice", title: "How threats are found"),
      .paragraph([
        .words(
          "Threats are found with \(methods.joined(separator: ", and with ")). Each template of the "
            + "threat library is held against each part of the model; those whose condition holds "
            + "are threats, and each stays in the register with what became of it.")
      ]),
    ]
    if let because = model.system.flatMap({ model.text($0, .because) }) {
      blocks.append(.paragraph([.strong("Why: "), .words(because)]))
    } else {
      blocks.append(
        ReportPhrases.missing(
          .words("No rationale for the method is stated: add "), .code("because: \"…\""),
          .words(" to "), .code("model"), .words(".")))
    }
    return blocks + ownCategories
  }

  /// What the model looks for beside the categories of its methods.
  private var ownCategories: [ReportBlock] {
    let own = model.all(.category).sorted { model.path($0) < model.path($1) }
    if own.isEmpty { return [] }
    let rows = own.map { id in
      let count = risks.threats.count { $0.threat.category.rawValue == model.name(id) }
      return ReportTable.Row([
        [.words(model.title(id)), .lineBreak, .code(model.path(id))],
        model.documentation(id).map { [.words($0)] } ?? [], phrases.text(id, .violates),
        [.words("\(count)")],
      ])
    }
    return [
      .paragraph([.words("The model looks for categories of its own beside these:")]),
      .table(
        ReportTable(
          id: "own-categories",
          columns: [
            .init("Category"), .init("What it is"), .init("Violates"), .init("Threats", .number),
          ], rows: rows)),
    ]
  }

  // MARK: - Scoring

  private var scoring: [ReportBlock] {
    let scheme = model.scoring ?? .cvss40
    let rated = risks.threats.filter(\.isRated)
    let vectors = Set(rated.flatMap { [$0.initial, $0.residual] }.compactMap { $0?.scheme.title })
    var text =
      "Risks are rated before and after measures: first as if no control were in place, then with "
      + "those that are. Scores are in \(scheme.title)"
    let others = vectors.filter { $0 != scheme.title }.sorted()
    text += others.isEmpty ? "." : ", some in \(others.joined(separator: " and "))."
    text +=
      " How easily a threat is carried out is taken from its vector or stated with it; no "
      + "probability of an attack is estimated."
    var blocks: [ReportBlock] = [
      .section(id: "scoring", title: "How risks are scored"), .paragraph([.words(text)]),
    ]
    if model.scoring == nil {
      blocks.append(
        ReportPhrases.missing(
          .words("No scoring scheme is stated: add "), .code("scoring: cvss-4.0"), .words(" to "),
          .code("model"), .words(".")))
    }
    return blocks + matrix
  }

  private var matrix: [ReportBlock] {
    // A matrix that nothing is judged by would only contradict what judges.
    guard risks.usesMatrix else { return [] }
    let matrix = risks.matrix
    let rows = matrix.rows.map { row in
      ReportTable.Row([[.strong(row.name)]] + row.cells.map { [.level($0)] })
    }
    var blocks: [ReportBlock] = [
      .paragraph([
        .words(
          "Where a threat can lead to a hazard of the safety risk file, exploitability and severity "
            + "of harm meet in the risk matrix. "
            + (risks.criteria.isByMatrix
              ? "It is the policy: acceptable is what is "
                + "\(matrix.acceptable.joined(separator: " or ")) (see "
              : "Whether a risk may stay, the policy alone says (see ")),
        .reference("what is acceptable", to: .section("acceptance")), .words(")."),
      ]),
      .table(
        ReportTable(
          id: "risk-matrix", caption: matrix.title,
          columns: [.init("Exploitability", .short)]
            + matrix.columns.map { .init("\($0) harm", .short) },
          rows: rows)),
    ]
    if risks.matrixDeclaration == nil {
      blocks.append(.note(.information, [.words(Self.sentence(RiskMatrix.cellsNote))]))
    }
    return blocks
  }

  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  // MARK: - Acceptance

  private var acceptance: [ReportBlock] {
    let criteria = risks.criteria
    var blocks: [ReportBlock] = [.section(id: "acceptance", title: "What is acceptable")]
    if criteria.isByMatrix {
      blocks.append(
        .paragraph([
          .words("A risk is acceptable where its cell of the "),
          .reference("risk matrix", to: .section("scoring")),
          .words(" is \(risks.matrix.acceptable.joined(separator: " or "))."),
        ]))
    } else if criteria.accept.isEmpty {
      blocks.append(
        ReportPhrases.missing(
          .words("No policy says which risks are acceptable: add "), .code("accept: score < 4.0"),
          .words(", with your own limit, to "), .code("policy"), .words(".")))
    } else {
      blocks.append(.paragraph([.words("A risk is acceptable where one of these holds:")]))
      blocks.append(.list(criteria.accept.map(condition)))
    }
    if !criteria.require.isEmpty {
      blocks.append(.paragraph([.words("Each decision has to carry:")]))
      blocks.append(.list(criteria.require.map(condition)))
    }
    if !criteria.approve.isEmpty {
      blocks.append(.paragraph([.words("Counts only as it was approved:")]))
      blocks.append(.list(criteria.approve.map(condition)))
    }
    return blocks + exemptions + silenced
  }

  /// What a policy does not ask, where and why.
  private var exemptions: [ReportBlock] {
    let exempted = phrases.source.register.exempted
    let rows = Exemptions(model).all.map { exemption -> ReportTable.Row in
      let count = exempted.count { $0.exemption == exemption.entity }
      return ReportTable.Row([
        [
          .words(model.ownTitle(exemption.entity) ?? "no reason is given"), .lineBreak,
          .code(model.path(exemption.entity)),
        ],
        ReportPhrases.words(exemption.names),
        exemption.conditions.isEmpty
          ? [.words("everywhere")] : ReportPhrases.list(exemption.conditions.map(condition)),
        [.words("\(count)")],
        exemption.until.map { [.words("\($0)")] } ?? [],
      ])
    }
    if rows.isEmpty { return [] }
    return [
      .section(id: "exemptions", title: "What is not asked"),
      .paragraph([
        .words("The policy exempts these, with a reason; what they would have asked is in no list.")
      ]),
      .table(
        ReportTable(
          id: "exemption-list",
          columns: [
            .init("Why"), .init("From"), .init("Where"), .init("Threats", .number),
            .init("Until", .short),
          ], rows: rows)),
    ]
  }

  /// What the policy turns off without saying where, and what the model asks in words of its own.
  private var silenced: [ReportBlock] {
    let silenced = SilencedQuestions(model)
    var items: [[ReportText]] = []
    if !silenced.templates.isEmpty {
      items.append(
        [.words("Threats that are not asked: ")] + ReportPhrases.words(silenced.templates))
    }
    if !silenced.rules.isEmpty {
      items.append([.words("Rules that find nothing: ")] + ReportPhrases.words(silenced.rules))
    }
    if !silenced.replacements.isEmpty {
      items.append(
        [.words("Threats of the library that the model asks in words of its own: ")]
          + ReportPhrases.words(silenced.replacements.map { model.name($0) }))
    }
    if items.isEmpty { return [] }
    return [
      .section(id: "turned-off", title: "What is turned off"),
      .paragraph([.words("The policy turns these off for the whole model.")]), .list(items),
    ]
  }

  private func condition(_ condition: Condition) -> [ReportText] {
    [.code(ConditionText.oneLine(condition.range, in: model.sources))]
  }

  // MARK: - Assumptions

  private var assumptions: [ReportBlock] {
    let section = ReportBlock.section(id: "assumptions", title: "Assumptions")
    let all = model.all(.assumption).sorted { model.path($0) < model.path($1) }
    if all.isEmpty {
      return [
        section,
        ReportPhrases.missing(
          .words("The model states no assumptions: add "),
          .code("assumption id \"…\" { about: … }"),
          .words(" for what is taken for granted about the system and its environment.")),
      ]
    }
    let rows = all.map { id in
      ReportTable.Row(
        [
          phrases.heading(id) + (model.documentation(id).map { [.lineBreak, .words($0)] } ?? []),
          phrases.titles(model.references(id, .about)), phrases.text(id, .owner),
          model.date(id, .reviewBy).map { [.words("\($0)")] } ?? [],
        ],
        anchor: .declaration(model.path(id)))
    }
    return [
      section,
      .table(
        ReportTable(
          id: "assumption-list",
          columns: [
            .init("Assumption"), .init("About"), .init("Owner"), .init("Review by", .short),
          ], rows: rows)),
    ]
  }
}

extension Method {
  /// The method as a sentence names it.
  fileprivate var sentence: String {
    switch self {
    case .stridePerInteraction:
      "STRIDE per interaction (each data flow that crosses a boundary, with both of its ends)"
    case .stridePerElement: "STRIDE per element"
    case .linddunPerInteraction: "LINDDUN, for privacy, per interaction"
    case .linddunPerElement: "LINDDUN, for privacy, per element"
    case .cia: "confidentiality, integrity and availability of each asset"
    }
  }
}
