// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMTestSupport
import Testing

/// What the attributes of a stencil of the Threat Modeling Tool become: a property, or a text that stays.
@Suite("Attributes of stencils")
struct StencilFactTests {
  private struct Fact: Sendable, CustomStringConvertible {
    let stencil: String
    /// Keys with their values, one after the other.
    let attributes: [(String, String)]
    /// A line of the declaration; nil where the last attribute stands as a text alone.
    let line: String?

    init(_ stencil: String, _ attributes: [(String, String)], _ line: String?) {
      (self.stencil, self.attributes, self.line) = (stencil, attributes, line)
    }

    var description: String {
      stencil + attributes.map { " \($0.0)=\($0.1)" }.joined() + " → \(line ?? "a text")"
    }
  }

  private static let facts: [Fact] = [
    Fact("Connector", [("providesConfidentiality", "Yes")], "encrypted: yes"),
    Fact("Connector", [("providesConfidentiality", "Maybe")], nil),
    Fact("Connector", [("providesConfidentiality", "No")], "encrypted: no"),
    Fact("Connector", [("authenticatesSource", "No")], "authenticated: no"),
    Fact("Connector", [("authenticatesSource", "Maybe")], nil),
    // Integrity is no encryption: it counts where the flow is encrypted by its word.
    Fact("Connector", [("providesIntegrity", "Yes")], nil),
    Fact(
      "Connector", [("providesConfidentiality", "Yes"), ("providesIntegrity", "Yes")],
      "encrypted: yes"),
    Fact("Connector", [("channel", "Wi-Fi")], "protocol: wifi"),
    Fact("Connector", [("channel", "Bluetooth")], "protocol: bluetooth"),
    Fact("Connector", [("channel", "2G-4G")], "protocol: cellular"),
    Fact("Connector", [("channel", "Wire")], nil),
    Fact("Connector", [("authenticatesSource", "Yes")], "controls: source-authenticated"),
    Fact("StencilEllipse", [("runningAs", "Kernel")], "privilege: kernel"),
    Fact("StencilEllipse", [("runningAs", "System")], "privilege: system"),
    Fact("StencilEllipse", [("runningAs", "Network Service")], "privilege: service"),
    Fact("StencilEllipse", [("runningAs", "Local Service")], "privilege: service"),
    Fact("StencilEllipse", [("runningAs", "Administrator")], "privilege: admin"),
    Fact("StencilEllipse", [("runningAs", "Standard User With Elevation")], "privilege: user"),
    Fact("StencilEllipse", [("runningAs", "Standard User Without Elevation")], "privilege: user"),
    Fact("StencilEllipse", [("runningAs", "Somebody")], nil),
    Fact("StencilParallelLines", [("storesLogData", "Yes")], "log: yes"),
    Fact("StencilParallelLines", [("storesLogData", "Perhaps")], nil),
    Fact("StencilParallelLines", [("Encrypted", "Yes")], "encrypted: yes"),
    Fact("StencilParallelLines", [("RemoveableStorage", "Yes")], "kind: removable-media"),
    Fact("StencilParallelLines", [("storeType", "SQL Relational Database")], "kind: sql"),
    Fact("StencilParallelLines", [("storeType", "Non Relational Database")], "kind: database"),
    Fact("StencilParallelLines", [("storeType", "File System")], "kind: file"),
    Fact("StencilParallelLines", [("storeType", "Cache")], "kind: cache"),
    Fact("StencilParallelLines", [("storeType", "Registry")], "kind: database"),
    Fact("StencilParallelLines", [("storeType", "Configuration File")], "kind: file"),
    // A store is of one kind: the other stays as a text.
    Fact("StencilParallelLines", [("RemoveableStorage", "Yes"), ("storeType", "Cache")], nil),
    Fact("StencilRectangle", [("type", "Human")], "human: yes"),
    Fact("StencilRectangle", [("type", "Code")], nil),
  ]

  @Test("a stencil", arguments: facts.indices)
  func fact(_ index: Int) throws {
    let fact = Self.facts[index]
    let read = try ModelImport(Array(Self.model(fact).utf8), fileName: "model.tm7")
    let text = String(decoding: read.text(source: "model.tm7"), as: UTF8.self)
    let (key, value) = fact.attributes[fact.attributes.count - 1]
    if let line = fact.line {
      #expect(text.contains("\n  \(line)\n"), "\(fact): \(text)")
    } else {
      #expect(text.contains("/// The \(key): \(value)\n"), "\(fact): \(text)")
    }
    let kept = read.model.losses.all.contains { $0.fate == .keptAsText && $0.what == "The \(key)" }
    #expect(kept == (fact.line == nil), "\(fact)")
  }

  /// A drawing of a process, a store, a person and a flow, one of them with attributes.
  private static func model(_ fact: Fact) -> String {
    let attributes = fact.attributes.map { key, value in
      """
      <a:anyType i:type="b:ListDisplayAttribute"><b:DisplayName>The \(key)</b:DisplayName><b:Name>\(key)</b:Name>
      <b:Value i:type="a:ArrayOfstring"><a:string>Not Selected</a:string><a:string>\(value)</a:string></b:Value>
      <b:SelectedIndex>1</b:SelectedIndex></a:anyType>
      """
    }.joined()
    func stencil(_ kind: String, _ type: String, _ id: String) -> String {
      """
      <P><Key>\(id)</Key><Value i:type="\(kind)"><GenericTypeId>\(type)</GenericTypeId><Guid>\(id)</Guid>
      <Properties>\(kind == fact.stencil ? attributes : "")</Properties>\
      \(kind == "Connector" ? "<SourceGuid>c</SourceGuid><TargetGuid>a</TargetGuid>" : "")</Value></P>
      """
    }
    return """
      <ThreatModel xmlns:i="urn:i" xmlns:a="urn:a" xmlns:b="urn:b"><Version>4.3</Version>
      <DrawingSurfaceList><DrawingSurfaceModel><Borders>
      \(stencil("StencilEllipse", "GE.P", "a"))
      \(stencil("StencilParallelLines", "GE.DS", "b"))
      \(stencil("StencilRectangle", "GE.EI", "c"))
      </Borders><Lines>\(stencil("Connector", "GE.DF", "f"))</Lines>
      </DrawingSurfaceModel></DrawingSurfaceList></ThreatModel>
      """
  }
}
