// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How likely vulnerabilities are to be exploited within thirty days (EPSS), by CVE id.
package struct EPSSScores: Sendable {
  package struct Score: Sendable {
    /// 0 to 1, as written.
    package let probability: String
    /// The share of vulnerabilities that are no more likely, 0 to 1, as written.
    package let percentile: String?
  }

  private var scores: [String: Score] = [:]
  /// What of a list is missing, a sentence each.
  private(set) var gaps: [String] = []

  package subscript(id: String) -> Score? { scores[id] }

  /// Whether a text is the list as CSV.
  package static func isCSV(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: "#model_version".utf8) { return true }
    let first = bytes.prefix { $0 != 0x0A }
    let names = Columns.names(first)
    return names.contains("cve") && names.contains("epss")
  }

  /// Which column is which, by the line of names.
  private struct Columns {
    var id = 0
    var probability = 1
    var percentile: Int? = 2

    init() {}

    /// Nil for a line that does not name them.
    init?(_ line: ArraySlice<UInt8>) {
      let names = Self.names(line)
      guard let id = names.firstIndex(of: "cve"), let probability = names.firstIndex(of: "epss")
      else { return nil }
      (self.id, self.probability) = (id, probability)
      percentile = names.firstIndex(of: "percentile")
    }

    static func names(_ line: ArraySlice<UInt8>) -> [String] {
      EPSSScores.fields(line).map { $0.lowercased() }
    }
  }

  /// The fields of a line, without quotes and spaces around them.
  private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: 0x2C, omittingEmptySubsequences: false).map { field in
      String(decoding: field.filter { $0 > 0x20 && $0 != 0x22 }, as: UTF8.self)
    }
  }

  /// Reads the list in CSV: a comment, a line of names, then `CVE-…,0.00043,0.1` or as the names say.
  package init(csv bytes: [UInt8]) throws(DocumentFault) {
    var offset = 0
    var columns = Columns()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let start = offset
      offset += line.count + 1
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty || text.first == 0x23 { continue }
      if scores.isEmpty, let named = Columns(text) {
        columns = named
        continue
      }
      let fields = Self.fields(text)
      guard fields.count > max(columns.id, columns.probability),
        fields[columns.id].uppercased().hasPrefix("CVE-")
      else {
        throw DocumentFault(
          "the line is none of EPSS", at: start,
          help: "a line reads `CVE-2024-1234,0.00043,0.1`; fetch the list again")
      }
      let percentile = columns.percentile.flatMap { $0 < fields.count ? fields[$0] : nil }
      try add(
        fields[columns.id], fields[columns.probability],
        percentile?.isEmpty == true ? nil : percentile, at: start)
    }
    if scores.isEmpty { gaps.append(Self.empty) }
  }

  /// Reads an answer of the API in JSON.
  package init(_ document: JSONDocument) throws(DocumentFault) {
    _ = try DocumentFormat.recognise(document, accepted: [.epss])
    for root in document.roots {
      for value in try root.list("data") {
        guard let id = try value.text("cve"), let score = try value.text("epss") else { continue }
        try add(id, score, try value.text("percentile"), at: value.offset)
      }
      let end = min(try root.field("offset")?.integer ?? 0, 1 << 40) + (try root.list("data").count)
      if let total = try root.field("total")?.integer, total > end {
        gaps.append(
          "an answer of EPSS is incomplete: it ends at score \(end) of \(total); fetch the rest with "
            + "`offset=\(end)`, or the whole list")
      }
    }
    if scores.isEmpty { gaps.append(Self.empty) }
  }

  private static let empty = "a list of EPSS holds no score at all; fetch it again"

  private mutating func add(
    _ id: String, _ probability: String, _ percentile: String?, at offset: Int
  ) throws(DocumentFault) {
    for text in [probability, percentile].compactMap({ $0 }) {
      guard let number = Double(text), 0...1 ~= number else {
        throw DocumentFault(
          "`\(JSONText.shortened(text, to: 20))` is no probability", at: offset,
          help: "EPSS scores lie between 0 and 1; fetch the list again")
      }
    }
    scores[id.uppercased()] = Score(probability: probability, percentile: percentile)
  }

  /// Both lists; the later one counts.
  package func joined(with other: EPSSScores) -> EPSSScores {
    var joined = self
    joined.scores.merge(other.scores) { $1 }
    joined.gaps += other.gaps
    return joined
  }
}
