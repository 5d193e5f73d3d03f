// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A flowchart of Mermaid: a file of its own, or a fenced block of a page in Markdown.
struct MermaidChart {
  let text: String
  /// How many lines stand before it in the file.
  let lines: Int
  /// The heading of the page that it stands under.
  let heading: String?

  /// Whether a page in Markdown has a flowchart.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    guard ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes.first { $0 > 0x20 }),
      let text = String(validating: bytes, as: UTF8.self), text.contains("mermaid")
    else { return false }
    return !all(in: text).isEmpty
  }

  /// The flowcharts of a page in Markdown; what it draws otherwise is left out.
  static func all(in text: String) -> [MermaidChart] {
    var found: [MermaidChart] = []
    var heading: String?
    var block: [Substring] = []
    var start: Int?
    var fence = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let plain = line.trimmed
      if let opened = start {
        guard plain.hasPrefix(fence), plain.allSatisfy({ fence.hasPrefix(String($0)) }) else {
          block.append(line)
          continue
        }
        let chart = block.joined(separator: "\n")
        if MermaidReader.isFlowchart(Array(chart.utf8)) {
          found.append(MermaidChart(text: chart, lines: opened + 1, heading: heading))
        }
        start = nil
      } else if plain.hasPrefix("```") || plain.hasPrefix("~~~") {
        let marks = plain.prefix { $0 == plain.first }
        let language = plain.dropFirst(marks.count).trimmed.lowercased()
        // A block of another language is passed over as a whole, whatever stands in it.
        fence = String(marks)
        start = index
        block = []
        if !["mermaid", "{mermaid}"].contains(language.prefix { !$0.isWhitespace }) {
          block = ["%% not a chart", "block"]
        }
      } else if plain.hasPrefix("#") {
        let title = plain.drop { $0 == "#" }.trimmed
        heading = title.isEmpty ? nil : ImportedText.condensed(String(title))
      }
    }
    return found
  }
}
