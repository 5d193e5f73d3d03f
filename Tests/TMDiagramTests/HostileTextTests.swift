// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Glibc
import Testing

@testable import TMDiagram

@Suite("Hostile texts")
struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "]]>", "\" onload=\"alert(1)", "' & &amp; &#0; &bogus;",
    "a\\b\\N\\",
    "line\nbreak\r\ttab", "\u{202E}reversed\u{202C} \u{2067}isolated\u{2069}", "\u{1B}[31mred\u{7}",
    "\u{0}\u{1}\u{FFFE}\u{FFFF}\u{85}", String(repeating: "long ", count: 2000),
    String(repeating: "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", count: 50),
    "", "   ", "<<TABLE><TR><TD>x</TD></TR></TABLE>>", "}; node [image=\"/etc/passwd\"]; {",
    "javascript:alert(1)", "東京都の患者記録", "مريض \u{1F468}\u{200D}\u{1F469}", "--></style><script>",
  ]

  private func scene(_ text: String) -> Scene {
    Scene(
      title: text, subtitle: text, description: text,
      regions: [
        SceneRegion(id: text, title: text, zone: text, description: text),
        SceneRegion(id: text, title: text, kind: .process, parent: 0),
      ],
      nodes: [
        SceneNode(
          id: text, kind: .process, title: text, subtitle: text, interfaces: [text, text],
          region: 1,
          description: text),
        SceneNode(id: text, kind: .store, title: text),
      ],
      edges: [
        SceneEdge(
          id: text, from: 0, to: 1, number: 1, label: text, detail: text, crossed: [1, 0],
          description: text)
      ], legend: .shown(notes: [text]))
  }

  @Test("the SVG is XML without active content", arguments: texts)
  func svg(_ text: String) throws {
    let placed = try PlacedScene(scene(text), worker: ProgramUnderTest.worker)
    let bytes = SVGPainter.paint(placed, idPrefix: text)
    let inspector = Inspector()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = inspector
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(inspector.elements.isDisjoint(with: ["script", "image", "foreignObject", "use", "a"]))
    #expect(!inspector.attributes.contains { $0.hasPrefix("on") || $0.hasSuffix("href") })
    #expect(Set(inspector.ids).count == inspector.ids.count)
    let source = String(decoding: bytes, as: UTF8.self)
    #expect(source.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    #expect(!source.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    #expect(bytes.count < 60_000)
  }

  @Test("another Graphviz takes the DOT", .enabled(if: dotPath != nil), arguments: texts)
  func dot(_ text: String) throws {
    let path = try #require(dotPath)
    let outcome = try ChildProcess.run(
      path, ["-Tsvg"], input: DotWriter.drawing(of: scene(text)), timeLimit: 30)
    #expect(outcome.status == 0)
    let drawn = String(decoding: outcome.output, as: UTF8.self)
    #expect(drawn.contains("</svg>"))
    #expect(!drawn.contains("<script") && !drawn.contains("<image"))
  }

  @Test("cleaning")
  func cleaning() {
    #expect(cleanText("  a\n\tb\u{202E}c\u{0} ") == "a bc")
    #expect(cleanText("abcdef", limit: 4) == "abc…")
    #expect(cleanText("abcd", limit: 5) == "abcd")
    #expect(cleanText("e\u{301}\u{301}\u{301}\u{301}x").unicodeScalars.count == 5)
    #expect(ElementIDs.clean("nurse->pump.usb é<") == "nurse-to-pump.usb_20_e9_3c")
  }

  @Test("breaking into lines")
  func lines() {
    let style = TextStyle.nodeTitle
    let lines = brokenLines("one two three four", style, maxWidth: 60, maxLines: 2)
    #expect(lines == ["one two", "three f…"] || lines == ["one two", "three…"])
    #expect(lines.allSatisfy { style.width(of: $0) <= 60 })
    let word = brokenLines(String(repeating: "W", count: 100), style, maxWidth: 80, maxLines: 3)
    #expect(word.count == 3 && word.allSatisfy { style.width(of: $0) <= 80 })
    #expect(brokenLines("x", style, maxWidth: 0, maxLines: 1).count == 1)
  }
}

private let dotPath: String? = ["/usr/bin/dot", "/usr/local/bin/dot"].first {
  access($0, X_OK) == 0
}

/// Notes what an XML file is made of.
private final class Inspector: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var ids: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes values: [String: String]
  ) {
    elements.insert(name)
    attributes.formUnion(values.keys)
    if let id = values["id"] { ids.append(id) }
  }
}
