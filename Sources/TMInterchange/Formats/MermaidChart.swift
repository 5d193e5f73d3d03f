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

  /// What the first words of the other diagrams of Mermaid draw.
  private static let kinds: [(word: String, title: String)] = [
    ("sequenceDiagram", "a sequence diagram"), ("classDiagram", "a class diagram"),
    ("stateDiagram", "a state diagram"), ("erDiagram", "a diagram of entities"),
    ("C4", "a C4 diagram"), ("architecture", "a diagram of an architecture"),
    ("block", "a block diagram"), ("gantt", "a Gantt chart"), ("pie", "a pie chart"),
    ("journey", "a user journey"), ("gitGraph", "a graph of Git"), ("mindmap", "a mind map"),
    ("timeline", "a timeline"), ("quadrantChart", "a quadrant chart"),
    ("requirementDiagram", "a diagram of requirements"), ("sankey", "a Sankey diagram"),
    ("xychart", "a chart"), ("packet", "a packet diagram"), ("kanban", "a board"),
    ("zenuml", "a sequence diagram"), ("radar", "a chart"), ("treemap", "a tree map"),
  ]

  /// What a statement that begins a diagram of Mermaid draws; nil for one that begins none.
  private static func kind(_ statement: String) -> String? {
    let words = statement.split(whereSeparator: \.isWhitespace)
    guard let word = words.first else { return nil }
    return kinds.first { kind in
      guard word.hasPrefix(kind.word) else { return false }
      // `classDiagram-v2`, `block-beta`, `C4Context`
      let rest = word.dropFirst(kind.word.count)
      if kind.word == "C4" { return !rest.isEmpty && rest.allSatisfy(\.isLetter) }
      // A text for people may begin with a word such as `timeline`, and goes on.
      let isAlone = words.count == 1 || ["title", "showData"].contains(words[1])
      return isAlone && (rest.isEmpty || rest.first == "-")
    }?.title
  }

  /// Why a text in Mermaid without a flowchart is not read; nil for a text that is no Mermaid.
  static func other(_ bytes: [UInt8]) -> SourceFault? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let help =
      "of the diagrams of Mermaid, flowcharts say what there is and who talks to whom: write `flowchart LR` and lines "
      + "such as `A[User] -->|logs in| B(Service)`, and import that"
    if let (first, line) = MermaidReader.firstStatement(of: text), let title = kind(first) {
      return SourceFault("this is \(title) of Mermaid, which is not read", line: line, help: help)
    }
    guard let first = others(in: text).first(where: { kind($0.kind) != nil }),
      let title = kind(first.kind)
    else { return nil }
    return SourceFault(
      "the page has \(title) of Mermaid and no flowchart", line: first.line, help: help)
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
