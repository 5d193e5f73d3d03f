// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
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
      blocks: omitted + sections)
  }

  /// The views in the order of the chapter.
  private var views: [EntityID] {
    ViewKind.allCases.flatMap { kind in
      model.shownViews.filter { ViewKind(of: $0, in: model) == kind }
    }
  }

  /// A path is described once, in the first view that shows it.
  private var sections: [ReportBlock] {
    var described: [EntityID: EntityID] = [:]
    return views.flatMap { view in
      let section = ViewSection(view, book, described: described)
      for flow in section.selection.flows where described[flow.entity] == nil {
        described[flow.entity] = view
      }
      return section.blocks
    }
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
      // Where nothing can harm a patient, nobody looks for a view of how.
      if kind == .multiPatientHarm, !model.canHarm { continue }
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
