// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Names for the places of a report that links lead to.
///
/// They stand in the text as `<a name>`, which GitHub and GitLab both keep, so nothing depends on how
/// either makes anchors from headings. They begin with a letter, and all other headings with a number.
struct MarkdownAnchors {
  private struct Place {
    let name: String
    let chapter: String
  }

  private var places: [ReportAnchor: Place] = [:]
  private var taken: Set<String> = ["summary", "contents"]
  /// The rows that a reader can choose, in their order.
  private var choices: [(facets: ReportFacets, anchor: ReportAnchor)] = []

  init(_ document: ReportDocument) {
    for chapter in document.chapters {
      add(.chapter(chapter.id), chapter.id)
      for block in chapter.blocks { add(block, chapter.id) }
    }
  }

  private mutating func add(_ block: ReportBlock, _ chapter: String) {
    switch block {
    case .section(let id, _): add(.section(id), chapter)
    case .table(let table):
      for row in table.rows {
        guard let anchor = row.anchor else { continue }
        add(anchor, chapter)
        if let facets = row.facets { choices.append((facets, anchor)) }
      }
    case .figure(.picture(let id)): add(.picture(id), chapter)
    case .figure, .paragraph, .list, .facts, .note: break
    }
  }

  private mutating func add(_ anchor: ReportAnchor, _ chapter: String) {
    if places[anchor] != nil { return }
    let wanted = Self.name(anchor)
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    places[anchor] = Place(name: name, chapter: chapter)
  }

  /// The name of the place that an anchor leads to; of chosen threats the first.
  func name(_ anchor: ReportAnchor) -> String {
    places[place(anchor)]?.name ?? Self.name(anchor)
  }

  /// The chapter in which that place is.
  func chapter(of anchor: ReportAnchor) -> String? { places[place(anchor)]?.chapter }

  private func place(_ anchor: ReportAnchor) -> ReportAnchor {
    guard case .threats(let filter) = anchor else { return anchor }
    return choices.first { $0.facets.fits(filter) }?.anchor ?? .chapter("register")
  }

  private static func name(_ anchor: ReportAnchor) -> String {
    switch anchor {
    case .chapter(let id): "chapter-\(slug(id))"
    case .section(let id): "section-\(slug(id))"
    case .threat(let id): "threat-\(slug(id))"
    case .threats: "chapter-register"
    case .declaration(let path): "model-\(slug(path))"
    case .picture(let id): "picture-\(slug(id))"
    }
  }

  /// Letters and digits in lower case, everything else as hyphens.
  private static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".", "_": slug.unicodeScalars.append(scalar)
      default: if slug.last != "-" { slug.append("-") }
      }
    }
    return slug
  }
}
