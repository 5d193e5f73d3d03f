// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SceneNode.Kind {
  /// The word of the field for the kind, as legend and screen readers say it.
  var words: String {
    switch self {
    case .external: "external entity"
    case .human: "person (external entity)"
    case .process: "process"
    case .store: "data store"
    case .collapsedBoundary: "trust boundary, shown closed"
    case .collapsedProcess: "process, shown closed"
    }
  }
}

extension SceneRegion.Kind {
  /// The word of the field for the kind, as legend and screen readers say it.
  var words: String {
    switch self {
    case .boundary: "trust boundary"
    case .process: "process, decomposed"
    }
  }
}

extension SceneEdge.Emphasis {
  /// What the look of a flow says.
  var words: String {
    switch self {
    case .normal: "data flow"
    case .openThreat: "flow with a threat triaged as open"
    case .unstated: "across a boundary, protection not stated"
    case .clearText: "flow in clear text"
    }
  }
}

extension SceneMark {
  /// What a mark says, for legend and screen reader.
  var words: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .moved: "moved here"
    case .former: "where it was"
    case .changed: "changed, or crosses other boundaries"
    }
  }
}

/// What a screen reader says about the parts of a scene; also the tooltip of a browser.
struct SpokenText {
  let scene: Scene

  /// The full title, bounded.
  func title(ofNode node: SceneNode) -> String {
    "\(cleanText(node.title)) (\(node.kind.words)\(state(node.mark)))"
  }

  /// The full title, bounded.
  func title(ofRegion region: SceneRegion) -> String {
    let zone = region.zone.map { ", zone \(cleanText($0))" } ?? ""
    return "\(cleanText(region.title)) (\(region.kind.words)\(zone)\(state(region.mark)))"
  }

  /// Number, label and both ends.
  func title(ofEdge edge: SceneEdge) -> String {
    let number = edge.number.map { "\($0): " } ?? ""
    let arrow = edge.twoWay ? " to and from " : " to "
    let ends = short(edge.source) + arrow + short(edge.target)
    let label = cleanText(edge.label)
    return number + (label.isEmpty ? ends : "\(label), \(ends)") + state(edge.mark)
  }

  /// Everything else there is to say about a node; nil where there is nothing.
  func description(of node: SceneNode) -> String? {
    sentences([
      node.subtitle, node.interfaces.isEmpty ? nil : "Interfaces: " + list(node.interfaces),
      node.description, node.badge?.words,
    ])
  }

  /// Everything else there is to say about a region; nil where there is nothing.
  func description(of region: SceneRegion) -> String? {
    sentences([region.description, region.badge?.words])
  }

  /// Everything else there is to say about a flow; nil where there is nothing.
  func description(of edge: SceneEdge) -> String? {
    let crossed = edge.crossed.map { scene.regions[$0].title }
    let emphasis: String? =
      switch edge.emphasis {
      case .normal: nil
      case .openThreat: "Has a threat triaged as open"
      case .unstated:
        edge.flowCount > 1 ? "Protection of some not stated" : "Protection not stated"
      case .clearText: edge.flowCount > 1 ? "Some in clear text" : "In clear text"
      }
    return sentences([
      edge.flowCount > 1 ? "\(edge.flowCount) flows" : nil, edge.detail,
      crossed.isEmpty ? nil : "Crosses " + list(crossed), emphasis, edge.description,
      edge.badge?.words,
    ])
  }

  private func state(_ mark: SceneMark?) -> String { mark.map { ", \($0.words)" } ?? "" }

  private func short(_ node: Int) -> String { cleanText(scene.nodes[node].title, limit: 120) }

  private func list(_ names: [String]) -> String {
    names.map { cleanText($0, limit: 120) }.joined(separator: ", ")
  }

  private func sentences(_ parts: [String?]) -> String? {
    let texts = parts.compactMap { $0 }.map { cleanText($0, limit: 1000) }.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return nil }
    return texts.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }
}
