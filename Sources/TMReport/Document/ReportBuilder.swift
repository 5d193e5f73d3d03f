// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Makes the chapters of a report.
package enum ReportBuilder {
  package static func document(_ source: ReportSource) -> ReportDocument {
    let model = source.model
    return ReportDocument(
      title: model.system.map { model.title($0) } ?? "Threat model",
      facts: model.system.flatMap { model.text($0, .version) }
        .map { [ReportFact("Version", [.words($0)])] } ?? [],
      chapters: [
        ReportChapter(
          id: "system", title: "System", blocks: source.pictures.map { .figure(.picture($0.id)) }),
        ViewsChapter(source).chapter, RegisterChapter(source).chapter,
      ])
  }
}
