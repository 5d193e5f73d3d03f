// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMDocument
import TMRegister

/// The ids of the page, each once, and where links lead.
struct HTMLAnchors {
  private var places: [ReportAnchor: String] = [:]
  /// The ids of rows, by table and place; nil for the second row about the same.
  private var rows: [String: [String?]] = [:]
  private var taken: Set<String> = []

  init(_ document: ReportDocument, _ pictures: [ReportPicture]) {
    for chapter in document.chapters { add(.chapter(chapter.id)) }
    for picture in pictures { add(.picture(picture.id)) }
    for block in document.summary + document.chapters.flatMap(\.blocks) {
      switch block {
      case .section(let id, _): add(.section(id))
      case .table(let table):
        rows[table.id] = table.rows.map { row in row.anchor.flatMap { add($0) } }
      case .paragraph, .list, .facts, .figure, .note: break
      }
    }
  }

  /// The id of the row of a table.
  func id(ofRow row: Int, in table: String) -> String? { rows[table]?[row] }

  /// The id of what the page has one of.
  func id(_ anchor: ReportAnchor) -> String? { places[anchor] }

  /// Where a link leads; nil where the page has no such place.
  func target(_ anchor: ReportAnchor) -> String? {
    if case .threats = anchor { return places[.chapter("register")].map { "#\($0)" } }
    return places[anchor].map { "#\($0)" }
  }

  /// Gives a place its id, unless it has one.
  @discardableResult
  private mutating func add(_ anchor: ReportAnchor) -> String? {
    if places[anchor] != nil { return nil }
    let wanted =
      switch anchor {
      case .chapter(let id), .section(let id): MarkupID.clean(id)
      case .threat(let id): "threat-\(MarkupID.clean(id))"
      case .declaration(let path): "entry-\(MarkupID.clean(path))"
      case .picture(let id): "picture-\(MarkupID.clean(id))"
      case .threats: ""
      }
    if wanted.isEmpty { return nil }
    var id = wanted
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(wanted)_\(number)"
      number += 1
    }
    places[anchor] = id
    return id
  }
}
