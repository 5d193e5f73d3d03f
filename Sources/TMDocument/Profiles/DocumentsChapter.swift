// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMSyntax

/// The documents beside the model.
struct DocumentsChapter {
  private let model: Model

  init(_ source: ReportSource) { model = source.model }

  /// Nil where the model names none.
  var chapter: ReportChapter? {
    let documents = model.all(.document)
    if documents.isEmpty { return nil }
    return ReportChapter(
      id: "documents", title: "Documents beside this one",
      blocks: [
        .table(
          ReportTable(
            id: "document-list",
            columns: [
              .init("Document"), .init("About"), .init("Version", .short), .init("Date", .short),
              .init("Status", .short), .init("Owner"), .init("Where"),
            ],
            rows: documents.map(row)))
      ])
  }

  private func row(_ document: EntityID) -> ReportTable.Row {
    let subjects = model.words(document, .covers).map {
      Vocabulary.documentSubjects.meaning(of: $0) ?? $0
    }
    let links = model.texts(document, .link).map { [ReportText.link($0)] }
    let path = model.path(document)
    return ReportTable.Row(
      [
        model.ownTitle(document).map { [.words($0), .lineBreak, .code(path)] } ?? [.code(path)],
        subjects.isEmpty
          ? [.strong("not stated"), .words(": add "), .code("covers: …")]
          : [.words(subjects.joined(separator: "; "))],
        model.text(document, .version).map { [.words($0)] } ?? [],
        model.date(document, .date).map { [.words("\($0)")] } ?? [],
        [.words(model.word(document, .status) ?? "approved")],
        model.text(document, .owner).map { [.words($0)] } ?? [],
        links.isEmpty
          ? [.strong("not stated"), .words(": add "), .code("link: \"…\"")]
          : PathBook.list(links),
      ], anchor: .declaration(path))
  }
}
