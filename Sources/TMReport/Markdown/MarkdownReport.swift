// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes a report in GitHub Flavored Markdown, for GitHub and GitLab.
///
/// GitHub shows no Markdown of more than 512 KB: from `sizeLimit` on, details of threats are left out,
/// those of answered ones first, and the text says so.
package struct MarkdownReport {
  /// How many bytes a text may have before details are left out.
  package static let sizeLimit = 500_000

  private let document: ReportDocument
  private let diagrams: TitledDiagrams
  private let detail: MarkdownDetail
  private let inline: MarkdownInline
  private(set) var text = ""

  package static func text(
    of document: ReportDocument, _ source: ReportSource, diagrams: MarkdownDiagrams = .none
  ) -> String {
    var text = ""
    for detail in MarkdownDetail.allCases {
      var report = MarkdownReport(document, diagrams.titled(source), detail)
      report.write()
      text = report.text
      if text.utf8.count <= sizeLimit { break }
    }
    return text
  }

  private init(
    _ document: ReportDocument, _ diagrams: TitledDiagrams, _ detail: MarkdownDetail
  ) {
    self.document = document
    self.diagrams = diagrams
    self.detail = detail
    inline = MarkdownInline(MarkdownAnchors(document))
  }

  private mutating func write() {
    text = "# \(MarkdownInline.escaped(document.title))\n"
    let facts = document.facts.map {
      "**\(MarkdownInline.escaped($0.name)):** \(inline.part($0.value))"
    }
    if !facts.isEmpty { paragraph(facts.joined(separator: " · ")) }
    paragraph("## Summary")
    for block in document.summary { write(block, sectionNumber: "") }
    if let note = detail.note { paragraph("> **Note:** \(note)") }
    contents()
    for (index, chapter) in document.chapters.enumerated() { write(chapter, number: index + 1) }
  }

  private mutating func contents() {
    paragraph("## Contents")
    let entries = document.chapters.enumerated().map { index, chapter in
      let name = inline.anchors.name(.chapter(chapter.id))
      return "\(index + 1). [\(MarkdownInline.escaped(chapter.title))](#\(name))\n"
    }
    text += "\n" + entries.joined()
  }

  private mutating func write(_ chapter: ReportChapter, number: Int) {
    heading("## ", .chapter(chapter.id), "\(number). \(MarkdownInline.escaped(chapter.title))")
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
    case .facts(let facts): self.facts(facts)
    case .table(let table): write(MarkdownTable(table, inline, detail))
    case .figure(let figure): write(figure)
    case .note(let note, let words): paragraph("> **\(note.word):** \(inline.part(words))")
    }
  }

  private mutating func write(_ table: MarkdownTable) {
    if !table.text.isEmpty { text += "\n" + table.text }
  }

  private mutating func write(_ figure: ReportFigure) {
    let figures = MarkdownFigures(inline)
    switch figure {
    case .picture(let id):
      guard let picture = diagrams.text(of: id) else { return }
      paragraph(inline.target(.picture(id)) + "\n\n" + picture)
    case .riskMatrix(let matrix): paragraph(figures.text(matrix))
    case .severities(let severities): paragraph(figures.text(severities))
    case .coverage(let coverage): paragraph(figures.text(coverage))
    // The table of the same chains follows in its chapter.
    case .trace: break
    }
  }

  private mutating func facts(_ facts: [ReportFact]) {
    if facts.isEmpty { return }
    text += "\n"
    for fact in facts {
      text += "- **\(MarkdownInline.escaped(fact.name)):** \(inline.part(fact.value))\n"
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

/// Which details of threats a text has room for.
enum MarkdownDetail: CaseIterable {
  case all
  /// Those of threats that are open, or that a person decided about.
  case decided
  case none

  /// What the reader is told.
  var note: String? {
    switch self {
    case .all: nil
    case .decided:
      "The details of mitigated threats are left out, since GitHub shows no longer page; `tm report` "
        + "as HTML and `tm threats --explain` have them."
    case .none:
      "The details of threats are left out, since GitHub shows no longer page; `tm report` as HTML "
        + "and `tm threats --explain` have them."
    }
  }

  /// Whether a row shows its details.
  func shows(_ row: ReportTable.Row) -> Bool {
    guard let facets = row.facets else { return true }
    switch self {
    case .all: return true
    case .decided: return facets.status != "mitigated" || facets.acceptance == .unacceptable
    case .none: return false
    }
  }
}
