// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMSyntax

/// What the user has to be told: the risks that are transferred to them, and where it is said.
struct LabelingChapter {
  private let phrases: ReportPhrases
  private let book: RegisterBook

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    book = phrases.book
  }

  var chapter: ReportChapter {
    let transferred = book.risks.threats.filter {
      $0.threat.status == .transferred || $0.treatment == .transfer
    }
    return ReportChapter(
      id: "labeling", title: "Risk transferred to the user",
      blocks: transferred.isEmpty ? [.paragraph([.words(Self.nothing)])] : blocks(transferred))
  }

  private static let nothing = "The model transfers no risk to the user or to anybody else."

  private func blocks(_ transferred: [AssessedThreat]) -> [ReportBlock] {
    let entries = transferred.map { RegisterEntry(assessed: $0, book: book) }
    let untold = entries.filter { $0.text(.transferredTo) == nil }
    var text: [ReportText] = [
      ReportPhrases.threats(
        entries.count { $0.threat.status == .transferred }, ReportFacets(status: "transferred")),
      .words(entries.count == 1 ? " is" : " are"),
      .words(" transferred. What is told, and where:"),
    ]
    if entries.allSatisfy({ $0.threat.status != .transferred }) {
      text = [.words("Risks to be transferred. What is told, and where:")]
    }
    var blocks: [ReportBlock] = [.paragraph(text)]
    if !untold.isEmpty {
      blocks.append(
        .note(
          .gap,
          [.words("To whom is not stated for ")]
            + ReportPhrases.list(untold.map { [phrases.threat($0.threat)] })
            + [.words(": add "), .code("transferred-to: \"…\""), .words(".")]))
    }
    let rows = grouped(entries).map { place, members in
      ReportTable.Row([
        [.words(place)],
        ReportPhrases.list(members.map { [phrases.threat($0.threat)] }),
        because(members),
      ])
    }
    return blocks + [
      .table(
        ReportTable(
          id: "transfer-list",
          columns: [.init("To whom, and where it is told"), .init("Threats"), .init("Because")],
          rows: rows))
    ]
  }

  /// The transfers by the text that says to whom, in the order of their first threat.
  private func grouped(_ entries: [RegisterEntry]) -> [(String, [RegisterEntry])] {
    var groups: [(String, [RegisterEntry])] = []
    for entry in entries {
      guard let place = entry.text(.transferredTo) else { continue }
      if let index = groups.firstIndex(where: { $0.0 == place }) {
        groups[index].1.append(entry)
      } else {
        groups.append((place, [entry]))
      }
    }
    return groups
  }

  private func because(_ members: [RegisterEntry]) -> [ReportText] {
    var reasons: [String] = []
    for reason in members.compactMap({ book.facts.because($0.threat) })
    where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return Array(reasons.map { [ReportText.words($0)] }.joined(separator: [.lineBreak]))
  }
}
