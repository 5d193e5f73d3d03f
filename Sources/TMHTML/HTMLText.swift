// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMThreats

/// Runs of words.
extension HTMLPage {
  mutating func write(_ runs: [ReportText]) {
    for run in runs { write(run) }
  }

  private mutating func write(_ run: ReportText) {
    switch run {
    case .words(let text): html.text(text)
    case .strong(let text): html.element("strong", text)
    case .code(let text): html.element("code", text)
    case .reference(let text, let anchor): writeReference(text, to: anchor)
    case .link(let address): writeLink(address)
    case .status(let status):
      html.element("span", ["class": "status \(status.rawValue)"], status.words)
    case .score(let score, let severity):
      html.element("span", ["class": "score \(Self.severityClass(severity))"]) { html in
        html.element("b", Self.decimal(score))
        html.text(" \(severity)")
      }
    case .level(let word):
      html.element("span", ["class": "level \(Self.severityClass(word))"], word)
    case .lineBreak: html.void("br")
    }
  }

  private mutating func writeReference(_ text: String, to anchor: ReportAnchor) {
    guard let target = anchors.target(anchor) else { return html.text(text) }
    var filter: String?
    if case .threats(let facets) = anchor { filter = HTMLFilter.text(facets) }
    html.element("a", ["href": target, "data-filter": filter], text)
  }

  /// Only addresses of the web become links: `javascript:` and the like stay text.
  private mutating func writeLink(_ address: String) {
    let start = address.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else {
      return html.text(address)
    }
    html.element("a", ["href": address, "rel": "noopener noreferrer"], address)
  }

  private static func decimal(_ score: Double) -> String {
    let tenths = Int((score * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The class of a word for a severity; another word has none.
  static func severityClass(_ word: String) -> String {
    switch word {
    case "critical", "catastrophic", "uncontrolled", "unacceptable": "s4"
    case "high", "serious": "s3"
    case "medium", "moderate": "s2"
    case "low", "minor", "controlled", "acceptable": "s1"
    case "none", "negligible": "s0"
    default: "s"
    }
  }
}

extension ThreatStatus {
  /// The status as a reader says it.
  package var words: String { self == .notApplicable ? "not applicable" : rawValue }
}
