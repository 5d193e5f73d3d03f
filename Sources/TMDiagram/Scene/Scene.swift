// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a diagram shows, free of any knowledge of the model it was made from.
///
/// Regions, nodes and edges refer to one another by index. A region stands after its parent.
/// All texts may come from strangers: everything that leaves a scene is cleaned and escaped.
package struct Scene: Hashable, Sendable {
  package let title: String
  /// A short line beside the title, such as the name of the view.
  package let subtitle: String?
  /// What a screen reader says about the whole picture.
  package let description: String?
  package let regions: [SceneRegion]
  package let nodes: [SceneNode]
  package let edges: [SceneEdge]
  package let legend: SceneLegend
  package let purpose: ScenePurpose

  /// Stops the program where an index leads nowhere: a scene is made by this program alone.
  package init(
    title: String, subtitle: String? = nil, description: String? = nil,
    regions: [SceneRegion] = [], nodes: [SceneNode] = [], edges: [SceneEdge] = [],
    legend: SceneLegend = .shown(notes: []), purpose: ScenePurpose = .system
  ) {
    for (index, region) in regions.enumerated() {
      precondition(region.parent.map { (0..<index).contains($0) } ?? true, "parent of a region")
    }
    for node in nodes {
      precondition(node.region.map { regions.indices.contains($0) } ?? true, "region of a node")
    }
    for edge in edges {
      precondition(nodes.indices.contains(edge.source), "source of an edge")
      precondition(nodes.indices.contains(edge.target), "target of an edge")
      precondition(edge.crossed.allSatisfy(regions.indices.contains), "region an edge crosses")
    }
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.regions = regions
    self.nodes = nodes
    self.edges = edges
    self.legend = legend
    self.purpose = purpose
  }

  /// How many regions enclose the given one: 0 at the outermost.
  func depth(ofRegion index: Int) -> Int {
    var depth = 0
    var parent = regions[index].parent
    while let next = parent {
      depth += 1
      parent = regions[next].parent
    }
    return depth
  }

  /// Whether the region encloses the node, directly or through regions inside it.
  func region(_ region: Int, encloses node: Int) -> Bool {
    var inner = nodes[node].region
    while let next = inner {
      if next == region { return true }
      inner = regions[next].parent
    }
    return false
  }
}

/// Whether the picture explains its signs.
package enum SceneLegend: Hashable, Sendable {
  case hidden
  /// Explains the signs that occur in the picture; the notes follow as lines of their own.
  case shown(notes: [String])
}
