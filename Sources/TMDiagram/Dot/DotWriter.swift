// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes a scene in the DOT language, as input to the layout or for another Graphviz to draw.
///
/// Nothing of the user's gets into it but quoted strings with backslash, quote and ampersand escaped.
package struct DotWriter {
  /// What the text is for.
  enum Purpose {
    /// Boxes of fixed size without any text.
    case layout(LayoutCandidate)
    /// A picture that `dot` draws on its own.
    case drawing
  }

  private let scene: Scene
  private let measure: SceneMeasure
  private let purpose: Purpose
  private let skeleton: LayoutSkeleton
  private var out = TextBuffer()

  private init(_ scene: Scene, _ measure: SceneMeasure, _ purpose: Purpose) {
    self.scene = scene
    self.measure = measure
    self.purpose = purpose
    skeleton = LayoutSkeleton(scene)
  }

  /// The complete picture as DOT text that ends with a newline.
  package static func drawing(of scene: Scene) -> [UInt8] {
    var writer = DotWriter(scene, SceneMeasure(scene), .drawing)
    return writer.write()
  }

  /// The geometry alone: nodes `n0…`, clusters `cluster_0…`, edges with the keys `e0…`.
  static func layoutInput(
    of scene: Scene, measured measure: SceneMeasure, as candidate: LayoutCandidate
  ) -> [UInt8] {
    var writer = DotWriter(scene, measure, .layout(candidate))
    return writer.write()
  }

  private mutating func write() -> [UInt8] {
    out.add("digraph model {\n")
    writeGraphAttributes()
    writeRegions(inside: nil, indent: "  ")
    for index in scene.edges.indices where !isForLayout || skeleton.includes[index] {
      writeEdge(index)
    }
    writeColumnsOfLoneNodes()
    out.add("}\n")
    return out.bytes
  }

  private mutating func writeGraphAttributes() {
    out.add("  graph [newrank=true charset=\"UTF-8\"")
    switch purpose {
    case .layout(let candidate):
      out.add(" splines=\(candidate.lines.rawValue) rankdir=\(candidate.direction.rawValue)")
      out.add(" nodesep=0.6 ranksep=\(inches(candidate.rankSeparation(candidate.direction) * 72))")
      if scene.nodes.count > 250 { out.add(" nslimit=0.5") }
      out.add("]\n  node [label=\"\" fixedsize=true shape=box]\n  edge [arrowsize=0.8]\n")
    case .drawing:
      out.add(" splines=spline rankdir=TB nodesep=0.36 ranksep=0.3 labeljust=l")
      out.add(" fontname=\"DejaVu Sans\" fontsize=12 label=\(quoted(drawnTitle)) labelloc=t]\n")
      out.add("  node [fixedsize=true fontname=\"DejaVu Sans\" fontsize=11 style=filled]\n")
      out.add("  edge [arrowsize=0.8 fontname=\"DejaVu Sans\" fontsize=10 color=\"#4b5563\"]\n")
    }
  }

  private var isForLayout: Bool {
    switch purpose {
    case .layout: true
    case .drawing: false
    }
  }

  private var drawnTitle: String {
    BrokenText(cleanText(scene.title), .heading, in: TextRoom(width: 700, lines: 2)).lines
      .joined(separator: "\n")
  }

  private mutating func writeRegions(inside parent: Int?, indent: String) {
    for index in scene.nodes.indices where scene.nodes[index].region == parent {
      writeNode(index, indent: indent)
    }
    for index in scene.regions.indices where scene.regions[index].parent == parent {
      out.add("\(indent)subgraph cluster_\(index) {\n")
      writeRegionAttributes(index, indent: indent + "  ")
      writeRegions(inside: index, indent: indent + "  ")
      // Graphviz leaves out a cluster without nodes.
      if isEmpty(region: index) {
        out.add("\(indent)  x\(index) [style=invis label=\"\" width=0.6 height=0.3]\n")
      }
      out.add("\(indent)}\n")
    }
  }

  private func isEmpty(region index: Int) -> Bool {
    !scene.nodes.contains { $0.region == index } && !scene.regions.contains { $0.parent == index }
  }

  private mutating func writeRegionAttributes(_ index: Int, indent: String) {
    let region = scene.regions[index]
    switch purpose {
    case .layout:
      let title = measure.titles[index].extent
      let room = space(title.width + 16, title.height + LayoutGeometry.roomBelowTitle)
      out.add("\(indent)margin=\(LayoutGeometry.regionMargin) label=\(room)\n")
    case .drawing:
      let zone = measure.titles[index].zone.lines.map { " [\($0.text)]" }.joined()
      let title = measure.titles[index].text.lines.map(\.text).joined(separator: "\n")
      let style = region.kind == .boundary ? "rounded,dashed" : "rounded"
      let colour = region.kind == .boundary ? "#8a3c6e" : "#0b5c93"
      out.add("\(indent)margin=16 style=\"\(style)\" color=\"\(colour)\" fontcolor=\"\(colour)\"")
      out.add(" label=\(quoted(title + zone))\n")
    }
  }

  private mutating func writeNode(_ index: Int, indent: String) {
    let node = scene.nodes[index]
    let extent = measure.nodes[index].extent
    out.add("\(indent)n\(index) [width=\(inches(extent.width)) height=\(inches(extent.height))")
    switch purpose {
    case .layout:
      if node.kind.isRound { out.add(" shape=ellipse") }
    case .drawing:
      let look = DotLook(node.kind)
      let text = measure.nodes[index].text.lines.map(\.text).joined(separator: "\n")
      out.add(" shape=\(look.shape) peripheries=\(look.peripheries) style=\"\(look.style)\"")
      out.add(" color=\"\(look.line)\" fillcolor=\"\(look.fill)\" label=\(quoted(text))")
    }
    out.add("]\n")
  }

  private mutating func writeEdge(_ index: Int) {
    let edge = scene.edges[index]
    let label = measure.labels[index]
    let isUpwards = isForLayout && scene.isLaidOutUpwards(edge)
    let (tail, head) = isUpwards ? (edge.target, edge.source) : (edge.source, edge.target)
    out.add("  n\(tail) -> n\(head) [key=e\(index)")
    if edge.twoWay { out.add(" dir=both") } else if isUpwards { out.add(" dir=back") }
    switch purpose {
    case .layout:
      // Graphviz bends flows around the labels it knows of; they find their places afterwards.
      break
    case .drawing:
      let number = label.number.isEmpty ? "" : "\(label.number). "
      let text = number + label.text.lines.map(\.text).joined(separator: "\n")
      if !text.isEmpty { out.add(" label=\(quoted(text))") }
      switch edge.emphasis {
      case .normal: break
      case .unstated: out.add(" style=\"dashed\"")
      case .openThreat: out.add(" color=\"#c2410c\" fontcolor=\"#c2410c\" penwidth=2")
      case .clearText:
        out.add(" color=\"#c2410c\" fontcolor=\"#c2410c\" penwidth=2 style=dashed")
      }
    }
    out.add("]\n")
  }

  // Nodes without a flow would all stand in the top row and make the picture as wide as they are many.
  private mutating func writeColumnsOfLoneNodes() {
    var isLinked = [Bool](repeating: false, count: scene.nodes.count)
    for edge in scene.edges where edge.source != edge.target {
      isLinked[edge.source] = true
      isLinked[edge.target] = true
    }
    var above: [Int?: (node: Int, height: Int)] = [:]
    for index in scene.nodes.indices where !isLinked[index] {
      let region = scene.nodes[index].region
      if let column = above[region], column.height < 4 {
        out.add("  n\(column.node) -> n\(index) [style=invis]\n")
        above[region] = (index, column.height + 1)
      } else {
        above[region] = (index, 1)
      }
    }
  }

  // The numbers are ours; a table without text is the one label whose size no font decides.
  private func space(_ width: Double, _ height: Double) -> String {
    let columns = Int(width.rounded(.up))
    let rows = Int(height.rounded(.up))
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" "
      + "FIXEDSIZE=\"TRUE\" WIDTH=\"\(columns)\" HEIGHT=\"\(rows)\"><TR><TD></TD></TR></TABLE>>"
  }

  private func inches(_ pixels: Double) -> String {
    TextBuffer.decimal(thousandths: Int((pixels / 72 * 1000).rounded()))
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension SceneNode.Kind {
  /// Whether the shape is an ellipse.
  var isRound: Bool {
    switch self {
    case .process, .collapsedProcess: true
    case .external, .human, .store, .collapsedBoundary: false
    }
  }
}
