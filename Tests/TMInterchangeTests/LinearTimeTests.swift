// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import Testing

/// Texts of a size that a person waits for, if each part of them is looked at a few times.
@Suite("Long texts of other tools")
struct LinearTimeTests {
  private static let texts: [(String, String)] = [
    ("tags without an end", String(repeating: "<br", count: 100_000)),
    ("tags with an end far away", String(repeating: "<b ", count: 100_000) + ">"),
    ("quotes without an end", String(repeating: "<a href=\"", count: 50_000)),
    ("quotes in quotes", String(repeating: "<a x='<b y=\"", count: 50_000) + ">"),
    ("quotes side by side", "<a \"" + String(repeating: "' '\" \"<i '", count: 50_000)),
    ("comments without an end", String(repeating: "<!--", count: 100_000)),
  ]

  @Test("lose their tags in time", arguments: texts.indices)
  func tags(_ index: Int) {
    let (name, text) = Self.texts[index]
    let time = ContinuousClock().measure {
      #expect(ImportedText.withoutTags(text, keepsAddresses: true).count <= text.count)
    }
    #expect(time < .seconds(40), "\(name): \(time)")
  }

  @Test("become an id of what stands at their beginning")
  func slug() {
    let title = "Web " + String(repeating: "ä ", count: 2_000_000)
    let time = ContinuousClock().measure {
      #expect(ImportedNames.slug(title)?.hasPrefix("web-ae-ae") == true)
    }
    #expect(time < .seconds(10), "\(time)")
  }

  @Test("of Mermaid are read in time: a chain on one line, and many lines")
  func mermaid() throws {
    let chain = "flowchart LR\n" + (0..<8_000).map { "A\($0)" }.joined(separator: "-->")
    let lines =
      "flowchart LR\n"
      + (0..<10_000).map { "N\($0)[Node \($0)] -->|HTTPS| N\($0 + 1)[Node \($0 + 1)]\n" }.joined()
    for text in [chain, lines] {
      let time = try ContinuousClock().measure {
        let read = try ModelImport(Array(text.utf8), fileName: "model")
        #expect(read.model.all(.flow).count >= 7_999)
      }
      #expect(time < .seconds(60), "\(time)")
    }
  }

  @Test("do not grow by properties that name one another")
  func placeholders() throws {
    let names = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
    let properties = zip(names, names.dropFirst()).map { "\($0)=\"%\($1)%%\($1)%\"" }
    let text =
      "<mxGraphModel><root><object id=\"1\" label=\"%a% 100% %nothing% %z\" placeholders=\"1\" "
      + properties.joined(separator: " ")
      + "><mxCell style=\"ellipse\" vertex=\"1\"/></object></root></mxGraphModel>"
    let read = try ModelImport(Array(text.utf8), fileName: "model")
    #expect(read.model.all(.process).first?.title == "%b%%b% 100% %nothing% %z")
  }

  @Test("of drawings with many lines are read in time, and nest as deep as a model may")
  func boundaryLines() throws {
    let count = 200
    let boxes = (0..<count).map { index in
      "<mxCell id=\"c\(index)\" value=\"c\(index)\" style=\"ellipse\" vertex=\"1\" parent=\"1\"><mxGeometry x=\"\(index * 10)\" y=\"\(index % 7 * 10)\" width=\"4\" height=\"4\" as=\"geometry\"/></mxCell>"
        + "<mxCell id=\"f\(index)\" edge=\"1\" parent=\"1\" source=\"c\(index)\" target=\"c\((index + count / 2) % count)\"/>"
    }
    let lines = (0..<count / 2).map { index in
      "<mxCell id=\"l\(index)\" style=\"dashed=1;endArrow=none\" edge=\"1\" parent=\"1\"><mxGeometry as=\"geometry\"><mxPoint x=\"\(index * 10 + 5)\" y=\"-100\" as=\"sourcePoint\"/><mxPoint x=\"\(index * 10 + 5)\" y=\"300\" as=\"targetPoint\"/></mxGeometry></mxCell>"
    }
    let text =
      "<mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>"
      + (boxes + lines).joined() + "</root></mxGraphModel>"
    let time = try ContinuousClock().measure {
      let read = try ModelImport(Array(text.utf8), fileName: "model")
      #expect(read.model.all(.process).count == count)
      #expect(read.model.all(.boundary).count <= 48)
    }
    #expect(time < .seconds(40), "\(time)")
  }
}
