// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMRegister
import TMSyntax

/// The software of others: components, their support, known vulnerabilities, anomalies.
struct SoftwareChapter {
  private let phrases: ReportPhrases
  private let model: Model
  private let software: SoftwareReport?

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
    software = phrases.source.software
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "software", title: "Software bill of materials, vulnerabilities and anomalies",
      blocks: components + vulnerabilities + anomalies)
  }

  // MARK: - Components

  private var components: [ReportBlock] {
    let all = phrases.byPath(.component)
    let section = ReportBlock.section(id: "components", title: "Components")
    if all.isEmpty {
      return [section] + bill + [
        ReportPhrases.missing(
          .words("The model declares no software of others: add "),
          .code("component id \"…\" { version: \"…\" }"), .words(" inside its element."))
      ]
    }
    let rows = all.map { id in
      ReportTable.Row(
        [
          phrases.heading(id), model[id].parent.map { [phrases.title($0)] } ?? [],
          phrases.text(id, .version), phrases.text(id, .supplier),
          ReportPhrases.words([model.word(id, .support)].compactMap { $0 }), endOfSupport(id),
        ],
        anchor: .declaration(model.path(id)), details: phrases.details(id, [.purl, .cpe]))
    }
    return [section] + bill + [
      .table(
        ReportTable(
          id: "component-list",
          columns: [
            .init("Component"), .init("In"), .init("Version", .short), .init("Supplier"),
            .init("Support", .short), .init("End of support", .short),
          ], rows: rows))
    ]
  }

  /// The date, held against the day of the report if there is one.
  private func endOfSupport(_ id: EntityID) -> [ReportText] {
    guard let end = model.date(id, .endOfSupport) else { return [.words("not stated")] }
    guard let day = phrases.source.day, end < day else { return [.words("\(end)")] }
    return [.strong("\(end), past on \(day)")]
  }

  private var bill: [ReportBlock] {
    guard let software, software.hasBill else {
      return [
        ReportPhrases.missing(
          .words("No bill of materials was compared: give "), .code("--sbom FILE"), .words("."))
      ]
    }
    let listed = software.components.count { $0.entry != nil }
    var text =
      "Of \(ReportPhrases.count(software.components.count, "component")), \(listed) "
      + "\(listed == 1 ? "is" : "are") in the bill of materials"
    let other = software.undeclared.count
    text += other == 0 ? "." : ", which lists \(other) more."
    let differing = software.components.compactMap { component in
      component.differingVersion(in: model).map { (component.entity, $0) }
    }
    return [.paragraph([.words(text)])]
      + differing.map { id, version in
        ReportPhrases.gap(
          .words("The bill has version \(version) of "), phrases.title(id), .words("."))
      }
  }

  // MARK: - Vulnerabilities

  private var vulnerabilities: [ReportBlock] {
    let section = ReportBlock.section(id: "vulnerabilities", title: "Known vulnerabilities")
    return [section] + fromFiles + fromModel
  }

  private var fromFiles: [ReportBlock] {
    guard let software, software.hasVulnerabilities else {
      return [
        ReportPhrases.missing(
          .words("No file of vulnerabilities was matched with the components: give "),
          .code("--vulnerabilities FILE"), .words("."))
      ]
    }
    let facts = ComponentFacts(model: model, report: software)
    let rows = software.components.flatMap { component in
      component.vulnerabilities.map { vulnerability in
        ReportTable.Row([
          [.code(vulnerability.id)], [phrases.title(component.entity)],
          ComponentFacts.score(vulnerability).map { [.words($0)] } ?? [],
          [.words(ComponentFacts.standing(vulnerability).text)],
          [.words(facts.details(vulnerability).joined(separator: "; "))],
        ])
      }
    }
    let remarks = software.remarks.map { ReportPhrases.gap(.words(MethodChapter.sentence($0))) }
    if rows.isEmpty {
      return [
        .paragraph([.words("These files name no vulnerability of the components.")])
      ] + remarks
    }
    return remarks + [
      .paragraph([.words(MethodChapter.sentence(facts.summary))]),
      .table(
        ReportTable(
          id: "vulnerability-list",
          columns: [
            .init("Vulnerability", .short), .init("Component"), .init("Score", .short),
            .init("Standing", .short), .init("What is known"),
          ], rows: rows)),
    ]
  }

  /// The vulnerabilities that triage and decisions name.
  private var fromModel: [ReportBlock] {
    var threats: [String: [ReportText]] = [:]
    for assessed in phrases.source.risks.threats {
      let entry = RegisterEntry(assessed: assessed, book: phrases.book)
      for id in entry.words(.cve) { threats[id, default: []].append(phrases.threat(entry.threat)) }
    }
    if threats.isEmpty { return [] }
    let rows = threats.keys.sorted().map { id in
      ReportTable.Row([[.code(id)], ReportPhrases.list((threats[id] ?? []).map { [$0] })])
    }
    return [
      .table(
        ReportTable(
          id: "assessed-vulnerabilities",
          caption: "Vulnerabilities that threats of the register cover",
          columns: [.init("Vulnerability", .short), .init("Threats")], rows: rows))
    ]
  }

  // MARK: - Anomalies

  private var anomalies: [ReportBlock] {
    [
      .section(id: "anomalies", title: "Unresolved anomalies"),
      .note(
        .information,
        [
          .words(
            "A model lists no unresolved anomalies; their assessment is a document of its own. What "
              + "an anomaly lets an attacker do belongs into the register, as a threat with its score."
          )
        ]),
    ]
  }
}
