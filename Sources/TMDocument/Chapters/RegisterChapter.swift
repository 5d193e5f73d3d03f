// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMSyntax
import TMThreats

/// The threat register: one row a threat, the worst first.
struct RegisterChapter {
  private let phrases: ReportPhrases
  private let book: RegisterBook

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    book = phrases.book
  }

  var chapter: ReportChapter {
    ReportChapter(id: "register", title: "Threat register", blocks: blocks)
  }

  private var blocks: [ReportBlock] {
    if book.risks.threats.isEmpty {
      return [
        ReportPhrases.missing(
          .words(
            phrases.model.allEntities.contains { phrases.model[$0].keyword.isElement }
              ? "No threat is asked: see what is out of scope, exempt or turned off, and by which method."
              : "The methods find no threat: the model has no elements and flows yet."))
      ]
    }
    let intro =
      "First what is open and not accepted, then what is left and not accepted, then the rest; in each group the "
      + "highest score that counts now, after measures where the threat is answered, comes first, and what is not "
      + "scored by the harm, the level of what is attacked and how exposed the place is."
    return [.paragraph([.words(intro)]), .table(table)]
  }

  private var table: ReportTable {
    ReportTable(
      id: "threats",
      columns: [
        .init("Threat"), .init("Element", .short), .init("Category", .short),
        .init("Status", .short),
        .init("Before", .number), .init("After", .number), .init("Harm", .short),
        .init("Controls"),
      ],
      rows: TriageOrder.places(book, phrases.model).map { place in
        row(book.risks.threats[place], phrases.facets[place])
      })
  }

  private func row(_ assessed: AssessedThreat, _ facets: ReportFacets) -> ReportTable.Row {
    let threat = assessed.threat
    return ReportTable.Row(
      [
        [.words(book.facts.title(threat)), .lineBreak, .code(threat.id)],
        [.words(phrases.model.title(threat.about))],
        ReportPhrases.words(threat.categories.map(\.rawValue)),
        [.status(threat.status)]
          + ReportPhrases.acceptance(assessed)
          + (assessed.approval.isMissing ? [.lineBreak, .strong("not approved")] : []),
        ReportPhrases.weight(
          assessed.initial, assessed.initialExploitability, assessed.initialRisk),
        ReportPhrases.weight(
          assessed.residual, assessed.residualExploitability, assessed.residualRisk),
        assessed.harmSeverity.map { [.level($0)] } ?? [],
        phrases.ids(threat.controls),
      ],
      anchor: .threat(threat.id), facets: facets,
      details: ThreatDetails(assessed, phrases).facts)
  }
}

/// The order in which a reader triages threats.
enum TriageOrder {
  /// The places of the threats in the register, the most urgent first.
  static func places(_ book: RegisterBook, _ model: Model) -> [Int] {
    let keys = book.risks.threats.map { ThreatUrgency($0, model) }
    return keys.indices.sorted { keys[$0] < keys[$1] }
  }
}
