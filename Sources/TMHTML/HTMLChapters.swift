// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Contents, chapters and their blocks.
extension HTMLPage {
  /// The sections of a chapter with their numbers: "3.2".
  private func sections(_ chapter: ReportChapter) -> [(id: String, title: String)] {
    chapter.blocks.compactMap { block in
      guard case .section(let id, let title) = block else { return nil }
      return (anchors.id(.section(id)) ?? id, title)
    }
  }

  mutating func writeContents() {
    html.open("nav", ["class": "contents", "aria-label": "Contents"])
    html.element("h2", "Contents")
    html.open("ol")
    for (index, chapter) in document.chapters.enumerated() {
      html.open("li")
      let target = anchors.target(.chapter(chapter.id)) ?? "#content"
      writeEntry(String(target.dropFirst()), "\(index + 1)", chapter.title)
      let sections = sections(chapter)
      if !sections.isEmpty {
        html.open("ol")
        for (place, section) in sections.enumerated() {
          html.open("li")
          writeEntry(section.id, "\(index + 1).\(place + 1)", section.title)
          html.close("li")
        }
        html.close("ol")
      }
      html.close("li")
    }
    html.close("ol")
    html.close("nav")
    html.line()
  }

  private mutating func writeEntry(_ id: String, _ number: String, _ title: String) {
    let page = medium.page(of: id)
    html.element("a", ["href": "#\(id)"]) { html in
      html.element("span", ["class": "place"], number)
      html.element("span", ["class": "words"], " \(title)")
      if let page { html.element("span", ["class": "page"], " \(page)") }
    }
  }

  mutating func writeChapters() {
    for (index, chapter) in document.chapters.enumerated() {
      let id = anchors.id(.chapter(chapter.id)) ?? chapter.id
      html.open(
        "section", ["class": "chapter", "id": id, "aria-labelledby": "\(id)-title"])
      html.element("h2", ["id": "\(id)-title"]) { html in
        html.element("span", ["class": "place"], "\(index + 1)")
        html.text(" \(chapter.title)")
      }
      if medium.hasScript, index + 1 < document.chapters.count {
        let next = document.chapters[index + 1]
        html.element(
          "a", ["class": "skip on", "href": anchors.target(.chapter(next.id))],
          "Skip to \(next.title)")
      }
      write(chapter.blocks, chapter: index + 1)
      html.close("section")
      html.line()
    }
  }

  /// - Parameter chapter: the number of the chapter, for those of its sections.
  mutating func write(_ blocks: [ReportBlock], chapter: Int) {
    var section = 0
    for block in blocks {
      html.line()
      switch block {
      case .section(let id, let title):
        section += 1
        html.element("h3", ["id": anchors.id(.section(id))]) { [number = section] html in
          html.element("span", ["class": "place"], "\(chapter).\(number)")
          html.text(" \(title)")
        }
      case .paragraph(let runs):
        html.open("p")
        write(runs)
        html.close("p")
      case .list(let items):
        html.open("ul")
        for item in items {
          html.open("li")
          write(item)
          html.close("li")
        }
        html.close("ul")
      case .facts(let facts): write(facts, classes: "facts")
      case .table(let table): write(table)
      case .figure(let figure): write(figure)
      case .note(let note, let runs): write(note, runs)
      }
    }
  }

  private mutating func write(_ note: ReportNote, _ runs: [ReportText]) {
    let name =
      switch note {
      case .information: "Note"
      case .missing: "Not in the model"
      case .gap: "Gap"
      }
    html.open("p", ["class": "note \(note.rawValue)"])
    html.element("strong", ["class": "kind"], name)
    html.text(" ")
    write(runs)
    html.close("p")
  }

  private mutating func write(_ figure: ReportFigure) {
    switch figure {
    case .picture(let id):
      if let picture = source.pictures.first(where: { $0.id == id }) { write(shown: picture) }
    case .riskMatrix(let matrix): write(matrix)
    case .severities(let severities): write(severities)
    case .coverage(let coverage): write(coverage)
    case .trace(let trace): write(trace)
    }
  }

  /// Says in place of a figure why there is nothing to look at.
  mutating func write(absence: String) {
    html.element("p", ["class": "note missing"]) { html in
      html.element("strong", ["class": "kind"], "Nothing to show")
      html.text(" \(absence)")
    }
  }
}
