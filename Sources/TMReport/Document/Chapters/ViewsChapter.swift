// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The architecture views, by what they are for, each with its text and its paths.
struct ViewsChapter {
  private let model: Model
  private let book: PathBook

  init(_ source: ReportSource) {
    model = source.model
    book = PathBook(source)
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "views", title: "Architecture views",
      blocks: omitted + ViewKind.allCases.flatMap(sections))
  }

  private func sections(of kind: ViewKind) -> [ReportBlock] {
    model.shownViews.filter { ViewKind(of: $0, in: model) == kind }
      .flatMap { ViewSection($0, book).blocks }
  }

  /// The kinds that the model says why it omits, and those that it is silent about.
  private var omitted: [ReportBlock] {
    let shown = Set(model.shownViews.map { ViewKind(of: $0, in: model) })
    var blocks: [ReportBlock] = []
    for view in model.omittedViews {
      guard let reason = model.text(view, .omitted) else { continue }
      blocks.append(
        .note(
          .information,
          [
            .strong(ViewKind(of: view, in: model).title),
            .words(", \(model.title(view)): omitted. "),
            .words(reason),
          ]))
    }
    let explained = Set(model.omittedViews.map { ViewKind(of: $0, in: model) })
    for kind in ViewKind.asked where !shown.contains(kind) && !explained.contains(kind) {
      blocks.append(
        .note(
          .missing,
          [
            .strong(kind.title), .words(": no view shows \(kind.content). Add "),
            .code("view id { kind: \(kind.rawValue); include: … }"), .words(", or "),
            .code("omitted: \"…\""), .words(" with the reason."),
          ]))
    }
    return blocks
  }
}
