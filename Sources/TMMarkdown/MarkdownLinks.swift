// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Where the links of one file of a report lead.
struct MarkdownLinks {
  let anchors: MarkdownAnchors
  /// What the files of a report remember together.
  let words: MarkdownWords
  /// The name of the file with the summary, as a destination.
  let report: String
  /// The names of the files that chapters have of their own, by the id of the chapter.
  private let pages: [String: String]
  /// The chapter that this file is about; nil for the report itself.
  private let current: String?

  init(
    _ anchors: MarkdownAnchors, report: String = "", pages: [String: String] = [:],
    current: String? = nil, words: MarkdownWords
  ) {
    self.anchors = anchors
    self.words = words
    self.report = MarkdownInline.destination(report)
    self.pages = pages
    self.current = current
  }

  /// The destination of a link.
  func destination(_ anchor: ReportAnchor) -> String {
    let name = anchors.name(anchor)
    let home = anchors.chapter(of: anchor).flatMap { pages[$0] == nil ? nil : $0 }
    if home == current { return "#\(name)" }
    return (home.flatMap { pages[$0] }.map(MarkdownInline.destination) ?? report) + "#\(name)"
  }

  /// The file of its own that a chapter has elsewhere.
  func otherPage(of chapter: ReportChapter) -> String? {
    chapter.id == current ? nil : pages[chapter.id]
  }
}
