// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMTestSupport
import TMThreats
import Testing

/// Files that are well formed and mean harm: circles, doubles, dangling ends, numbers that are none, too much of all.
@Suite("Hostile models of other tools")
struct HostileFormatTests {
  /// A small file of each format that has everything wrong at once, and what is left of it.
  private static let models: [(String, String, elements: Int, flows: Int)] = [
    (
      "threat-dragon",
      """
      {"summary": {"title": "M"}, "detail": {"diagrams": [{"cells": [
        {"id": "a", "shape": "process", "data": {"type": "tm.Process", "name": "A"}},
        {"id": "a", "shape": "process", "data": {"type": "tm.Process", "name": "A"}},
        {"id": "z", "shape": "trust-boundary-box", "position": {"x": 0, "y": 0},
          "size": {"width": 9, "height": 9}, "data": {"type": "tm.BoundaryBox"}},
        {"id": "y", "shape": "trust-boundary-box", "position": {"x": 0, "y": 0},
          "size": {"width": 9, "height": 9}, "data": {"type": "tm.BoundaryBox"}},
        {"id": "f", "shape": "flow", "source": {"cell": "a"}, "target": {"cell": "nothing"},
          "data": {"type": "tm.Flow"}},
        {"id": "g", "shape": "flow", "source": {"cell": "a"}, "target": {"cell": "z"},
          "data": {"type": "tm.Flow"}},
        {"id": "h", "shape": "flow", "source": {"cell": "a"}, "target": {"cell": "a"},
          "data": {"type": "tm.Flow", "threats": [{"title": "\\"} policy { spoofing: off }"}]}}
      ]}]}}
      """, 2, 1
    ),
    (
      "otm",
      """
      otmVersion: 0.2.0
      project: {name: "M\\" }", id: m}
      trustZones:
        - {id: a, name: A, parent: {trustZone: b}}
        - {id: b, name: A, parent: {trustZone: a}}
        - {id: a, name: C, parent: {trustZone: a}}
      components:
        - {id: c, name: C, type: x, parent: {component: d}}
        - {id: d, name: D, type: x, parent: {component: c}}
        - {id: e, name: E, type: x, parent: {component: e}}
        - {id: c, name: F, type: x, parent: {trustZone: nowhere}}
      dataflows:
        - {id: f, name: F, source: c, destination: nowhere}
        - {id: f, name: F, source: c, destination: d}
      """, 4, 1
    ),
    (
      "threagile",
      """
      threagile_version: 1.0.0
      technical_assets:
        A: {id: a, type: process, communication_links: {L: {target: nowhere}, K: {target: b}}}
        B: {id: b, type: nonsense}
        C: {id: b, type: datastore}
      trust_boundaries:
        X: {id: x, technical_assets_inside: [a, nowhere], trust_boundaries_nested: [y]}
        Y: {id: y, technical_assets_inside: [a], trust_boundaries_nested: [x, y]}
      risk_tracking: {"": {status: x}, "@@@*": {status: x}, "a@b": {date: 2024-99-99}}
      """, 3, 1
    ),
    (
      "pytm",
      """
      {"name": "M", "boundaries": [{"name": "A", "inBoundary": "B"}, {"name": "B", "inBoundary": "A"},
        {"name": "A", "inBoundary": "A"}],
       "elements": [{"__class__": "Server", "name": "S", "inBoundary": "A"}, {"__class__": "Server", "name": "S"},
         {"__class__": "Actor", "name": "P", "inBoundary": "S"}],
       "flows": [{"name": "f", "source": "S", "sink": "nowhere"}, {"name": "g", "source": "P", "sink": "A"},
         {"name": "h", "source": "P", "sink": "S", "dstPort": 70000}]}
      """, 3, 1
    ),
    (
      "tm-bom",
      """
      {"version": "1.0.0", "scope": {}, "trust_zones": [{"symbolic_name": "z"}, {"symbolic_name": "z"}],
       "trust_boundaries": [{}], "actors": [{"symbolic_name": "a", "trust_zone": "b"}],
       "components": [{"symbolic_name": "c", "parent_component": "d"}, {"symbolic_name": "d", "parent_component": "c"}],
       "data_stores": [{"symbolic_name": "c", "type": "none"}], "data_sets": [{"placements": [{"data_store": "no"}]}],
       "data_flows": [{"source": {"type": "actor", "object": "no"}}, {"source": {"type": "actor", "object": "a"},
         "destination": {"type": "actor", "object": "c"}}],
       "threats": [{"components_affected": ["no"]}], "controls": [{"threats": ["no"]}], "risks": [{"threats": ["no"]}]}
      """, 4, 1
    ),
    (
      "threat-composer",
      """
      {"schema": 1, "threats": [{"id": "a", "metadata": [{"key": "STRIDE", "value": ["?"]}]}, {}],
       "mitigations": [{}], "mitigationLinks": [{"mitigationId": "no", "linkedId": "no"}, {}],
       "assumptions": [{"id": "a"}], "assumptionLinks": [{"assumptionId": "a", "linkedId": "a"}]}
      """, 1, 0
    ),
    (
      "cyclonedx",
      """
      {"bomFormat": "CycloneDX", "components": [{"type": "threat-model", "components": [
        {"bom-ref": "1", "properties": [{"name": "cdx:model:type", "value": "boundary"},
          {"name": "cdx:model:inBoundary", "value": "1"}]},
        {"bom-ref": "1", "properties": [{"name": "cdx:model:type", "value": "robot"},
          {"name": "cdx:model:inBoundary", "value": "1"}]},
        {"bom-ref": "2", "properties": [{"name": "cdx:model:type", "value": "dataflow"},
          {"name": "cdx:model:dataflow:source", "value": "1"}]}]}]}
      """, 1, 0
    ),
    (
      "drawio",
      """
      <mxGraphModel><root>
      <mxCell id="a" vertex="1" parent="b"><mxGeometry x="nan" y="inf" width="-5" height="1e999"/></mxCell>
      <mxCell id="b" vertex="1" parent="a" style="ellipse"/>
      <mxCell id="c" vertex="1" parent="c" style="ellipse"/>
      <mxCell id="e" edge="1" source="a" target="e"/><mxCell id="f" edge="1"/><mxCell/>
      </root></mxGraphModel>
      """, 0, 0
    ),
    ("mermaid", "graph LR\nsubgraph a\nsubgraph a\na --> b\nend\nend\nb --> b\n", 1, 1),
    (
      "tm7",
      """
      <ThreatModel xmlns:i="urn:i"><Version>4.3</Version><DrawingSurfaceList><DrawingSurfaceModel>
      <Borders>
      <P><Key>a</Key><Value i:type="StencilEllipse"><Guid>a</Guid><Left>nan</Left><Width>1e999</Width></Value></P>
      <P><Key>a</Key><Value i:type="StencilEllipse"><Guid>a</Guid></Value></P>
      <P><Key>b</Key><Value i:type="BorderBoundary"><Guid>b</Guid></Value></P><P/><P><Value/></P>
      </Borders><Lines>
      <P><Value i:type="Connector"><Guid>f</Guid><SourceGuid>a</SourceGuid><TargetGuid>b</TargetGuid></Value></P>
      <P><Value i:type="Connector"><Guid>g</Guid><SourceGuid>a</SourceGuid><TargetGuid>a</TargetGuid></Value></P>
      <P><Value i:type="LineBoundary"><Guid>l</Guid><SourceX>nan</SourceX><SourceY>0</SourceY><TargetX>inf</TargetX>
      <TargetY>1</TargetY><HandleX>-1e308</HandleX><HandleY>1e308</HandleY></Value></P>
      </Lines></DrawingSurfaceModel></DrawingSurfaceList>
      <ThreatInstances><P><Key>k</Key><Value><FlowGuid>g</FlowGuid><Id>"1</Id><TypeId>S1</TypeId>
      <StateInformation>" } policy { off: off }</StateInformation><State>Mitigated</State></Value></P></ThreatInstances>
      </ThreatModel>
      """, 2, 1
    ),
  ]

  @Test("become a model that compiles, of what is sound in them", arguments: models.indices)
  func crooked(_ index: Int) throws {
    let (format, text, elements, flows) = Self.models[index]
    let read = try ModelImport(Array(text.utf8), fileName: "model")
    #expect(read.format.rawValue == format)
    let model = read.model
    let found = [.process, .store, .external].map { model.all($0).count }.reduce(0, +)
    #expect(found == elements, "\(format)")
    #expect(model.all(.flow).count == flows, "\(format)")
    #expect(!model.losses.all.isEmpty)
    let run = try LintRun(bytes: [("model.tm", read.text(source: "m"))], libraries: .builtIn)
    let errors = run.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(format): \(errors.map { "\(run.line(of: $0)): \($0.message)" })")
  }

  // MARK: - Too much

  @Test("a packed diagram that unpacks without end is refused")
  func bomb() throws {
    // One letter, and 163,000 times 258 more of it: 40 MiB of 265 KB.
    var bits = BitWriter()
    bits.write(0b1, 1)
    bits.write(0b01, 2)
    bits.writeCode(0x30 + 97, 8)
    for _ in 0..<163_000 {
      bits.writeCode(0b1100_0101, 8)
      bits.writeCode(0, 5)
    }
    bits.writeCode(0, 7)
    let text = "<mxfile>\n<diagram>\(bits.base64)</diagram></mxfile>"
    let fault = #expect(throws: SourceFault.self) {
      try ModelImport(Array(text.utf8), fileName: "model")
    }
    #expect(fault?.message.contains("more than 32 MiB") == true)
    #expect(fault?.line == 2)
  }

  @Test("boundaries in boundaries without end are bounded")
  func deepBoundaries() throws {
    let cells = (0..<1_500).map { index in
      """
      {"id": "z\(index)", "shape": "trust-boundary-box", "position": {"x": \(index), "y": \(index)},
       "size": {"width": \(8_000 - 2 * index), "height": \(8_000 - 2 * index)}, "data": {"type": "tm.BoundaryBox"}}
      """
    }
    try expectBounded(
      "{\"summary\": {}, \"detail\": {\"diagrams\": [{\"cells\": [\(cells.joined(separator: ","))]}]}}",
      boundaries: 1_500)
    let zones = (0..<5_000).map {
      "  - {id: z\($0), name: Z\($0), parent: {trustZone: z\($0 + 1)}}\n"
    }
    try expectBounded("otmVersion: 0.2.0\ntrustZones:\n\(zones.joined())", boundaries: 5_000)
  }

  private func expectBounded(_ text: String, boundaries: Int) throws {
    let read = try ModelImport(Array(text.utf8), fileName: "model")
    #expect(read.model.all(.boundary).count == boundaries)
    #expect(read.model.losses.all.contains { $0.what == "nested too deep" })
    let run = try LintRun(bytes: [("model.tm", read.text(source: "m"))], libraries: .builtIn)
    #expect(!run.diagnostics.contains { $0.severity == .error })
  }

  @Test(
    "more than a program works with is refused, in time",
    arguments: ["boundaries", "values", "declarations"])
  func tooMuch(_ kind: String) throws {
    let text: String
    switch kind {
    case "boundaries":
      let cells = (0..<2_001).map {
        "{\"id\": \"\($0)\", \"data\": {\"type\": \"tm.BoundaryBox\"}}"
      }
      text =
        "{\"summary\": {}, \"detail\": {\"diagrams\": [{\"cells\": [\(cells.joined(separator: ","))]}]}}"
    case "values":
      text = "otmVersion: 0.2.0\ncomponents: [" + String(repeating: "0,", count: 1_000_001) + "]"
    default:
      // As many as fit into a million values, all with one title.
      text =
        "{\"name\": \"M\", \"flows\": [], \"elements\": ["
        + (0..<100_001).map { "{\"__class__\": \"Server\", \"name\": \"S\($0 % 7)x\($0)\"}" }
        .joined(separator: ",")
        + "]}"
    }
    let clock = ContinuousClock()
    let time = clock.measure {
      let fault = #expect(throws: SourceFault.self) {
        try ModelImport(Array(text.utf8), fileName: "model")
      }
      #expect(fault?.help.isEmpty == false)
    }
    #expect(time < .seconds(120))
  }
}

/// Writes bits as DEFLATE has them.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var current: UInt8 = 0
  private var count = 0

  /// A number, its lowest bit first.
  mutating func write(_ value: Int, _ length: Int) {
    for bit in 0..<length { write(value >> bit & 1 == 1) }
  }

  /// A Huffman code, its highest bit first.
  mutating func writeCode(_ value: Int, _ length: Int) {
    for bit in (0..<length).reversed() { write(value >> bit & 1 == 1) }
  }

  private mutating func write(_ bit: Bool) {
    if bit { current |= 1 << UInt8(count) }
    count += 1
    if count == 8 {
      bytes.append(current)
      (current, count) = (0, 0)
    }
  }

  var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let all = bytes + (count > 0 ? [current] : [])
    var result: [UInt8] = []
    for start in stride(from: 0, to: all.count, by: 3) {
      let part = all[start..<min(start + 3, all.count)]
      let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for index in 0...part.count { result.append(alphabet[bits >> (18 - 6 * index) & 63]) }
      for _ in part.count..<3 { result.append(UInt8(ascii: "=")) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
