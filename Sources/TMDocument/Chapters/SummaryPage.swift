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
    let lines = Unexamined(phrases.model, phrases.source.register).decided
    guard !lines.isEmpty else { return [] }
    return [
      .paragraph([
        .strong("Not asked: "), .words(lines.joined(separator: "; ") + "."),
      ])
    ]
  }

  // MARK: - What is to be decided

  private var standing: ReportTable {
    let threats = WorstHarm.sorted(risks.threats, phrases.model)
    let open = threats.filter { $0.threat.status == .open }
    let refused = threats.filter { $0.isAcceptable == false && !$0.isWeighed }
    let weighed = threats.filter { $0.isAcceptable == false && $0.isWeighed }
    let unapproved = threats.filter(isUnapproved)
    let gaps = phrases.source.trace.gaps.count
    return ReportTable(
      id: "standing",
      columns: [.init("To be decided"), .init("Threats", .number), .init("The weightiest")],
      rows: [
        row("Open", open, ReportFacets(status: ThreatStatus.open.rawValue)),
        refusedRow(refused, beside: weighed),
      ] + (weighed.isEmpty ? [] : [weighedRow(weighed, beside: refused)]) + [
        row("Decided, not approved", unapproved, nil),
        ReportTable.Row([
          [.strong("Gaps in traceability")], [.reference("\(gaps)", to: .section("gaps"))],
          [.words("between threats, controls, requirements and verifications")],
        ]),
      ])
  }

  /// A list can be filtered by what the policy refuses; the number is a link where the row is all of it.
  private func refusedRow(
    _ refused: [AssessedThreat], beside weighed: [AssessedThreat]
  ) -> ReportTable.Row {
    weighed.isEmpty
      ? row("Not acceptable", refused, ReportFacets(acceptance: .unacceptable))
      : row("Not acceptable, benefit not weighed", refused, nil)
  }

  private func weighedRow(
    _ weighed: [AssessedThreat], beside refused: [AssessedThreat]
  ) -> ReportTable.Row {
    row(
      "Not acceptable, benefit weighed", weighed,
      refused.isEmpty ? ReportFacets(acceptance: .unacceptable) : nil)
  }

  private func row(
    _ title: String, _ threats: [AssessedThreat], _ facets: ReportFacets?
  ) -> ReportTable.Row {
    let number: ReportText =
      facets.map { ReportPhrases.number(threats.count, $0) } ?? .words("\(threats.count)")
    let rest = threats.count - Self.named
    let names = ReportPhrases.list(threats.prefix(Self.named).map { [phrases.threat($0.threat)] })
    let nothing: [ReportText] =
      title == "Not acceptable" && risks.criteria.accept.isEmpty
      ? [
        .words("not judged: the policy does not say which risks are "),
        .reference("acceptable", to: .section("acceptance")),
      ] : [.words("none")]
    return ReportTable.Row([
      [.strong(title)], [number],
      threats.isEmpty ? nothing : names + (rest > 0 ? [.words(" and \(rest) more")] : []),
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
    let dangerous = risks.threats.filter { !$0.hazards.isEmpty }
    let listed = WorstHarm.ways(dangerous.isEmpty ? risks.threats : dangerous, phrases.model)
      .prefix(Self.worstCount)
    return ReportTable(
      id: "worst",
      caption: dangerous.isEmpty
        ? "The \(listed.count) threats that weigh most" : "The \(listed.count) worst ways to harm",
      columns: [
        .init("Threat"), .init("Can lead to"), .init("Harm", .short), .init("Now", .number),
        .init("Status", .short),
      ],
      rows: listed.map { assessed in
        ReportTable.Row([
          [
            .words(phrases.book.facts.title(assessed.threat)), .lineBreak,
            phrases.threat(assessed.threat),
          ],
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
    if risks.criteria.accept.isEmpty { return [] }
    var text: [ReportText] =
      tally.unacceptable == 0
      ? [.words("The policy accepts what is left of all that it judges")]
      : [
        .strong("Not acceptable: "),
        ReportPhrases.threats(tally.unacceptable, ReportFacets(acceptance: .unacceptable)),
        .words(weighedWords),
      ]
    text += [
      .words(" ("), .reference("\(tally.acceptable) acceptable", to: .chapter("conclusion")),
    ]
    if tally.unjudged > 0 { text.append(.words(", \(tally.unjudged) not rated")) }
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
