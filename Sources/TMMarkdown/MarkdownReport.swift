// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMRegister

/// Writes a report in GitHub Flavored Markdown, for GitHub and GitLab.
///
/// GitHub shows no Markdown of more than 512 KB. A report that would be larger becomes several files,
/// one for each large chapter; where that is not possible, or not enough, details of threats are left
/// out, those of answered ones first, and the text says so.
package enum MarkdownReport {
  /// How many bytes a file may have before it is split or shortened.
  package static let sizeLimit = 500_000

  /// From how many bytes on a chapter gets a file of its own, where the whole is too large.
  private static let chapterLimit = 125_000

  /// A file of a report.
  package struct File: Sendable {
    package let name: String
    package let text: String
  }

  /// The report as one text.
  package static func text(
    of document: ReportDocument, _ source: ReportSource, diagrams: MarkdownDiagrams = .none
  ) -> String {
    let links = MarkdownLinks(MarkdownAnchors(document), words: MarkdownWords())
    return shortest { detail in
      var writer = MarkdownPageWriter(document, links, diagrams.titled(source), detail)
      writer.writeReport()
      return writer.text
    }
  }

  /// The report as files, the one that a reader opens last.
  ///
  /// - Parameters:
  ///   - name: of that file; links between the files take them to lie in one folder.
  ///   - stem: what the names of the others begin with.
  package static func files(
    of document: ReportDocument, _ source: ReportSource, diagrams: MarkdownDiagrams, name: String,
    stem: String
  ) -> [File] {
    let titled = diagrams.titled(source)
    let anchors = MarkdownAnchors(document)
    let words = MarkdownWords()
    var whole = MarkdownPageWriter(
      document, MarkdownLinks(anchors, words: words), titled, .all)
    whole.writeReport()
    if whole.text.utf8.count <= sizeLimit { return [File(name: name, text: whole.text)] }
    let large = document.chapters.filter { (whole.sizes[$0.id] ?? 0) > chapterLimit }
    let pages = Dictionary(
      large.map { ($0.id, "\(stem)-\($0.id).md") }, uniquingKeysWith: { first, _ in first })
    let chapters = large.map { chapter in
      let links = MarkdownLinks(
        anchors, report: name, pages: pages, current: chapter.id, words: words)
      return File(
        name: pages[chapter.id] ?? name,
        text: shortest { detail in
          var writer = MarkdownPageWriter(document, links, titled, detail)
          writer.writePage(of: chapter)
          return writer.text
        })
    }
    let links = MarkdownLinks(anchors, report: name, pages: pages, words: words)
    let report = shortest { detail in
      var writer = MarkdownPageWriter(document, links, titled, detail)
      writer.writeReport()
      return writer.text
    }
    return chapters + [File(name: name, text: report)]
  }

  /// The text with the most details that is small enough, or else with none.
  private static func shortest(_ text: (MarkdownDetail) -> String) -> String {
    var shortest = ""
    for detail in MarkdownDetail.allCases {
      shortest = text(detail)
      if shortest.utf8.count <= sizeLimit { break }
    }
    return shortest
  }
}
