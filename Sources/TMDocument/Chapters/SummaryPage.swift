// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// The first page, which somebody who answers for the risk can take into a meeting: what is to be decided,
/// the worst ways to harm, what changed, and what the report misses.
struct SummaryPage {
  private let phrases: ReportPhrases
  private let risks: RiskRegister
  private let tally: RiskTally
  private let chapters: [ReportChapter]
  private let changes: ReportChanges?

  /// How many ways to harm the page lists.
  private static let worstCount = 5
  /// How many threats stand beside a number.
  private static let named = 3

  /// - Parameter chapters: those that follow, for what they say is missing.
  init(_ phrases: ReportPhrases, _ changes: ReportChanges?, before chapters: [ReportChapter]) {
    self.phrases = phrases
    self.changes = changes
    self.chapters = chapters
    risks = phrases.source.risks
    tally = RiskTally(risks)
  }

  var blocks: [ReportBlock] {
    if tally.total == 0 {
      return [.paragraph([.words("No threat is asked of the model.")])] + notAsked + missing
    }
    return [.list([statuses]), .table(standing)] + ReportChanges.blocks(changes)
      + [.table(worst), .list([acceptance, severities, harm].filter { !$0.isEmpty })] + notAsked
      + missing
  }

  /// What stands on no list, and why: a short list must not look like a safe system.
  private var notAsked: [ReportBlock] {
    let lines = Unexamined(phrases.model, phrases.source.register).lines.map {
      // A terminal says where to look.
      $0.replacing(": `--coverage` says why", with: "")
    }
    guard !lines.isEmpty else { return [] }
    return [
      .paragraph([
        .strong("Not asked: "), .words(lines.joined(separator: "; ") + "."),
      ])
    ]
  }

  // MARK: - What is to be decided

  private var standing: ReportTable {
    let threats = ThreatUrgency.sorted(risks.threats, phrases.model)
    let open = threats.filter { $0.threat.status == .open }
    let refused = threats.filter { $0.isAcceptable == false && !$0.isWeighed }
    let weighed = threats.filter { $0.isAcceptable == false && $0.isWeighed }
    let unapproved = threats.filter(isUnapproved)
    let gaps = phrases.source.trace.gaps.count
    return ReportTable(
      id: "standing",
      columns: [.init("To be decided"), .init("Number", .number), .init("The weightiest")],
      rows: [
        row("Open", open, ReportFacets(status: ThreatStatus.open.rawValue)),
        refusedRow(refused, beside: weighed, open),
      ] + (weighed.isEmpty ? [] : [weighedRow(weighed, beside: refused)]) + [
        row("Decided, no approver named", unapproved, nil),
        ReportTable.Row([
          [.strong("Gaps in traceability")], [.reference("\(gaps)", to: .section("gaps"))],
          [.words("between threats, controls, requirements and verifications")],
        ]),
      ] + failedRows)
  }

  /// A list can be filtered by what the policy refuses; the number is a link where the row is all of it.
  private func refusedRow(
    _ refused: [AssessedThreat], beside weighed: [AssessedThreat], _ open: [AssessedThreat]
  ) -> ReportTable.Row {
    if !risks.criteria.judges {
      return ReportTable.Row([
        [.strong("Not acceptable")], [.words("–")],
        [
          .words("not judged: no policy says which risks are "),
          .reference("acceptable", to: .section("acceptance")),
        ],
      ])
    }
    guard weighed.isEmpty else {
      return row("Not acceptable, benefit not weighed", refused, nil, none: noneRefused)
    }
    let facets = ReportFacets(acceptance: .unacceptable)
    // The same names twice would look like twice as much to decide.
    guard !open.isEmpty, refused.map(\.threat.id) == open.map(\.threat.id) else {
      return row("Not acceptable", refused, facets, none: noneRefused)
    }
    return ReportTable.Row([
      [.strong("Not acceptable")], [ReportPhrases.number(refused.count, facets)],
      [.words("the open \(open.count == 1 ? "one" : "ones"): " + Self.ratings(of: refused))],
    ])
  }

  /// How many of what the policy refuses it refuses for want of a rating.
  private static func ratings(of refused: [AssessedThreat]) -> String {
    let unrated = refused.count { !$0.isRated }
    if unrated == 0 { return "rated, and beyond the policy" }
    return unrated == refused.count
      ? "nobody rated \(unrated == 1 ? "it" : "them"), so the policy cannot accept \(unrated == 1 ? "it" : "them")"
      : "nobody rated \(unrated) of them, so the policy cannot accept \(unrated == 1 ? "it" : "these")"
  }

  /// What was tried and does not work, with the controls that count for nothing until it does.
  private var failedRows: [ReportTable.Row] {
    let failed = FailedVerifications(phrases.model)
    if failed.entries.isEmpty { return [] }
    return [
      ReportTable.Row([
        [.strong("Failed verifications")], [.words("\(failed.entries.count)")],
        ReportPhrases.list(
          failed.entries.map { entry in
            entry.controls.isEmpty
              ? [phrases.id(entry.verification)]
              : [phrases.id(entry.verification), .words(": ")]
                + ReportPhrases.list(entry.controls.map { [phrases.id($0)] })
                + [.words(entry.controls.count == 1 ? " counts for nothing" : " count for nothing")]
          }),
      ])
    ]
  }

  private func weighedRow(
    _ weighed: [AssessedThreat], beside refused: [AssessedThreat]
  ) -> ReportTable.Row {
    row(
      "Not acceptable, benefit weighed", weighed,
      refused.isEmpty ? ReportFacets(acceptance: .unacceptable) : nil)
  }

  /// That the policy refuses nothing, and of how many: what nobody rated it does not judge.
  private var noneRefused: String {
    tally.unjudged == 0
      ? "none"
      : "none of the \(tally.total - tally.unjudged) that are judged; \(tally.unjudged) answered and not rated"
  }

  private func row(
    _ title: String, _ threats: [AssessedThreat], _ facets: ReportFacets?, none: String = "none"
  ) -> ReportTable.Row {
    let number: ReportText =
      facets.map { ReportPhrases.number(threats.count, $0) } ?? .words("\(threats.count)")
    let rest = threats.count - Self.named
    let names = ReportPhrases.list(threats.prefix(Self.named).map { [phrases.threat($0.threat)] })
    return ReportTable.Row([
      [.strong(title)], [number],
      threats.isEmpty ? [.words(none)] : names + (rest > 0 ? [.words(" and \(rest) more")] : []),
    ])
  }

  /// Whether a person answered for it by word, and nobody is named who approved that.
  private func isUnapproved(_ assessed: AssessedThreat) -> Bool {
    // The list of approvals has a name and a day for it as well.
    if case .approved = assessed.approval { return false }
    switch assessed.threat.status {
    case .accepted, .transferred, .avoided, .notApplicable:
      return RegisterEntry(assessed: assessed, book: phrases.book).text(.approver) == nil
    case .open, .mitigated: return false
    }
  }

  // MARK: - The worst

  private var worst: ReportTable {
    let isDangerous = risks.threats.contains { !$0.hazards.isEmpty }
    let listed = WeightiestThreats(risks.threats, phrases.model, limit: Self.worstCount).entries
    return ReportTable(
      id: "worst",
      caption: isDangerous
        ? "The \(listed.count) worst ways to harm" : "The \(listed.count) threats that weigh most",
      columns: [
        .init("Threat"), .init("Can lead to"), .init("Harm", .short), .init("Now", .number),
        .init("Status", .short),
      ],
      rows: listed.map { entry in
        let assessed = entry.threat
        return ReportTable.Row([
          [
            .words(phrases.book.facts.title(assessed.threat)), .lineBreak,
            phrases.threat(assessed.threat),
          ] + (entry.others == 0 ? [] : [.words(" and \(entry.others) more like it")]),
          phrases.titles(assessed.hazards),
          (assessed.harmSeverity.map { [.level($0)] } ?? [])
            + (assessed.isMultiPatient && !assessed.hazards.isEmpty
              ? [.lineBreak, .words("several patients")] : []),
          ReportPhrases.weight(
            assessed.current, assessed.currentExploitability, assessed.currentRisk),
          [.status(assessed.threat.status)]
            + ReportPhrases.acceptance(assessed),
        ])
      }
    ).withoutEmptyColumns
  }

  // MARK: - Sentences

  private var statuses: [ReportText] {
    let words = ThreatStatus.allCases.compactMap { status -> [ReportText]? in
      let count = tally.count(status)
      if count == 0, status != .open { return nil }
      let word = "\(count) \(status == .notApplicable ? "not applicable" : status.rawValue)"
      if count == 0 { return [.words("none open")] }
      return [.reference(word, to: .threats(ReportFacets(status: status.rawValue)))]
    }
    return [
      .reference(ReportPhrases.count(tally.total, "threat"), to: .chapter("register")),
      .words(": "),
    ] + ReportPhrases.list(words) + [.words(".")]
  }

  private var acceptance: [ReportText] {
    if !risks.criteria.judges { return [] }
    let refused = risks.threats.filter { $0.isAcceptable == false }
    let unrated = refused.count { !$0.isRated }
    var text: [ReportText] =
      refused.isEmpty
      ? [
        .words(
          tally.acceptable == 0
            ? "The policy judges nothing that is left"
            : "The policy accepts what is left of all that it judges")
      ]
      : [
        .strong("Not acceptable: "),
        ReportPhrases.threats(refused.count, ReportFacets(acceptance: .unacceptable)),
        .words(
          unrated == 0
            ? ""
            : ", \(unrated == refused.count ? "none of them rated" : "\(unrated) of them not rated")"
        ),
        .words(weighedWords),
      ]
    text += [
      .words(" ("), .reference("\(tally.acceptable) acceptable", to: .chapter("conclusion")),
    ]
    if tally.unjudged > 0 { text.append(.words("; \(tally.unjudged) answered and not rated")) }
    return text + [.words(").")]
  }

  /// Of how many threats that the policy refuses somebody weighed the benefit.
  private var weighedWords: String {
    let count = risks.threats.count { $0.isAcceptable == false && $0.isWeighed }
    if count == 0 { return "" }
    return count == tally.unacceptable
      ? ", the benefit weighed against \(count == 1 ? "it" : "each")"
      : ", of which \(count) with the benefit weighed"
  }

  private var severities: [ReportText] {
    guard let before = tally.worstInitial, let now = tally.worstResidual else {
      return [.words("No threat is scored.")]
    }
    return [
      .words("Worst severity before measures: "), .level(before.rawValue),
      .words(" (\(tally.initial(before))); now: "), .level(now.rawValue), .words(" ("),
      ReportPhrases.number(tally.residual(now), ReportFacets(severity: now.rawValue)),
      .words(")."),
    ]
  }

  private var harm: [ReportText] {
    let dangerous = risks.threats.filter { !$0.hazards.isEmpty }
    guard !dangerous.isEmpty else { return [] }
    let several = dangerous.count(where: \.isMultiPatient)
    return [
      .reference(
        "\(ReportPhrases.count(dangerous.count, "threat")) can lead to a hazard",
        to: .chapter("safety")),
      .words(" of the safety risk file, "),
      .words("\(several == 0 ? "none" : "\(several)") for several patients at once."),
    ]
  }

  /// Where the chapters say that something is missing from the model.
  private var missing: [ReportBlock] {
    let counts = chapters.compactMap { chapter -> [ReportText]? in
      let count = chapter.blocks.count {
        guard case .note(.missing, _) = $0 else { return false }
        return true
      }
      if count == 0 { return nil }
      return [.reference(chapter.title, to: .chapter(chapter.id)), .words(" (\(count))")]
    }
    if counts.isEmpty { return [] }
    return [
      .note(
        .missing,
        [.words("The report misses statements that a reader would look for, in: ")]
          + ReportPhrases.list(counts) + [.words(".")])
    ]
  }
}
