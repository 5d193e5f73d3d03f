// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister

extension ReportDocument {
  /// The document laid out along profiles: their chapters first, then the others in the order of the
  /// first profile, then the documents that the model names.
  package func laidOut(along profiles: [Profile], _ source: ReportSource) -> ReportDocument {
    let pool = withDocuments(source)
    let order = profiles.first?.chapters ?? []
    let ordered = order.compactMap { id in pool.first { $0.id == id } }
    let others = ordered + pool.filter { !order.contains($0.id) }
    let places = Set(others.flatMap(\.places)).union(source.pictures.map { .picture($0.id) })
    let first = profiles.map {
      ProfileChapter(EvaluatedProfile($0, source), places: places).chapter
    }
    var document = self
    document.chapters = first + others
    return document
  }

  /// The chapters, and that of the documents in front of the annex.
  private func withDocuments(_ source: ReportSource) -> [ReportChapter] {
    guard let shelf = DocumentsChapter(source).chapter else { return chapters }
    var pool = chapters
    pool.insert(shelf, at: chapters.firstIndex { $0.id == "annex" } ?? chapters.endIndex)
    return pool
  }
}

extension ReportChapter {
  /// What a reference can lead to in this chapter.
  package var places: [ReportAnchor] {
    [.chapter(id)]
      + blocks.flatMap { block -> [ReportAnchor] in
        switch block {
        case .section(let id, _): [.section(id)]
        case .table(let table): table.rows.compactMap(\.anchor)
        case .figure(let figure): figure.place.map { [$0] } ?? []
        case .paragraph, .list, .facts, .note: []
        }
      }
  }
}

extension ReportFigure {
  /// The picture, if it is one.
  fileprivate var place: ReportAnchor? {
    guard case .picture(let id) = self else { return nil }
    return .picture(id)
  }
}
