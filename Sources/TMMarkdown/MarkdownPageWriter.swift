// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Writes one file of a report.
struct MarkdownPageWriter {
  private let document: ReportDocument
  private let diagrams: TitledDiagrams
  private let detail: MarkdownDetail
  private let inline: MarkdownInline
  private(set) var text = ""
  /// How many bytes each chapter has, by its id.
  private(set) var sizes: [String: Int] = [:]

  init(
    _ document: ReportDocument, _ links: MarkdownLinks, _ diagrams: TitledDiagrams,
    _ detail: MarkdownDetail
  ) {
    self.document = document
    self.diagrams = diagrams
    self.detail = detail
    inline = MarkdownInline(links)
  }

  /// Writes the report: title, summary, contents and the chapters that have no file of their own.
  mutating func writeReport() {
    text = "# \(MarkdownInline.escaped(document.title))\n"
    let facts = document.facts.map {
      "**\(MarkdownInline.escaped($0.name)):** \(inline.part($0.value))"
    }
    if !facts.isEmpty { paragraph(facts.joined(separator: " · ")) }
    paragraph("## Summary")
    for block in document.summary { write(block, sectionNumber: "") }
    // Its chapters are those without pictures.
    if document.edition == .summary, let picture = diagrams.text(of: "system") {
      paragraph("## Diagram")
      paragraph(picture)
    }
    if let note = detail.note { paragraph("> **Note:** \(note)") }
    writeContents()
    for (index, chapter) in document.chapters.enumerated() {
      let start = text.utf8.count
      write(chapter, number: index + 1)
      sizes[chapter.id] = text.utf8.count - start
    }
  }

  /// Writes the file of one chapter.
  mutating func writePage(of chapter: ReportChapter) {
    let number = (document.chapters.firstIndex { $0.id == chapter.id } ?? 0) + 1
    let title = MarkdownInline.escaped(document.title)
    text = "# \(title)\n"
    paragraph("Chapter \(number) of [the report](\(inline.links.report)).")
    if let note = detail.note { paragraph("> **Note:** \(note)") }
    write(chapter, number: number)
  }

  private mutating func writeContents() {
    paragraph("## Contents")
    let entries = document.chapters.enumerated().map { index, chapter in
      "\(index + 1). \(inline.part([.reference(chapter.title, to: .chapter(chapter.id))]))\n"
    }
    text += "\n" + entries.joined()
  }

  private mutating func write(_ chapter: ReportChapter, number: Int) {
    heading("## ", .chapter(chapter.id), "\(number). \(MarkdownInline.escaped(chapter.title))")
    if let page = inline.links.otherPage(of: chapter) {
      return paragraph(
        "This chapter is a file of its own: [\(MarkdownInline.escaped(page))](\(MarkdownInline.destination(page)))."
      )
    }
    var section = 0
    for block in chapter.blocks {
      if case .section = block { section += 1 }
      write(block, sectionNumber: "\(number).\(section)")
    }
  }

  private mutating func heading(_ level: String, _ anchor: ReportAnchor, _ title: String) {
    paragraph("\(level)\(inline.target(anchor))\(title)")
  }

  private mutating func write(_ block: ReportBlock, sectionNumber: String) {
    switch block {
    case .section(let id, let title):
      heading("### ", .section(id), "\(sectionNumber) \(MarkdownInline.escaped(title))")
    case .paragraph(let words): paragraph(inline.line(words))
    case .list(let items):
      text += "\n" + items.map { "- \(inline.line($0))\n" }.joined()
    case .facts(let facts):
      text +=
        "\n"
        + facts.map {
          "- **\(MarkdownInline.escaped($0.name)):** \(inline.part($0.value))\n"
        }.joined()
    case .table(let table):
      let table = MarkdownTable(table, inline, detail).text
      if !table.isEmpty { text += "\n" + table }
    case .figure(let figure): write(figure)
    case .note(let note, let words): paragraph("> **\(note.word):** \(inline.part(words))")
    }
  }

  private mutating func write(_ figure: ReportFigure) {
    let figures = MarkdownFigures(inline)
    switch figure {
    case .picture(let id):
      paragraph(inline.target(.picture(id)))
      if let picture = diagrams.text(of: id) { paragraph(picture) }
    case .riskMatrix(let matrix): paragraph(matrix.absence ?? figures.text(matrix))
    case .severities(let severities): paragraph(severities.absence ?? figures.text(severities))
    case .coverage(let coverage): paragraph(coverage.absence ?? figures.text(coverage))
    // The table of the same chains follows in its chapter.
    case .trace: break
    }
  }

  private mutating func paragraph(_ markdown: String) { text += "\n" + markdown + "\n" }
}

extension ReportNote {
  fileprivate var word: String {
    switch self {
    case .information: "Note"
    case .missing: "Missing"
    case .gap: "Gap"
    }
  }
}
