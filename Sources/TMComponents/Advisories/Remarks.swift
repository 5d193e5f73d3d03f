// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What of the files could not be looked at, to be said rather than passed over.
package struct Remarks: Sendable {
  /// Why a part of a file was compared with nothing.
  enum Gap: CaseIterable {
    /// A record or statement names no product, or none that can be read.
    case nameless
    /// A reference into a bill of materials that no bill has.
    case dangling
    /// A file holds no vulnerability.
    case empty
    /// An answer is a page of several, and says where the next one is.
    case cut
  }

  /// The parts of one kind: how many, and the first of them.
  private struct Tally {
    static let shown = 3

    var count = 0
    /// What each is called, and the offset at which it stands; the path and place once they are known.
    var first: [(name: String, offset: Int, place: String?)] = []
  }

  private var gaps: [Gap: Tally] = [:]
  /// Entries by an ecosystem that no purl stands for.
  var unmapped: [String: Int] = [:]
  /// Ids of products that a CSAF document gives a status and no product tree has.
  var productsNowhere: Set<String> = []
  /// Entries of the NVD that name no product.
  var unenriched = 0
  /// An answer of the NVD: which entries of how many.
  struct Page: Sendable {
    let start: Int
    let end: Int
    let total: Int
  }

  var pages: [Page] = []
  /// Files of a folder that are none of the formats.
  package var passedOver: [String] = []
  /// Bills with assessments of SPDX 3.
  var assessments: [String] = []

  /// - Parameter name: what a reader knows the part by, such as the id of a vulnerability.
  mutating func add(_ gap: Gap, _ name: String, at value: JSONValue) {
    gaps[gap, default: Tally()].count += 1
    guard gaps[gap]?.first.count ?? 0 < Tally.shown else { return }
    gaps[gap]?.first.append((name, value.offset, nil))
  }

  /// Gives what one file left the places in it.
  ///
  /// - Parameter path: nil where the text comes from no file.
  mutating func locate(in document: JSONDocument, path: String?) {
    guard let bytes = document.roots.first?.tape.bytes else { return }
    for gap in Gap.allCases {
      for index in gaps[gap]?.first.indices ?? 0..<0 {
        guard let offset = gaps[gap]?.first[index].offset else { continue }
        let (line, column) = DocumentFault.place(of: offset, in: bytes)
        let place = "\(line):\(column)"
        gaps[gap]?.first[index].place = path.map { "\($0):\(place)" } ?? place
      }
    }
  }

  mutating func join(_ other: Remarks) {
    unmapped.merge(other.unmapped, uniquingKeysWith: +)
    productsNowhere.formUnion(other.productsNowhere)
    unenriched += other.unenriched
    pages += other.pages
    passedOver += other.passedOver
    assessments += other.assessments
    for (gap, tally) in other.gaps {
      gaps[gap, default: Tally()].count += tally.count
      let free = Tally.shown - (gaps[gap]?.first.count ?? 0)
      gaps[gap]?.first += tally.first.prefix(max(0, free))
    }
  }

  /// One sentence each, in a fixed order.
  package var sentences: [String] {
    var sentences = Gap.allCases.compactMap { gap in gaps[gap].map { sentence(gap, $0) } }
    sentences += unmapped.keys.sorted().map { name in
      let count = unmapped[name] ?? 0
      let text = JSONText.shortened(name, to: 60)
      return "\(count) \(count == 1 ? "entry names a package" : "entries name packages") of the "
        + "ecosystem `\(text)`, which no purl stands for: compared by name alone"
    }
    if !productsNowhere.isEmpty {
      let isOne = productsNowhere.count == 1
      sentences.append(
        "nothing was compared with \(isOne ? "the product" : "the products") "
          + "\(Self.list(productsNowhere.sorted(), of: productsNowhere.count, showing: 3)): a CSAF document gives "
          + "\(isOne ? "it" : "them") a status, and no product tree says what \(isOne ? "it is" : "they are")"
      )
    }
    if unenriched > 0 {
      sentences.append(
        "\(unenriched) \(unenriched == 1 ? "entry of the NVD names" : "entries of the NVD name") no product, so "
          + "nothing was compared with them: the NVD enriches only a part; the CVE records have what "
          + "the makers say")
    }
    // What one page leaves out the next one may have.
    for page in pages where page.end < page.total {
      if pages.contains(where: {
        $0.total == page.total && $0.start == page.end && $0.end > page.end
      }) {
        continue
      }
      sentences.append(
        "an answer of the NVD is incomplete: it ends at entry \(page.end) of \(page.total); fetch the rest with "
          + "`startIndex=\(page.end)`")
    }
    if !assessments.isEmpty {
      sentences.append(
        "what SPDX 3 says of vulnerabilities is not read: "
          + Self.list(assessments, of: assessments.count, showing: 5)
          + "; give it as OpenVEX, CSAF or CycloneDX")
    }
    if !passedOver.isEmpty {
      sentences.append(
        "not read, since they are no JSON: "
          + Self.list(passedOver, of: passedOver.count, showing: 5))
    }
    return sentences
  }

  private func sentence(_ gap: Gap, _ tally: Tally) -> String {
    let isOne = tally.count == 1
    switch gap {
    case .nameless:
      return "nothing was compared with \(isOne ? "the record" : "\(tally.count) records") "
        + Self.list(tally, isNamed: true)
        + ": \(isOne ? "it names" : "they name") no product that can be looked for"
    case .dangling:
      return "nothing was compared with \(isOne ? "the reference" : "\(tally.count) references") "
        + Self.list(tally, isNamed: true)
        + ": no bill of materials that was given has \(isOne ? "it" : "them")"
    case .cut:
      return "\(Self.list(tally, isNamed: false)) \(isOne ? "is" : "are") incomplete: "
        + "\(isOne ? "it has" : "they have") a `next_page_token`; fetch the pages that follow too"
    case .empty:
      return
        "\(Self.list(tally, isNamed: false)) \(isOne ? "names" : "name") no vulnerability at all"
    }
  }

  private static func list(_ tally: Tally, isNamed: Bool) -> String {
    let parts = tally.first.map { part in
      let name = isNamed ? "`\(JSONText.shortened(part.name, to: 60))`" : ""
      guard let place = part.place else { return name }
      return isNamed ? "\(name) (\(place))" : place
    }
    let more = tally.count - parts.count
    return parts.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func list(_ all: [String], of count: Int, showing limit: Int) -> String {
    let shown = all.prefix(limit).map { "`\(JSONText.shortened($0, to: 60))`" }
    return shown.joined(separator: ", ") + (count > limit ? " and \(count - limit) more" : "")
  }
}
