// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What a global view adds to its diagram: who operates what, and what it leaves out.
struct GlobalView {
  private let section: ViewSection
  private let book: PathBook
  private let model: Model

  init(_ section: ViewSection) {
    self.section = section
    book = section.book
    model = section.book.model
  }

  var blocks: [ReportBlock] { operators + leftOut }

  private var operators: [ReportBlock] {
    let boundaries = model.all(.boundary).filter { boundary in
      section.selection.elements.contains { model.ancestors($0).contains(boundary) }
    }
    if boundaries.isEmpty { return [] }
    return [
      .table(
        ReportTable(
          id: "\(section.id)-operators", caption: "Boundaries and who operates them",
          columns: [
            .init("Boundary"), .init("Inside"), .init("Zone", .short), .init("Kind", .short),
            .init("Operated by"),
          ],
          rows: boundaries.map { boundary in
            ReportTable.Row([
              [book.title(boundary)], model[boundary].parent.map { [book.title($0)] } ?? [],
              model.zone(boundary).map { [.words($0)] } ?? [],
              [.words(model.words(boundary, .kind).joined(separator: ", "))],
              Operator.text(of: boundary, in: model),
            ])
          }))
    ]
  }

  /// A global view shows all; what it does not is named.
  private var leftOut: [ReportBlock] {
    let elements = model.allEntities.filter { id in
      model[id].keyword.isElement && !section.selection.elements.contains(id)
        && !section.selection.flows.contains { $0.source == id || $0.target == id }
    }
    if elements.isEmpty { return [] }
    return [
      .note(
        .gap,
        [.words("A global view shows the whole system; this one leaves out: ")]
          + book.titles(elements) + [.words(".")])
    ]
  }
}

/// Who operates the place of a declaration: the nearest boundary that has an owner says so.
enum Operator {
  static func name(of id: EntityID, in model: Model) -> String? {
    let places = (model[id].keyword == .boundary ? [id] : []) + model.boundaries(around: id)
    return places.lazy.compactMap { model.text($0, .owner) }.first
  }

  static func text(of id: EntityID, in model: Model) -> [ReportText] {
    if let name = name(of: id, in: model) { return [.words(name)] }
    return [.strong("not stated"), .words(": add "), .code("owner: \"…\"")]
  }
}
