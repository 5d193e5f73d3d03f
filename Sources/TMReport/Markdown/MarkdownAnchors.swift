// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Names for the places of a report that links lead to.
///
/// They stand in the text as `<a name>`, which GitHub and GitLab both keep, so nothing depends on how
/// either makes anchors from headings. They begin with a letter, and all headings with a number.
struct MarkdownAnchors {
  private var names: [ReportAnchor: String] = [:]
  private var taken: Set<String> = []
  /// The rows that a reader can choose, in their order.
  private var choices: [(facets: ReportFacets, anchor: ReportAnchor)] = []

  init(_ document: ReportDocument) {
    for chapter in document.chapters {
      add(.chapter(chapter.id))
      for block in chapter.blocks { add(block) }
    }
  }

  private mutating func add(_ block: ReportBlock) {
    switch block {
    case .section(let id, _): add(.section(id))
    case .table(let table):
      for row in table.rows {
        guard let anchor = row.anchor else { continue }
        add(anchor)
        if let facets = row.facets { choices.append((facets, anchor)) }
      }
    case .figure(.picture(let id)): add(.picture(id))
    case .figure, .paragraph, .list, .facts, .note: break
    }
  }

  private mutating func add(_ anchor: ReportAnchor) {
    if names[anchor] != nil { return }
    let wanted = Self.name(anchor)
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    names[anchor] = name
  }

  /// Whether the text has such a place.
  func has(_ anchor: ReportAnchor) -> Bool { names[anchor] != nil }

  /// The name of the place that an anchor leads to; of chosen threats the first.
  func name(_ anchor: ReportAnchor) -> String {
    if case .threats(let filter) = anchor {
      let first = choices.first { $0.facets.fits(filter) }?.anchor
      return names[first ?? .chapter("register")] ?? "register"
    }
    return names[anchor] ?? Self.name(anchor)
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
