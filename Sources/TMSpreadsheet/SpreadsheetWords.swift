// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The names of columns and the words of the language as a reader of a workbook says them. Tables for programs
/// keep theirs.
enum SpreadsheetWords {
  /// "Initial severity" for `initial-severity`.
  static func heading(_ column: String) -> String {
    if let heading = headings[column] { return heading }
    if let rest = rest(of: column, behind: "threats-") { return "Threats: \(spaced(rest))" }
    if let rest = rest(of: column, behind: "severities-") {
      return "Threats by score: \(spaced(rest))"
    }
    let words = spaced(column)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// "information disclosure" for `information-disclosure` in a column of such words; ids and texts stay.
  static func value(_ text: String, in column: String) -> String {
    if column == "what" { return heading(text) }
    if column == "method" || column == "scoring", let name = names[text] { return name }
    let isWord =
      wordColumns.contains(column) || endings.contains { column.hasSuffix($0) }
    guard isWord, text.utf8.allSatisfy(isOfWord) else { return text }
    return spaced(text)
  }

  private static func spaced(_ words: String) -> String {
    String(words.map { $0 == "-" ? " " : $0 })
  }

  private static func rest(of text: String, behind start: String) -> String? {
    text.hasPrefix(start) ? String(text.dropFirst(start.count)) : nil
  }

  /// Words in lower case, one below the other or with semicolons between them.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x0A, 0x20, 0x2C, 0x2D, 0x3B: true
    default: false
    }
  }

  private static let wordColumns: Set<String> = [
    "categories", "category", "violates", "status", "treatment", "reason", "kind", "type", "class",
    "content",
    "method", "mechanism", "mitigates", "function", "support", "risk",
    "approval",
  ]
  private static let endings = [
    "-category", "-capability", "-foundational", "-method", "-result", "-status", "-basis", "-risk",
  ]

  private static let headings: [String: String] = [
    "id": "ID", "cwe": "CWE", "cve": "CVE", "capec": "CAPEC", "attack": "ATT&CK", "cpe": "CPE",
    "purl": "Package URL", "was": "Former IDs", "because": "Rationale", "reason": "Decided by",
    "reason-text": "Decided by (words)", "benefit-risk": "Benefit and risk",
    "multi-patient": "Several patients",
    "safety-relevant": "Can lead to a hazard", "two-way": "Both ways", "hand-off": "Handed off",
    "user-interface": "At a user interface", "crossings": "Boundaries crossed",
    "gaps": "Gaps in the trace",
    "crossing-flows": "Flows across a boundary", "threats-total": "Threats: all",
    "severities-unrated": "Threats without a score", "changed": "Changed since the approval",
    "decided": "Decided on", "until": "Decided until",
  ]

  private static let names: [String: String] = [
    "stride": "STRIDE", "stride-per-element": "STRIDE per element", "linddun": "LINDDUN",
    "linddun-per-element": "LINDDUN per element", "cia": "CIA", "cvss-4.0": "CVSS 4.0",
    "cvss-3.1": "CVSS 3.1",
    "cvss-3.0": "CVSS 3.0", "cvss-2.0": "CVSS 2.0", "dread": "DREAD", "owasp": "OWASP Risk Rating",
    "matrix": "risk matrix",
  ]
}
