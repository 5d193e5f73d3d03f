// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The views that the model declares: each picture with its text.
struct ViewsChapter {
  private let phrases: ReportPhrases
  private let model: Model

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
  }

  var chapter: ReportChapter {
    let pictures = phrases.source.pictures.filter { $0.kind == .view }
    let none = ReportPhrases.missing(
      .words("The model declares no view: show a part of the system, or a path through it, with "),
      .code("view id \"…\" { include: … }"), .words("."))
    return ReportChapter(
      id: "views", title: "Views",
      blocks: pictures.isEmpty
        ? [none] : pictures.enumerated().flatMap { view($0.element, number: $0.offset + 1) })
  }

  /// One view: a section of its own with everything that is said of it.
  private func view(_ picture: ReportPicture, number: Int) -> [ReportBlock] {
    var blocks: [ReportBlock] = [.section(id: "view-\(number)", title: picture.title)]
    if let text = picture.text {
      blocks.append(.paragraph([.words(text)]))
    } else {
      blocks.append(
        ReportPhrases.missing(
          .words("The view is not described: write lines with "), .code("///"),
          .words(" in front of "), .code("view \(picture.id)"), .words(".")))
    }
    return blocks + [.figure(.picture(picture.id))]
  }
}
