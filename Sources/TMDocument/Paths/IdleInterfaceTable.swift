// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The interfaces that no flow of a model goes through: unused, disabled or dormant.
package struct IdleInterfaceTable {
  private let interfaces: [EntityID]
  private let book: PathBook
  private let model: Model
  private let id: String

  /// - Parameter elements: those whose interfaces are listed, with the boundaries around them.
  package init(of elements: Set<EntityID>, _ book: PathBook, id: String) {
    self.book = book
    self.id = id
    model = book.model
    let model = book.model
    interfaces = model.all(.interface).filter { interface in
      guard model.flows(through: interface).isEmpty, let parent = model[interface].parent else {
        return false
      }
      return elements.contains(parent)
        || elements.contains { model.ancestors($0).contains(parent) }
    }
  }

  package var blocks: [ReportBlock] {
    if interfaces.isEmpty { return [] }
    return count + [
      .table(
        ReportTable(
          id: "\(id)-idle", caption: "Interfaces that no flow uses",
          columns: [
            .init("Interface"), .init("At"), .init("Kind", .short), .init("As shipped", .short),
            .init("Access", .short), .init("Could reach"), .init("Guarded by"), .init("About it"),
          ],
          rows: interfaces.map(row)))
    ]
  }

  private var count: [ReportBlock] {
    let missing = interfaces.map { interface in
      [
        model.word(interface, .kind) == nil, model.boolean(interface, .disabled) == nil,
        model.word(interface, .access) == nil, model.documentation(interface) == nil,
      ].count { $0 }
    }.reduce(0, +)
    if missing == 0 { return [] }
    return [
      .note(
        .missing,
        [
          .words(
            "\(missing) of \(interfaces.count * 4) statements about interfaces that no flow uses are "
              + "missing.")
        ])
    ]
  }

  private func row(_ interface: EntityID) -> ReportTable.Row {
    ReportTable.Row([
      [book.title(interface)], model[interface].parent.map { [book.title($0)] } ?? [],
      model.word(interface, .kind).map { [.words($0)] } ?? unstated("kind: …"),
      state(interface),
      model.word(interface, .access).map { [.words($0)] } ?? unstated("access: …"),
      book.titles(model.references(interface, .exposes)), book.ids(book.controls(of: interface)),
      model.documentation(interface).map { [.words($0)] } ?? unstated("/// …"),
    ])
  }

  private func state(_ interface: EntityID) -> [ReportText] {
    switch model.boolean(interface, .disabled) {
    case true: [.words("disabled")]
    case false: [.words("enabled, unused")]
    case nil: unstated("disabled: yes")
    }
  }

  private func unstated(_ statement: String) -> [ReportText] {
    [.strong("not stated"), .words(": "), .code(statement)]
  }
}
