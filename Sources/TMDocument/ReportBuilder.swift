// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMSyntax
import TMThreats

/// Makes the chapters of a report.
package enum ReportBuilder {
  /// - Parameter changes: from an earlier version; nil where none was named.
  package static func document(
    _ source: ReportSource, since changes: ReportChanges? = nil
  ) -> ReportDocument {
    let phrases = ReportPhrases(source)
    let chapters = [
      ScopeChapter(phrases).chapter, MethodChapter(phrases).chapter,
      SystemChapter(phrases).chapter, ViewsChapter(source).chapter,
      RegisterChapter(phrases).chapter, CoverageChapter(phrases).chapter,
      ControlsChapter(phrases).chapter, TraceabilityChapter(phrases).chapter,
      SafetyChapter(phrases).chapter, LabelingChapter(phrases).chapter,
      SoftwareChapter(phrases).chapter, ConclusionChapter(phrases).chapter,
      MetricsChapter(phrases).chapter, AnnexChapter(phrases).chapter,
    ].map(withoutEmptyColumns)
    return ReportDocument(
      title: source.model.system.map { source.model.title($0) } ?? "Threat model",
      facts: facts(phrases), summary: SummaryPage(phrases, changes, before: chapters).blocks,
      chapters: chapters)
  }

  private static func withoutEmptyColumns(_ chapter: ReportChapter) -> ReportChapter {
    ReportChapter(
      id: chapter.id, title: chapter.title,
      blocks: chapter.blocks.map { block in
        if case .table(let table) = block { .table(table.withoutEmptyColumns) } else { block }
      })
  }

  /// What stands under the title.
  private static func facts(_ phrases: ReportPhrases) -> [ReportFact] {
    guard let system = phrases.model.system else { return [] }
    let date = phrases.model.date(system, .date).map { [ReportText.words("\($0)")] } ?? []
    return [
      ReportFact("Version", phrases.text(system, .version)),
      ReportFact("Document", phrases.text(system, .documentNumber)),
      ReportFact("Owner", phrases.text(system, .owner)),
      ReportFact(
        "Approver", ReportPhrases.words(phrases.model.texts(system, .approver))),
      ReportFact("Date", date),
      ReportFact(
        "Methods", ReportPhrases.words(ThreatRegister.methods(phrases.model).map(\.rawValue))),
      ReportFact("Scoring", ReportPhrases.words(phrases.model.scoring.map { [$0.title] } ?? [])),
    ].filter { !$0.value.isEmpty }
  }
}
