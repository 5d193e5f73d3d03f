// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The report as chapters and blocks, free of any format: HTML and Markdown are written from it.
package struct ReportDocument: Sendable {
  package let title: String
  /// What stands under the title: version, owner, date.
  package let facts: [ReportFact]
  /// What a reader wants first, before any chapter: a few lines.
  package let summary: [ReportBlock]
  package internal(set) var chapters: [ReportChapter]
  package let edition: ReportEdition

  package init(
    title: String, facts: [ReportFact], summary: [ReportBlock] = [], chapters: [ReportChapter],
    edition: ReportEdition = .full
  ) {
    self.edition = edition
    self.title = title
    self.facts = facts
    self.summary = summary
    self.chapters = chapters
  }
}

/// A named value under the title.
package struct ReportFact: Sendable {
  package let name: String
  package let value: [ReportText]

  package init(_ name: String, _ value: [ReportText]) {
    self.name = name
    self.value = value
  }
}

/// A chapter; its place in the document is its number.
package struct ReportChapter: Sendable {
  /// Lower case with hyphens, unique in the document: `register`.
  package let id: String
  package let title: String
  package let blocks: [ReportBlock]

  package init(id: String, title: String, blocks: [ReportBlock]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// A part of a chapter.
package enum ReportBlock: Sendable {
  /// The heading of what follows; its id is lower case with hyphens, unique in the document.
  case section(id: String, title: String)
  case paragraph([ReportText])
  case list([[ReportText]])
  case facts([ReportFact])
  case table(ReportTable)
  case figure(ReportFigure)
  case note(ReportNote, [ReportText])
}

/// Why a note stands out from the text.
package enum ReportNote: String, Sendable {
  case information
  /// Something that the reader would look for is not in the model.
  case missing
  /// Something that is wrong, or not done.
  case gap
}
