// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// The first page: what a reader wants to know before reading.
struct SummaryPage {
  private let phrases: ReportPhrases
  private let risks: RiskRegister
  private let tally: RiskTally
  private let chapters: [ReportChapter]

  /// - Parameter chapters: those that follow, for what they say is missing.
  init(_ phrases: ReportPhrases, before chapters: [ReportChapter]) {
    self.phrases = phrases
    self.chapters = chapters
    risks = phrases.source.risks
    tally = RiskTally(risks)
  }

  var blocks: [ReportBlock] {
    if tally.total == 0 {
      return [.paragraph([.words("The model has no threat.")])] + missing
    }
    return [.list([statuses, acceptance, severities, harm, gaps].filter { !$0.isEmpty })] + missing
  }

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
    if risks.criteria.accept.isEmpty {
      return [
        .words("The policy does not say which risks are "),
        .reference("acceptable", to: .section("acceptance")), .words("."),
      ]
    }
    var text: [ReportText] =
      tally.unacceptable == 0
      ? [.words("The policy accepts what is left of all that it judges")]
      : [
        .strong("Not acceptable: "),
        ReportPhrases.threats(tally.unacceptable, ReportFacets(acceptance: .unacceptable)),
      ]
    text += [
      .words(" ("), .reference("\(tally.acceptable) acceptable", to: .chapter("conclusion")),
    ]
    if tally.unjudged > 0 { text.append(.words(", \(tally.unjudged) not rated")) }
    return text + [.words(").")]
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
    let severities = dangerous.compactMap(\.harmSeverity)
    let worst = Vocabulary.harmSeverities.words.last { severities.contains($0) }
    let worstText: [ReportText] = worst.map { [.words("; worst harm: "), .level($0)] } ?? []
    return [
      .reference(
        "\(ReportPhrases.count(dangerous.count, "threat")) can lead to a hazard",
        to: .chapter("safety")),
      .words(" of the safety risk file, "),
      .words("\(several == 0 ? "none" : "\(several)") for several patients at once"),
    ] + worstText + [.words(".")]
  }

  private var gaps: [ReportText] {
    let count = phrases.source.trace.gaps.count
    if count == 0 {
      return [
        .reference("No gap", to: .section("gaps")),
        .words(" between threats, controls, requirements and verifications."),
      ]
    }
    return [
      .reference(ReportPhrases.count(count, "gap"), to: .section("gaps")),
      .words(" between threats, controls, requirements and verifications."),
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
