// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes a scene as a flowchart of Mermaid, which GitHub, GitLab and many editors draw.
///
/// Boundaries are subgraphs. External entities are rectangles, processes stadiums, stores cylinders,
/// closed containers have double sides; a dotted flow travels in the clear, a heavy one has an open
/// threat. Words of a model stand in quotes alone, as `MermaidLabel` says.
package struct MermaidWriter {
  /// What Mermaid draws unless it is configured otherwise.
  package enum Limit {
    package static let characters = 50_000
    package static let edges = 500
  }

  private let scene: Scene
  private var out = TextBuffer()

  private init(_ scene: Scene) { self.scene = scene }

  /// The complete diagram; ends with a newline.
  package static func drawing(of scene: Scene) -> [UInt8] {
    var writer = MermaidWriter(scene)
    return writer.write()
  }

  /// Whether Mermaid as it comes draws a diagram of this scene and length.
  package static func isDrawn(_ scene: Scene, _ drawing: [UInt8]) -> Bool {
    drawing.count <= Limit.characters && scene.edges.count <= Limit.edges
  }

  private mutating func write() -> [UInt8] {
    out.add("flowchart TB\n")
    let title = MermaidLabel.plain(scene.title)
    if !title.isEmpty { out.add("  accTitle: \(title)\n") }
    writeRegions(inside: nil, indent: "  ")
    for edge in scene.edges { write(edge) }
    writeClasses()
    return out.bytes
  }

  // MARK: - Regions and nodes

  private mutating func writeRegions(inside parent: Int?, indent: String) {
    for (index, node) in scene.nodes.enumerated() where node.region == parent {
      write(node, index, indent)
    }
    for (index, region) in scene.regions.enumerated() where region.parent == parent {
      let zone = region.zone.map { " (\($0))" } ?? ""
      out.add("\(indent)subgraph r\(index)[\(MermaidLabel.quoted([region.title + zone]))]\n")
      writeRegions(inside: index, indent: indent + "  ")
      out.add("\(indent)end\n")
    }
  }

  private mutating func write(_ node: SceneNode, _ index: Int, _ indent: String) {
    var lines = [node.title] + [node.subtitle].compactMap { $0 }
    if !node.interfaces.isEmpty { lines.append(node.interfaces.joined(separator: ", ")) }
    let (open, close) = Self.brackets(node.kind)
    out.add("\(indent)n\(index)\(open)\(MermaidLabel.quoted(lines))\(close)\n")
  }

  private static func brackets(_ kind: SceneNode.Kind) -> (String, String) {
    switch kind {
    case .external, .human: ("[", "]")
    case .process: ("([", "])")
    case .store: ("[(", ")]")
    case .collapsedBoundary, .collapsedProcess: ("[[", "]]")
    }
  }

  // MARK: - Edges

  private mutating func write(_ edge: SceneEdge) {
    let number = edge.number.map { "\($0) " } ?? ""
    let label =
      edge.flowCount > 1 ? "\(edge.flowCount) flows" : number + edge.label
    let lines = [label, edge.detail ?? ""].filter { !cleanText($0).isEmpty }
    let words = lines.isEmpty ? "" : "|\(MermaidLabel.quoted(lines))|"
    out.add("  n\(edge.source) \(Self.arrow(edge))\(words) n\(edge.target)\n")
  }

  private static func arrow(_ edge: SceneEdge) -> String {
    let line =
      switch edge.emphasis {
      case .normal, .unstated: "-->"
      case .openThreat: "==>"
      case .clearText: "-.->"
      }
    return edge.twoWay ? "<" + line : line
  }

  // MARK: - Looks

  /// Colours with a text colour of their own, so that they are read on light and dark grounds.
  private mutating func writeClasses() {
    for kind in SceneNode.Kind.allCases {
      let members = scene.nodes.indices.filter { scene.nodes[$0].kind == kind }
      if members.isEmpty { continue }
      let look = DotLook(kind)
      out.add(
        "  classDef \(Self.name(kind)) fill:\(look.fill),stroke:\(look.line),color:#111827\n")
      out.add(
        "  class \(members.map { "n\($0)" }.joined(separator: ",")) \(Self.name(kind))\n")
    }
    for kind in SceneRegion.Kind.allCases {
      let members = scene.regions.indices.filter { scene.regions[$0].kind == kind }
      if members.isEmpty { continue }
      let style = kind == .boundary ? "stroke:#8a3c6e,stroke-dasharray:6 4" : "stroke:#0b5c93"
      let name = kind == .boundary ? "boundary" : "decomposed"
      out.add("  classDef \(name) fill:none,\(style)\n")
      out.add("  class \(members.map { "r\($0)" }.joined(separator: ",")) \(name)\n")
    }
  }

  private static func name(_ kind: SceneNode.Kind) -> String {
    switch kind {
    case .external: "external"
    case .human: "human"
    case .process: "process"
    case .store: "store"
    case .collapsedBoundary: "closedBoundary"
    case .collapsedProcess: "closedProcess"
    }
  }
}
