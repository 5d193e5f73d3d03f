// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import TMTestSupport
import Testing

/// Titles by strangers, from the text of a model to each output of the program.
@Suite("Hostile titles")
struct HostileTitleTests {
  @Test(
    "nothing raw reaches the terminal", arguments: HostileTitle.all,
    [
      "lint", "lint --format concise", "lint --fix", "threats", "threats --status open",
      "threats --summary", "threats --category linking --category integrity",
      "render --view none", "render --format dot", "render", "trace", "trace --backwards",
      "trace --safety", "trace --format markdown", "trace --safety --format markdown",
      "render --format mermaid", "report --format markdown --diagrams mermaid",
    ])
  func terminal(_ title: HostileTitle, _ command: String) throws {
    let run = try run("tm \(command) model.tm", title)
    #expect(run.status <= 2)
    for text in [run.output, run.error] {
      #expect(!text.unicodeScalars.contains(where: isDangerous), "\(command)")
      #expect(!text.contains("\u{FFFD}"), "\(command): broken UTF-8")
    }
  }

  @Test("SVG is XML without active content", arguments: HostileTitle.all)
  func svg(_ title: HostileTitle) throws {
    for options in ["", "--view v", "--depth 0 --theme dark"] {
      let run = try run("tm render \(options) model.tm", title)
      #expect(run.status == 0)
      let inspector = ActiveContent()
      let parser = XMLParser(data: Data(run.output.utf8))
      parser.delegate = inspector
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(inspector.found == [])
      #expect(inspector.elementCount > 20)
      #expect(run.output.utf8.count < 120_000)
    }
  }

  @Test(
    "another Graphviz takes the DOT", .enabled(if: Dot.isInstalled, "`dot` is not installed"),
    arguments: HostileTitle.all)
  func dot(_ title: HostileTitle) throws {
    let run = try run("tm render --format dot model.tm > a.dot && dot -Tsvg a.dot", title)
    #expect(run.status == 0 && run.error == "")
    #expect(run.output.contains("</svg>"))
    #expect(!run.output.contains("<script") && !run.output.contains("<image"))
    #expect(!run.output.contains("<a ") && !run.output.contains("href"))
  }

  @Test(
    "a report in Markdown has nothing active, and shows the title",
    .enabled(if: RenderedMarkdown.isAvailable, RenderedMarkdown.reason),
    arguments: HostileTitle.all)
  func markdown(_ title: HostileTitle) throws {
    let run = try run("tm report --format markdown --diagrams mermaid model.tm", title)
    #expect(run.status == 0)
    let rendered = try RenderedMarkdown(run.output)
    #expect(rendered.problems == [])
    #expect(rendered.counts["mermaid"] == 2 && rendered.counts["h2", default: 0] > 14)
    // Cells neither split nor joined, whatever is in them.
    let harmless = try self.run(
      "tm report --format markdown --diagrams mermaid model.tm", HostileTitle.harmless)
    let expected = try RenderedMarkdown(harmless.output).counts
    for tag in ["table", "tr", "td", "h2", "h3", "li"] {
      #expect(rendered.counts[tag] == expected[tag], "\(tag)")
    }
    // Beyond that, details are left out.
    if run.output.utf8.count < 500_000 {
      #expect(rendered.counts["details"] == expected["details"])
    }
    #expect(run.output.utf8.count < 12_000_000)
  }

  @Test("JSON is JSON, and keeps the text", arguments: HostileTitle.all)
  func json(_ title: HostileTitle) throws {
    for command in [
      "threats --format json", "lint --format json", "trace --format json",
      "trace --safety --format json",
    ] {
      let run = try run("tm \(command) model.tm", title)
      let bytes = Array(run.output.utf8)
      _ = try JSONSerialization.jsonObject(with: Data(bytes))
      #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }
  }

  @Test("every CSV record has the columns of the first, and no cell is a formula")
  func csv() throws {
    for (title, command) in HostileTitle.all.flatMap({ title in
      ["threats", "trace", "trace --backwards"].map { (title, $0) }
    }) {
      let run = try run("tm \(command) --format csv model.tm", title)
      let records = CSVRows.parse(run.output)
      let columns = try #require(records.first).count
      #expect(records.count > 5 && records.allSatisfy { $0.count == columns }, "\(title)")
      let starts = records.joined().compactMap(\.first)
      #expect(!starts.contains { "=+@-\t\r".contains($0) }, "\(title)")
    }
  }

  private func run(_ command: String, _ title: HostileTitle) throws -> ShellRun {
    let folder = try TemporaryFolder()
    try folder.write(title.model, to: "model.tm")
    return try ShellRun(command, in: folder.path)
  }

  /// Controls but the line break, and marks that reorder the text around them.
  private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// Whether another Graphviz is there.
private enum Dot {
  static let isInstalled = ["/usr/bin/dot", "/bin/dot"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}

/// Notes what an XML file could do beyond being looked at.
private final class ActiveContent: NSObject, XMLParserDelegate {
  var found: Set<String> = []
  var elementCount = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elementCount += 1
    let drawn: Set = [
      "svg", "g", "title", "desc", "style", "rect", "ellipse", "path", "text",
    ]
    if !drawn.contains(name) { found.insert(name) }
    for (attribute, value) in attributes {
      if attribute.hasPrefix("on") || attribute.hasSuffix("href") { found.insert(attribute) }
      if attribute == "style" || value.contains("url(") { found.insert("\(attribute)=\(value)") }
    }
  }
}
