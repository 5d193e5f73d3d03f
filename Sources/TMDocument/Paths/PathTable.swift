// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The table of communication paths of a view, with what is not stated counted in front of it.
package struct PathTable {
  private let paths: [PathFacts]
  private let book: PathBook
  private let id: String
  private let described: [EntityID: EntityID]

  /// - Parameters:
  ///   - id: lower case with hyphens, unique in the document; the ids of tables begin with it.
  ///   - described: the other views that already say all of a flow, by the flow.
  package init(
    _ flows: [Flow], _ book: PathBook, id: String, described: [EntityID: EntityID] = [:]
  ) {
    self.book = book
    self.id = id
    self.described = described
    paths = flows.map { PathFacts($0, book) }
  }

  package var blocks: [ReportBlock] {
    paths.isEmpty ? [] : count + [.table(table)]
  }

  // MARK: - What is missing

  private var count: [ReportBlock] {
    let asked = paths.map(\.asked).reduce(0, +)
    let incomplete = paths.filter { !$0.missing.isEmpty }
    let total = incomplete.map(\.missing.count).reduce(0, +)
    let all = "\(paths.count) communication path\(paths.count == 1 ? "" : "s")"
    if total == 0 {
      return [
        .paragraph([.words("\(all), with all \(asked) statements that are asked of them.")])
      ]
    }
    let ways = PathAspect.allCases.compactMap { aspect -> [ReportText]? in
      let lacking = paths.count { $0.missing.contains(aspect) }
      guard lacking > 0, let remedy = aspect.remedy else { return nil }
      return [
        .words("\(aspect.title), \(lacking): add "), .code(remedy.statement),
        .words(" to "),
      ] + ReportText.phrase(remedy.place)
    }
    return [
      .note(
        .missing,
        [
          .words(
            "\(total) of \(asked) statements are missing, in \(incomplete.count) of \(all).")
        ]),
      .list(ways),
    ]
  }

  // MARK: - The table

  private var table: ReportTable {
    ReportTable(
      id: "\(id)-paths", caption: "Communication paths",
      columns: [
        .init("Path"), .init("From, to"), .init("Carries"), .init("Protocol", .short),
        .init("Authentication"), .init("Encryption"), .init("Not stated", .number),
      ],
      rows: paths.map(row))
  }

  private func row(_ path: PathFacts) -> ReportTable.Row {
    let flow = path.flow
    let ends = [flow.source, flow.target].map(book.title)
    let arrow = flow.isTwoWay ? " ↔ " : " → "
    let missing = path.missing.count
    return ReportTable.Row(
      [
        book.numberedTitle(flow.entity), [ends[0], .words(arrow), ends[1]],
        book.titles(book.model.references(flow.entity, .carries)),
        cell(path, .transport) + channel(path), cell(path, .authentication),
        cell(path, .encryption), [missing == 0 ? .words("0") : .strong("\(missing)")],
      ],
      details: details(path))
  }

  /// All that the model says of a path, or where the report says it already.
  private func details(_ path: PathFacts) -> [ReportFact] {
    guard let view = described[path.flow.entity] else { return path.answers.compactMap(detail) }
    let place = ReportAnchor.section(ViewSection.id(of: view, in: book.model))
    return [
      ReportFact(
        "All of it",
        [.words("in the view "), .reference(book.model.title(view), to: place)])
    ]
  }

  private func cell(_ path: PathFacts, _ aspect: PathAspect) -> [ReportText] {
    switch path.answer(aspect) {
    case .stated(let text): text
    case .notAsked: [.words("–")]
    case .missing: [.strong("not stated")]
    }
  }

  private func channel(_ path: PathFacts) -> [ReportText] {
    guard case .stated(let text) = path.answer(.channel) else { return [] }
    return [.lineBreak] + text
  }

  private func detail(_ aspect: PathAspect, _ answer: PathAnswer) -> ReportFact? {
    switch answer {
    case .stated(let text): return ReportFact(aspect.title, text)
    case .notAsked: return nil
    case .missing:
      guard let remedy = aspect.remedy else { return nil }
      return ReportFact(
        aspect.title,
        [
          .strong("not stated"), .words(": add "), .code(remedy.statement),
          .words(" to "),
        ] + ReportText.phrase(remedy.place))
    }
  }
}
