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

  package subscript(id: String) -> Score? { scores[id] }

  /// Whether a text is the list as CSV.
  package static func isCSV(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "#model_version".utf8) || bytes.starts(with: "cve,epss".utf8)
  }

  /// Reads the list in CSV: a comment, a line of names, then `CVE-…,0.00043,0.1`.
  package init(csv bytes: [UInt8]) throws(DocumentFault) {
    var offset = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let start = offset
      offset += line.count + 1
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty || text.first == 0x23 || text.starts(with: "cve,".utf8) { continue }
      let fields = text.split(separator: 0x2C, omittingEmptySubsequences: false)
      guard fields.count >= 2, fields[0].starts(with: "CVE-".utf8) else {
        throw DocumentFault(
          "the line is none of EPSS", at: start,
          help: "a line reads `CVE-2024-1234,0.00043,0.1`; fetch the list again")
      }
      try add(
        String(decoding: fields[0], as: UTF8.self), String(decoding: fields[1], as: UTF8.self),
        fields.count > 2 ? String(decoding: fields[2], as: UTF8.self) : nil, at: start)
    }
  }

  /// Reads an answer of the API in JSON.
  package init(_ document: JSONDocument) throws(DocumentFault) {
    _ = try DocumentFormat.recognise(document, accepted: [.epss])
    for root in document.roots {
      for value in try root.list("data") {
        guard let id = try value.text("cve"), let score = try value.text("epss") else { continue }
        try add(id, score, try value.text("percentile"), at: value.offset)
      }
    }
  }

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
    return joined
  }
}
