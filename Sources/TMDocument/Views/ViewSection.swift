// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// A view in the report: its diagram, its text, what its kind asks for, and its paths.
package struct ViewSection {
  let view: EntityID
  let kind: ViewKind
  let selection: ViewSelection
  let book: PathBook
  /// Lower case with hyphens, unique in the document.
  let id: String
  private let described: [EntityID: EntityID]

  /// - Parameter described: the views that say all of a flow, by the flow; of those that are not in
  ///   it, and of its own, this one does.
  package init(_ view: EntityID, _ book: PathBook, described: [EntityID: EntityID] = [:]) {
    self.view = view
    self.book = book
    self.described = described.filter { $0.value != view }
    kind = ViewKind(of: view, in: book.model)
    selection = ViewSelection(view, of: book.model)
    id = Self.id(of: view, in: book.model)
  }

  /// The id of the section of a view: its path in small letters, with its place where two would be
  /// the same.
  package static func id(of view: EntityID, in model: Model) -> String {
    let name = slug(model.path(view))
    let same = model.all(.view).filter { slug(model.path($0)) == name }
    guard same.count > 1, let place = same.firstIndex(of: view) else { return "view-\(name)" }
    return "view-\(name)-\(place + 1)"
  }

  private static func slug(_ path: String) -> String {
    String(path.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  package var blocks: [ReportBlock] {
    let model = book.model
    var blocks: [ReportBlock] = [.section(id: id, title: model.title(view))]
    if let text = model.documentation(view) {
      blocks.append(.paragraph([.words(text)]))
    } else if kind != .diagram {
      blocks.append(
        .note(
          .missing,
          [
            .words("The view has no text: write lines with "), .code("///"),
            .words(" in front of "),
            .code("view \(model.name(view))"), .words("."),
          ]))
    }
    let picture = model.path(view)
    if book.source.pictures.contains(where: { $0.id == picture }) {
      blocks.append(.figure(.picture(picture)))
    }
    blocks += ofKind
    blocks += PathTable(selection.flows, book, id: id, described: described).blocks
    blocks += IdleInterfaceTable(of: selection.elements, book, id: id).blocks
    return blocks
  }

  private var ofKind: [ReportBlock] {
    switch kind {
    case .global: GlobalView(self).blocks
    case .multiPatientHarm: MultiPatientView(self).blocks
    case .updateability: UpdateView(self).blocks
    case .useCase: UseCaseView(self).blocks
    case .diagram: []
    }
  }
}
