// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
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
    #expect(MarkupID.clean("nurse->pump.usb é<") == "nurse-to-pump.usb_20_e9_3c")
  }

  private func lines(_ text: String, width: Double, atMost count: Int) -> [String] {
    BrokenText(text, .nodeTitle, in: TextRoom(width: width, lines: count)).lines
  }

  @Test("breaking into lines")
  func lines() {
    let style = TextStyle.nodeTitle
    let words = lines("one two three four", width: 60, atMost: 2)
    #expect(words == ["one two", "three f…"] || words == ["one two", "three…"])
    #expect(words.allSatisfy { style.width(of: $0) <= 60 })
    let word = lines(String(repeating: "W", count: 100), width: 80, atMost: 3)
    #expect(word.count == 3 && word.allSatisfy { style.width(of: $0) <= 80 })
    #expect(lines("x", width: 0, atMost: 1).count == 1)
  }

  @Test("long words break where a reader would, or into even pieces, and lose nothing")
  func longWords() {
    #expect(
      lines("patient-data-gateway_of_the-ward", width: 100, atMost: 4)
        == ["patient-data-", "gateway_of_", "the-ward"])
    #expect(lines("PumpControllerService", width: 110, atMost: 4) == ["PumpController", "Service"])
    let even = lines(String(repeating: "n", count: 41), width: 150, atMost: 4)
    #expect(even.joined() == String(repeating: "n", count: 41))
    #expect(even.count == 3 && even.allSatisfy { $0.count > 8 })
    #expect(lines("投与量コントローラー", width: 60, atMost: 4).joined() == "投与量コントローラー")
    #expect(!lines("投与量コントローラー", width: 60, atMost: 4).contains { $0.hasPrefix("ー") })
  }

  @Test("what a reader sees as one sign stays whole")
  func signs() {
    let family = "👨‍👩‍👧"
    let all = lines(String(repeating: family, count: 9), width: 40, atMost: 9)
    #expect(all.joined() == String(repeating: family, count: 9))
    #expect(all.allSatisfy { $0.allSatisfy { String($0) == family } })
    #expect(TextStyle.nodeTitle.width(of: family) == TextStyle.nodeTitle.width(of: "👨"))
  }

  @Test("a title is cut only where no room holds it")
  func rooms() {
    var text = TextBlock()
    let rooms = [TextRoom(width: 40, lines: 1), TextRoom(width: 90, lines: 2)]
    text.append("one two three four", .nodeTitle, in: rooms)
    #expect(text.lines.map(\.text) == ["one two", "three four"])
  }

  @Test("names from right to left keep their side of an arrow")
  func names() {
    #expect(nameInLine("Pump") == "Pump")
    #expect(nameInLine("מסד נתונים") == "מסד נתונים\u{200E}")
    #expect(TextStyle.rowDetail.width(of: "\u{200E}") == 0)
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
