// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// What is left after measures, in sentences that are counted, not judged.
struct ConclusionChapter {
  private let phrases: ReportPhrases
  private let book: RegisterBook
  private let tally: RiskTally

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    book = phrases.book
    tally = RiskTally(phrases.source.risks)
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "conclusion", title: "Residual risk",
      blocks: [.list(acceptance + approval + statuses + harm)] + unapproved + figures + unacceptable
        + unmet + open)
  }

  // MARK: - Sentences

  private var acceptance: [[ReportText]] {
    guard book.risks.criteria.judges else {
      return [
        [
          .words(
            "The policy does not say which risks are acceptable, so nothing is concluded about "),
          .words("acceptance (see "), .reference("what is acceptable", to: .section("acceptance")),
          .words(")."),
        ]
      ]
    }
    let judged = tally.acceptable + tally.unacceptable
    var sentences: [[ReportText]] = [
      [
        .words("The policy accepts what is left of "),
        tally.acceptable == 0
          ? .words("no threat")
          : ReportPhrases.threats(tally.acceptable, ReportFacets(acceptance: .acceptable)),
        .words(", and does not accept it of "),
        ReportPhrases.threats(tally.unacceptable, ReportFacets(acceptance: .unacceptable)),
        .words("; these are \(judged) of \(tally.total)."),
      ]
    ]
    if tally.unjudged > 0 {
      sentences.append([
        .words(
          "\(ReportPhrases.count(tally.unjudged, "threat")) "
            + "\(tally.unjudged == 1 ? "is" : "are") answered and not rated, so the policy does not "
            + "judge what is left of \(tally.unjudged == 1 ? "it" : "them").")
      ])
    }
    return sentences
  }

  /// How much of it somebody approved as it stands.
  private var approval: [[ReportText]] {
    let threats = book.risks.threats
    let approved = threats.count { $0.approval.word == "approved" }
    let missing = threats.count { $0.approval.isMissing }
    guard approved + missing > 0 else { return [] }
    if missing == 0 {
      return [
        [
          .words(
            "\(ReportPhrases.count(approved, "threat")) \(approved == 1 ? "is" : "are") approved as "
              + "\(approved == 1 ? "it stands" : "they stand").")
        ]
      ]
    }
    return [
      [
        .words(
          "\(ReportPhrases.count(approved, "threat")) \(approved == 1 ? "is" : "are") approved as "
            + "\(approved == 1 ? "it stands" : "they stand"), and "),
        .reference("\(missing)", to: .section("unapproved")),
        .words(
          " \(missing == 1 ? "is" : "are") not: \(missing == 1 ? "it counts" : "they count") as open."
        ),
      ]
    ]
  }

  /// The threats that nobody approved as they stand.
  private var unapproved: [ReportBlock] {
    let rows = book.risks.threats.filter(\.approval.isMissing).map { assessed in
      var decided = assessed.threat.status
      if case .unapproved(let status) = assessed.threat.reason { decided = status }
      return ReportTable.Row([
        phrases.entry(of: assessed.threat), [.status(decided)],
        assessed.approval.line.map { [.words("\($0.approver), \($0.date)")] } ?? [.words("nobody")],
        [.words(assessed.approval.changes.map(\.text).joined(separator: "; "))],
      ])
    }
    if rows.isEmpty { return [] }
    return [
      .section(id: "unapproved", title: "Not approved as it stands"),
      .table(
        ReportTable(
          id: "unapproved-list",
          columns: [
            .init("Threat"), .init("Decided", .short), .init("Last approved by"),
            .init("What changed since"),
          ], rows: rows)),
    ]
  }

  private var statuses: [[ReportText]] {
    let open = tally.count(.open)
    let openThreats = ReportPhrases.threats(open, ReportFacets(status: ThreatStatus.open.rawValue))
    var sentences: [[ReportText]] = [
      open == 0
        ? [.words("No threat is open.")]
        : [openThreats, .words(open == 1 ? " is open." : " are open.")]
    ]
    for status in [ThreatStatus.accepted, .transferred] where tally.count(status) > 0 {
      let count = tally.count(status)
      sentences.append([
        ReportPhrases.threats(count, ReportFacets(status: status.rawValue)),
        .words(
          " \(count == 1 ? "was" : "were") \(status.rawValue) by decision\(approvals(status))."),
      ])
    }
    if let past { sentences.append(past) }
    if let worst = tally.worstResidual {
      let count = tally.residual(worst)
      sentences.append([
        .words("The worst severity after measures is "), .level(worst.rawValue), .words(", of "),
        ReportPhrases.threats(count, ReportFacets(severity: worst.rawValue)), .words("."),
      ])
    }
    return sentences
  }

  /// How many threats are open again because what was decided of them has ended, and on which day that was
  /// looked at: whoever reads the report later has to look again.
  private var past: [ReportText]? {
    guard let day = book.risks.countedOn else { return nil }
    let ends = book.risks.threats.compactMap { assessed -> CalendarDate? in
      guard case .expired(_, let until) = assessed.threat.reason else { return nil }
      return until
    }
    guard let first = ends.min() else {
      return [.words("Decisions are held against \(day): none has ended.")]
    }
    return [
      .words("Decisions are held against \(day): those about "),
      .words(ReportPhrases.count(ends.count, "threat")),
      .words(
        " ended, the first on \(first), and \(ends.count == 1 ? "it counts" : "they count") as open."
      ),
    ]
  }

  /// How many of the decisions name an approver, and when the first ends.
  private func approvals(_ status: ThreatStatus) -> String {
    let entries = book.risks.threats.filter { $0.threat.status == status }
      .map { RegisterEntry(assessed: $0, book: book) }
    let approved = entries.count { $0.text(.approver) != nil }
    var text =
      approved == entries.count ? ", each with an approver" : ", \(approved) with an approver"
    if let first = entries.compactMap({ $0.date(.until) }).min() {
      let limited = entries.count { $0.date(.until) != nil }
      text +=
        "; \(limited) \(limited == 1 ? "is" : "are") limited in time, the first until \(first)"
    }
    return text
  }

  private var harm: [[ReportText]] {
    let dangerous = book.risks.threats.filter { !$0.hazards.isEmpty }
    if dangerous.isEmpty { return [] }
    let several = dangerous.count(where: \.isMultiPatient)
    let unacceptable = dangerous.count { $0.isAcceptable == false }
    let unjudged = dangerous.count { $0.isAcceptable == nil }
    let refusal =
      unacceptable == 0
      ? "the policy refuses what is left of none of these"
      : "what is left of \(unacceptable == dangerous.count ? "all" : "\(unacceptable)") of these is not acceptable"
    let conclusion =
      !book.risks.criteria.judges
      ? "no policy judges what is left of these."
      : unjudged == 0 ? "\(refusal)." : "\(refusal), and \(unjudged) nobody rated."
    return [
      [
        .words("\(ReportPhrases.count(dangerous.count, "threat")) can lead to a hazard of the "),
        .reference("safety risk file", to: .chapter("safety")),
        .words(", \(several == 0 ? "none" : "\(several)") of them for several patients at once; "),
        .words(conclusion),
      ]
    ]
  }

  private var figures: [ReportBlock] {
    let matrix = RiskMatrixFigure(phrases.source)
    let severities = SeverityFigure(phrases.source)
    var blocks: [ReportBlock] = []
    if matrix.absence == nil {
      blocks += [
        .section(id: "matrix-before-after", title: "Risk matrix before and after measures"),
        .figure(.riskMatrix(matrix)),
      ]
    }
    if severities.absence == nil {
      blocks += [
        .section(id: "severities-by-zone", title: "Severities by zone"),
        .figure(.severities(severities)),
      ]
    }
    return blocks
  }

  // MARK: - What is not done

  private var unacceptable: [ReportBlock] {
    let found = TriageOrder.places(book, phrases.model).map { book.risks.threats[$0] }
      .filter { $0.isAcceptable == false }
    if found.isEmpty { return [] }
    let rows = found.map { assessed in
      let entry = RegisterEntry(assessed: assessed, book: book)
      return ReportTable.Row([
        phrases.entry(of: assessed.threat), [.status(assessed.threat.status)],
        ReportPhrases.weight(
          assessed.current, assessed.currentExploitability, assessed.currentRisk),
        assessed.harmSeverity.map { [.level($0)] } ?? [],
        entry.text(.benefitRisk).map { [.words($0)] } ?? [.words("not weighed")],
      ])
    }
    return [
      .section(id: "unacceptable", title: "Not acceptable by the policy"),
      .table(
        ReportTable(
          id: "unacceptable-list",
          columns: [
            .init("Threat"), .init("Status", .short), .init("Now", .number),
            .init("Harm", .short), .init("Benefit and risk"),
          ], rows: rows)),
    ]
  }

  /// The decisions that lack what the policy requires of them.
  private var unmet: [ReportBlock] {
    let found = book.risks.threats.compactMap { assessed -> ReportTable.Row? in
      let lacking = book.risks.criteria.unmet(by: assessed)
      if lacking.isEmpty { return nil }
      return ReportTable.Row([
        phrases.entry(of: assessed.threat),
        ReportPhrases.list(
          lacking.map { [.code(ConditionText.oneLine($0.range, in: phrases.model.sources))] }),
      ])
    }
    if found.isEmpty { return [] }
    return [
      .section(id: "unmet", title: "Decisions that lack what the policy requires"),
      .table(
        ReportTable(
          id: "unmet-list", columns: [.init("Threat"), .init("What the policy requires")],
          rows: found)),
    ]
  }

  /// How many controls a sentence names.
  private static let namedControls = 6

  /// What has to be done before anybody can conclude.
  private var open: [ReportBlock] {
    let gaps = phrases.source.trace.gaps.count
    let assumptions = phrases.model.all(.assumption).count
    let unstated = phrases.model.controlsWithoutStatus.count
    let isWanted = phrases.model.statusIsWanted != nil
    let failed = FailedVerifications(phrases.model)
    let planned = phrases.model.all(.control).filter { control in
      !phrases.model.isInPlace(control: control)
        && phrases.model.standing(ofControl: control) != "failed"
        && !(isWanted && phrases.model.entry(control, .status) == nil)
    }
    var sentences: [[ReportText]] = []
    sentences.append(
      gaps == 0
        ? [.reference("Traceability", to: .section("gaps")), .words(" has no gap.")]
        : [
          .reference(ReportPhrases.count(gaps, "gap"), to: .section("gaps")),
          .words(" in traceability \(gaps == 1 ? "is" : "are") to be closed."),
        ])
    sentences += failed.entries.map { entry in
      [.words("The verification "), phrases.id(entry.verification), .words(" failed")]
        + (entry.controls.isEmpty
          ? [.words(".")]
          : [.words(", so that ")] + phrases.ids(entry.controls)
            + [
              .words(
                " \(entry.controls.count == 1 ? "counts" : "count") for nothing until it passes.")
            ])
    }
    if !planned.isEmpty {
      let more = planned.count - Self.namedControls
      sentences.append(
        [
          .words(
            "\(ReportPhrases.count(planned.count, "control")) \(planned.count == 1 ? "is" : "are") not in place yet: "
          )
        ] + phrases.ids(Array(planned.prefix(Self.namedControls)))
          + [.words(more > 0 ? " and \(more) more." : ".")])
    }
    if unstated > 0 {
      sentences.append([
        .words(
          "\(ReportPhrases.count(unstated, "control")) \(unstated == 1 ? "has" : "have") no status and "
            + "\(unstated == 1 ? "counts" : "count") \(isWanted ? "for nothing" : "as implemented") (see "
        ),
        .reference("controls", to: .chapter("controls")), .words(")."),
      ])
    }
    if assumptions > 0 {
      sentences.append([
        .words("All of this rests on "),
        .reference(ReportPhrases.count(assumptions, "assumption"), to: .section("assumptions")),
        .words("."),
      ])
    }
    return [.section(id: "open-points", title: "Open points"), .list(sentences)]
  }
}
