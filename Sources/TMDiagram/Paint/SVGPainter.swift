// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Paints a placed scene as one SVG file without scripts and without references to anything outside.
package struct SVGPainter {
  private let placed: PlacedScene
  private let theme: Theme
  private let ids: ElementIDs
  private let spoken: SpokenText
  private var svg = SVGWriter()

  private init(_ placed: PlacedScene, theme: Theme, idPrefix: String) {
    self.placed = placed
    self.theme = theme
    ids = ElementIDs(placed.scene, prefix: idPrefix)
    spoken = SpokenText(scene: placed.scene)
  }

  /// The picture as UTF-8; ids of elements begin with the prefix, then `element-`, `flow-` or `boundary-`.
  package static func paint(
    _ placed: PlacedScene, theme: Theme = .auto, idPrefix: String = "tm-"
  ) -> [UInt8] {
    var painter = SVGPainter(placed, theme: theme, idPrefix: idPrefix)
    painter.paint()
    return painter.svg.bytes
  }

  /// The ids that `paint` gives to regions, nodes and edges, each with the paths of the declarations
  /// that it stands for, its own first.
  package static func parts(
    of scene: Scene, idPrefix: String
  ) -> [(id: String, paths: [String])] {
    let ids = ElementIDs(scene, prefix: idPrefix)
    return zip(ids.regions, scene.regions).map { ($0, [$1.id]) }
      + zip(ids.nodes, scene.nodes).map { ($0, [$1.id] + $1.inside) }
      + zip(ids.edges, scene.edges).map { ($0, $1.flows) }
  }

  /// The rules of a style sheet that colours pictures inside a page, in place of the one of their own;
  /// of two themes, those on a light ground come with the sizes of lines and letters.
  package static var pageStyle: (light: String, dark: String) {
    (StyleSheet.text(.light, .system), StyleSheet.darkColours)
  }

  private mutating func paint() {
    let sheet = SheetLayout(placed)
    let size = sheet.extent
    let title = cleanText(placed.scene.title)
    let spokenTitle = title.isEmpty ? "Data flow diagram" : title
    let description = placed.scene.description.map { cleanText($0, limit: 2000) }
    let root: [SVGWriter.Attribute] = [
      ("xmlns", .text("http://www.w3.org/2000/svg")), ("id", .text(ids.root)),
      ("class", .text("tm-diagram")), ("viewBox", .numbers([0, 0, size.width, size.height])),
      ("width", .number(size.width)), ("height", .number(size.height)),
      ("role", .text("graphics-document document")),
      ("aria-roledescription", .text("data flow diagram")),
      ("aria-labelledby", .text("\(ids.root)-title")),
    ]
    let painter = self
    svg.element("svg", root) { svg in
      svg.text("title", [("id", .text("\(painter.ids.root)-title"))], spokenTitle)
      if let description { svg.text("desc", [], description) }
      svg.element("style") {
        $0.verbatim(StyleSheet.text(painter.theme, painter.placed.scene.purpose))
      }
      svg.rectangle("paper", Box(left: 0, top: 0, extent: size))
      painter.paintHeading(sheet, &svg)
      let offset = "translate(\(sheet.translation(of: sheet.picture)))"
      svg.element(
        "g", [("class", .text("picture\(painter.purposeClass)")), ("transform", .text(offset))]
      ) {
        painter.paintPicture(&$0)
      }
      painter.paintTable(sheet, &svg)
      painter.paintLegend(sheet, &svg)
    }
  }

  private func paintHeading(_ sheet: SheetLayout, _ svg: inout SVGWriter) {
    svg.element("g", [("class", .text("title-block"))]) { svg in
      svg.block(sheet.heading, x: sheet.margin, top: sheet.margin, anchor: .start)
    }
  }

  private func paintTable(_ sheet: SheetLayout, _ svg: inout SVGWriter) {
    guard let table = sheet.table else { return }
    let offset = "translate(\(sheet.translation(of: sheet.tableOrigin)))"
    let attributes: [SVGWriter.Attribute] = [
      ("id", .text("\(ids.root)-table")), ("class", .text("flow-table on-paper")),
      ("role", .text("group")), ("aria-label", .text("Flows")), ("transform", .text(offset)),
    ]
    svg.element("g", attributes) {
      $0.flowTable(table, columns: sheet.tableColumns)
    }
  }

  private func paintLegend(_ sheet: SheetLayout, _ svg: inout SVGWriter) {
    guard let legend = sheet.legend else { return }
    let rule = sheet.legendOrigin.y - 14
    svg.path(
      "rule hollow",
      .lines([
        Point(x: sheet.margin, y: rule),
        Point(x: sheet.extent.width - sheet.margin, y: rule),
      ]))
    let offset = "translate(\(sheet.translation(of: sheet.legendOrigin)))"
    let attributes: [SVGWriter.Attribute] = [
      ("id", .text("\(ids.root)-legend")), ("class", .text("legend on-paper\(purposeClass)")),
      ("role", .text("group")),
      ("aria-label", .text("Legend")), ("transform", .text(offset)),
    ]
    svg.element("g", attributes) { $0.legend(legend) }
  }

  private func paintPicture(_ svg: inout SVGWriter) {
    for index in placed.regions.indices { paintRegion(index, &svg) }
    for index in placed.routes.indices { paintFlow(index, &svg) }
    for gate in placed.gates { paintGate(gate, &svg) }
    for bridge in placed.bridges { svg.bridge(at: bridge.centre, along: bridge.direction) }
    for index in placed.nodes.indices { paintNode(index, &svg) }
    for index in placed.titles.indices { paintTitle(index, &svg) }
    for index in placed.labels.indices { paintLabel(index, &svg) }
  }

  private func paintRegion(_ index: Int, _ svg: inout SVGWriter) {
    let region = placed.scene.regions[index]
    let classes =
      region.classes(depth: placed.scene.depth(ofRegion: index)) + region.mark.classSuffix
    svg.element("g", part(ids.regions[index], classes)) { svg in
      svg.text("title", [], spoken.title(ofRegion: region))
      if let text = spoken.description(of: region) { svg.text("desc", [], text) }
      svg.rectangle("area", placed.regions[index], radius: 12)
    }
  }

  private func paintFlow(_ index: Int, _ svg: inout SVGWriter) {
    let edge = placed.scene.edges[index]
    svg.element("g", part(ids.edges[index], "flow \(edge.classes)")) { svg in
      svg.text("title", [], spoken.title(ofEdge: edge))
      if let text = spoken.description(of: edge) { svg.text("desc", [], text) }
      svg.flow(placed.routes[index])
    }
  }

  private func paintGate(_ gate: Gate, _ svg: inout SVGWriter) {
    let edge = placed.scene.edges[gate.edge]
    svg.gate(
      at: gate.centre, classes: "gate \(edge.emphasis.rawValue)\(edge.mark.classSuffix)")
  }

  private func paintNode(_ index: Int, _ svg: inout SVGWriter) {
    let node = placed.scene.nodes[index]
    let classes = "element \(node.kind.rawValue)\(node.mark.classSuffix)"
    svg.element("g", part(ids.nodes[index], classes)) { svg in
      svg.text("title", [], spoken.title(ofNode: node))
      if let text = spoken.description(of: node) { svg.text("desc", [], text) }
      svg.node(node.kind, placed.measure.nodes[index].text, node.mark, in: placed.nodes[index])
      if let badge = node.badge, let box = NodeBadge.box(of: node, at: placed.nodes[index]) {
        svg.badge(badge, in: box)
      }
    }
  }

  // Titles and labels stand above everything; what they say was said with the area and the line.
  private func paintTitle(_ index: Int, _ svg: inout SVGWriter) {
    let region = placed.scene.regions[index]
    let depth = placed.scene.depth(ofRegion: index)
    let classes =
      "\(region.classes(depth: depth)) \(region.groundClass(depth: depth))\(region.mark.classSuffix)"
    let attributes = caption(ids.regions[index] + "-title", classes)
    svg.element("g", attributes) { svg in
      svg.regionTitle(
        placed.measure.titles[index], badge: region.badge, mark: region.mark,
        at: placed.titles[index])
    }
  }

  private func paintLabel(_ index: Int, _ svg: inout SVGWriter) {
    guard let place = placed.labels[index] else { return }
    let edge = placed.scene.edges[index]
    let ground = groundClass(at: place.box.centre)
    let attributes = caption(ids.edges[index] + "-label", "flow \(edge.classes) \(ground)")
    svg.element("g", attributes) { svg in
      svg.flowLabel(
        placed.measure.labels[index], badge: placed.measure.labels[index].badge, mark: edge.mark,
        at: place)
    }
  }

  /// The colour behind a text: that of the innermost region at its centre.
  private func groundClass(at point: Point) -> String {
    guard let index = placed.regions.lastIndex(where: { $0.contains(point) }) else {
      return "on-paper"
    }
    return placed.scene.regions[index].groundClass(depth: placed.scene.depth(ofRegion: index))
  }

  private var purposeClass: String {
    switch placed.scene.purpose {
    case .system: ""
    case .difference: " difference"
    }
  }

  private func part(_ id: String, _ classes: String) -> [SVGWriter.Attribute] {
    [
      ("id", .text(id)), ("class", .text(classes)), ("role", .text("graphics-symbol img")),
    ]
  }

  private func caption(_ id: String, _ classes: String) -> [SVGWriter.Attribute] {
    [("id", .text(id)), ("class", .text(classes)), ("aria-hidden", .text("true"))]
  }
}

extension SceneEdge {
  /// The classes that decide how the line looks.
  fileprivate var classes: String {
    emphasis.rawValue + (flowCount > 1 ? " rolled-up" : "") + (twoWay ? " two-way" : "")
      + mark.classSuffix
  }
}
