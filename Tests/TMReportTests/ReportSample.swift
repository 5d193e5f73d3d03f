// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMModel
import TMRegister
import TMRisk
import TMTestSupport

/// The report of a model, with pictures that show nothing.
struct ReportSample: Sendable {
  let compiled: CompiledSample
  let source: ReportSource
  let document: ReportDocument

  /// The reports of the examples, made once.
  private static let examples = Dictionary(
    uniqueKeysWithValues: CompiledSample.examples.map { name in
      (name, Result { ReportSample(try CompiledSample(example: name)) })
    })

  init(example: String) throws {
    self = try Self.examples[example]?.get() ?? ReportSample(try CompiledSample(example: example))
  }

  init(_ text: String) throws { self.init(try CompiledSample(text)) }

  private init(_ compiled: CompiledSample) {
    self.compiled = compiled
    let model = compiled.model
    let views = model.shownViews.map { view in
      Self.picture(model.path(view), .view, model.title(view), model.documentation(view))
    }
    source = ReportSource(
      model, compiled.register, compiled.risks, Trace(model, compiled.risks),
      pictures: [Self.picture("system", .system, "System", nil)] + views, toolVersion: "1.2.3")
    document = ReportBuilder.document(source)
  }

  private static func picture(
    _ id: String, _ kind: ReportPicture.Kind, _ title: String, _ text: String?
  ) -> ReportPicture {
    ReportPicture(
      id: id, kind: kind, level: 1, title: title, text: text, svg: [], idPrefix: "view-\(id)-",
      parts: [])
  }

  /// All blocks, the summary's first.
  var blocks: [ReportBlock] { document.summary + document.chapters.flatMap(\.blocks) }

  var tables: [ReportTable] {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }

  /// The cells of a table of the first page.
  func summaryTable(_ id: String) -> [[[ReportText]]] {
    document.summary.compactMap { block -> [[[ReportText]]]? in
      guard case .table(let table) = block, table.id == id else { return nil }
      return table.rows.map(\.cells)
    }.first ?? []
  }

  /// Every run of words.
  var texts: [[ReportText]] {
    document.facts.map(\.value)
      + blocks.flatMap { block -> [[ReportText]] in
        switch block {
        case .paragraph(let words), .note(_, let words): [words]
        case .list(let items): items
        case .facts(let facts): facts.map(\.value)
        case .table(let table):
          table.rows.flatMap { $0.cells + $0.details.map(\.value) }
        case .section, .figure: []
        }
      }
  }

  /// The words of every reference, and where it leads.
  var references: [(words: String, anchor: ReportAnchor)] {
    texts.joined().compactMap { text in
      guard case .reference(let words, let anchor) = text else { return nil }
      return (words, anchor)
    }
  }

  /// The places that references can lead to, as often as they occur.
  var places: [ReportAnchor] {
    document.chapters.map { .chapter($0.id) }
      + blocks.flatMap { block -> [ReportAnchor] in
        switch block {
        case .section(let id, _): [.section(id)]
        case .table(let table): table.rows.compactMap(\.anchor)
        case .figure(.picture(let id)): [.picture(id)]
        case .figure, .paragraph, .list, .facts, .note: []
        }
      }
  }

  /// The rows of the register.
  var register: [ReportTable.Row] { tables.first { $0.id == "threats" }?.rows ?? [] }
}
