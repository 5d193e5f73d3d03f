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

  /// The flowcharts of a page in Markdown.
  static func all(in text: String) -> [MermaidChart] {
    blocks(in: text).filter { MermaidReader.isFlowchart(Array($0.text.utf8)) }
  }

  /// The other diagrams of a page, with the word that each begins with.
  static func others(in text: String) -> [(kind: String, line: Int)] {
    blocks(in: text).filter { !MermaidReader.isFlowchart(Array($0.text.utf8)) }.map { block in
      let lines = block.text.split { $0.isNewline }.map(\.trimmed)
      let word = lines.first { !$0.isEmpty && !$0.hasPrefix("%%") && $0 != "---" } ?? ""
      return (
        ImportedText.condensed(String(word.prefix { !$0.isWhitespace }.prefix(40))), block.lines
      )
    }
  }

  /// The blocks that Mermaid draws.
  private static func blocks(in text: String) -> [MermaidChart] {
    var found: [MermaidChart] = []
    var heading: String?
    var block: [Substring] = []
    var start: Int?
    var isChart = false
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
        if isChart {
          let chart = block.joined(separator: "\n")
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
        isChart = ["mermaid", "{mermaid}"].contains(language.prefix { !$0.isWhitespace })
      } else if plain.hasPrefix("#") {
        let title = plain.drop { $0 == "#" }.trimmed
        heading = title.isEmpty ? nil : ImportedText.condensed(String(title))
      }
    }
    return found
  }
}
