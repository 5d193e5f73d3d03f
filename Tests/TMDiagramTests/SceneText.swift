// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

@testable import TMDiagram

/// A scene as lines of text, for snapshots: regions and nodes as a tree, then the flows.
struct SceneText {
  private let scene: Scene
  private var lines: [String] = []

  static func text(_ scene: Scene) -> String {
    var writer = SceneText(scene: scene)
    writer.writeInside(nil, indent: "")
    for edge in scene.edges { writer.lines.append(writer.line(edge)) }
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private init(scene: Scene) { self.scene = scene }

  private mutating func writeInside(_ parent: Int?, indent: String) {
    for node in scene.nodes where node.region == parent {
      let detail = node.subtitle.map { " (\($0))" } ?? ""
      lines.append("\(indent)\(node.kind.rawValue) \(node.id)\(detail)\(words(node.badge))")
    }
    for (index, region) in scene.regions.enumerated() where region.parent == parent {
      let kind = region.kind == .boundary ? "boundary" : "open process"
      let zone = region.zone.map { " [\($0)]" } ?? ""
      lines.append("\(indent)\(kind) \(region.id)\(zone)\(words(region.badge))")
      writeInside(index, indent: indent + "  ")
    }
  }

  private func line(_ edge: SceneEdge) -> String {
    let arrow = edge.twoWay ? "<->" : "->"
    let ends = "\(scene.nodes[edge.source].id) \(arrow) \(scene.nodes[edge.target].id)"
    let number = edge.number.map { "\($0). " } ?? ""
    var parts = [edge.flowCount > 1 ? "\(edge.flowCount) flows" : "\(edge.id) \"\(edge.label)\""]
    if let detail = edge.detail { parts.append(detail) }
    let crossed = edge.crossed.map { scene.regions[$0].id }
    if !crossed.isEmpty { parts.append("crosses \(crossed.joined(separator: " "))") }
    if edge.emphasis != .normal { parts.append(edge.emphasis.rawValue) }
    return "\(number)\(ends): \(parts.joined(separator: ", "))\(words(edge.badge))"
  }

  private func words(_ badge: ThreatBadge?) -> String { badge.map { "; \($0.words)" } ?? "" }
}
