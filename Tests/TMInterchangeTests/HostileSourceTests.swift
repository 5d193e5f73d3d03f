// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import Testing

/// Files of strangers that mean harm, or are cut: refused, with a place and a way out.
@Suite("Hostile files of other tools")
struct HostileSourceTests {
  private static let deep = 5_000
  private static let refused: [(String, String, Int?)] = [
    ("", "empty", nil),
    ("   \n\t", "empty", nil),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><ThreatModel>&b;</ThreatModel>", "document type", 1),
    (
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><ThreatModel/>",
      "document type", 2
    ),
    ("<ThreatModel>\n<Version>4.3</Version>", "no XML", 2),
    ("<ThreatModel>&unknown;</ThreatModel>", "no XML", 1),
    (String(repeating: "<a>", count: deep), "deep", 1),
    ("<other/>", "no model that is known", nil),
    ("<ThreatModel><Version>3.1</Version></ThreatModel>", "version 3.1", 1),
    ("<ThreatModel><Version>4.3</Version></ThreatModel>", "no diagram", 1),
    ("{\"summary\": {}, \"detail\": ", "", nil),
    ("{\"summary\": {},\n\"detail\": [1, 2]}", "belongs", 2),
    ("{\"summary\": {}, \"detail\": {\"diagrams\": {\"a\": 1}}}", "belongs", 1),
    ("{\"a\": 1}", "no model that is known", nil),
    ("[1, 2]", "no object", nil),
    (String(repeating: "[", count: deep), "deep", 1),
    ("otmVersion: 0.2.0\n" + "a: " + String(repeating: "[", count: deep), "deep", 2),
    ("otmVersion: 0.2.0\na: *nothing\n", "no anchor", 2),
    ("otmVersion: 0.2.0\notmVersion: 0.1.0\n", "twice", 2),
    ("otmVersion: 0.2.0\na: [1\n", "no YAML", nil),
    ("otmVersion: 0.2.0\ncomponents: 7\n", "belongs", 2),
    (laughs, "values", nil),
    ("import pytm\nTM('a')\n", "Python", 1),
    ("a\0b", "UTF-8", nil),
    ("model \"M\" { method: stride }\n", "`.tm` already", nil),
    ("// Parts.\n\nflow f: a -> b \"F\"\n", "`.tm` already", nil),
    ("import \"parts.tm\"\n", "`.tm` already", nil),
    ("@allow(no-outflow, \"it ends here\")\nprocess p \"P\"\n", "`.tm` already", nil),
    ("sequenceDiagram\n  A->>B: x\n", "a sequence diagram of Mermaid", 1),
    ("---\ntitle: T\n---\n%% c\nclassDiagram-v2\n", "a class diagram of Mermaid", 5),
    ("C4Context\n", "a C4 diagram of Mermaid", 1),
    ("# P\n\n```mermaid\nerDiagram\n```\n", "no flowchart", 3),
    ("<mxlibrary>[]</mxlibrary>", "a library of shapes", 1),
    ("<svg></svg>", "a picture", 1),
    ("@startuml\nA -> B\n@enduml\n", "PlantUML", 1),
    ("digraph G {\n a -> b }\n", "Graphviz", 1),
    ("strict graph {\n a -- b }\n", "Graphviz", 1),
    ("workspace {\n}\n", "Structurizr", 1),
    ("{\"summary\": {}}", "for OWASP Threat Dragon, `detail` is missing", nil),
    // These only look like it.
    ("C4: 1\n", "YAML with `C4`", nil),
    ("blocks\n", "plain text", nil),
    ("digraph: a\n", "YAML with `digraph`", nil),
    ("model: a\n", "YAML with `model`", nil),
    ("process\n", "plain text", nil),
    ("import os\n", "plain text", nil),
    ("models \"a\"\n", "plain text", nil),
  ]

  /// Nine anchors, each of nine of the one before.
  private static let laughs: String = {
    var text = "otmVersion: 0.2.0\na0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1..<9 {
      let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(parts)]\n"
    }
    return text
  }()

  @Test("are refused with what to do about it", arguments: refused.indices)
  func refuses(_ index: Int) throws {
    let (text, message, line) = Self.refused[index]
    let fault = #expect(throws: SourceFault.self) {
      try ModelImport(Array(text.utf8), fileName: "model")
    }
    let found = try #require(fault)
    #expect(found.message.contains(message) || message.isEmpty, "\(index): \(found.message)")
    #expect(!found.help.isEmpty)
    if let line { #expect(found.line == line, "\(index): \(found.message)") }
  }

  @Test("circles of boundaries end, and are told")
  func circles() throws {
    let text = """
      otmVersion: 0.2.0
      project: {name: M, id: m}
      trustZones:
        - {id: a, name: A, parent: {trustZone: b}}
        - {id: b, name: B, parent: {trustZone: a}}
      components:
        - {id: c, name: C, type: x, parent: {component: d}}
        - {id: d, name: D, type: x, parent: {component: c}}
      """
    let model = try ModelImport(Array(text.utf8), fileName: "model").model
    #expect(model.all(.boundary).count == 2)
    #expect(model.all(.process).count == 2)
  }
}
