// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// Numbers to follow from version to version.
struct MetricsChapter {
  private let phrases: ReportPhrases
  private let model: Model
  private let tally: RiskTally

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    tally = RiskTally(phrases.source.risks)
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "metrics", title: "Metrics",
      blocks: [
        .table(severities), .table(progress), .note(.information, [.words(Self.postmarket)]),
      ])
  }

  private static let postmarket =
    "A model does not know how long fixes take in the field: the share of vulnerabilities patched, "
    + "the time from finding to patch and from patch to installation come from post-market records."

  private var severities: ReportTable {
    let bands = SeverityBand.allCases.reversed()
    return ReportTable(
      id: "severity-counts", caption: "Threats by severity",
      columns: [
        .init("Severity", .short), .init("Before measures", .number), .init("Now", .number),
      ],
      rows: bands.map { band in
        ReportTable.Row([
          [.level(band.rawValue)], [.words("\(tally.initial(band))")],
          [ReportPhrases.number(tally.residual(band), ReportFacets(severity: band.rawValue))],
        ])
      } + [
        ReportTable.Row([
          [.words("not rated")],
          [.words("\(tally.total - bands.reduce(0) { $0 + tally.initial($1) })")],
          [.words("\(tally.total - bands.reduce(0) { $0 + tally.residual($1) })")],
        ])
      ])
  }

  private var progress: ReportTable {
    ReportTable(
      id: "metric-list", caption: "How far the work is",
      columns: [.init("What is counted"), .init("Done", .number), .init("Of", .number)],
      rows: rows)
  }

  private var rows: [ReportTable.Row] {
    let threats = phrases.source.risks.threats
    let links = TraceLinks(model, threats)
    let interfaces = model.all(.interface)
    let components = model.all(.component)
    return [
      row(
        "Threats that are not open", tally.total - tally.count(.open), tally.total,
        .chapter("register")),
      row("Threats that are rated", tally.rated, tally.total, .chapter("register")),
      row(
        "Threats whose residual risk the policy accepts", tally.acceptable, tally.total,
        .chapter("conclusion")),
      row(
        "Controls in place", links.controls.count(where: model.isInPlace), links.controls.count,
        .chapter("controls")),
      row(
        "Requirements with a verification that passed",
        links.requirements.count(where: isVerified), links.requirements.count,
        .section("requirements")),
      row(
        "Verifications passed",
        links.verifications.count { model.result(of: .declared($0)) == .passed },
        links.verifications.count, .section("verifications")),
      row(
        "Interfaces that a flow uses or that are switched off",
        interfaces.count {
          !model.flows(through: $0).isEmpty || model.boolean($0, .disabled) == true
        }, interfaces.count, .section("interfaces")),
      row(
        "Components with an end of support",
        components.count { model.date($0, .endOfSupport) != nil },
        components.count, .section("components")),
    ]
  }

  private func isVerified(_ requirement: EntityID) -> Bool {
    let evidence = model.evidence(of: requirement)
    return !evidence.isEmpty && evidence.allSatisfy { model.result(of: $0) == .passed }
  }

  private func row(_ name: String, _ done: Int, _ of: Int, _ anchor: ReportAnchor)
    -> ReportTable.Row
  {
    ReportTable.Row([[.reference(name, to: anchor)], [.words("\(done)")], [.words("\(of)")]])
  }
}
