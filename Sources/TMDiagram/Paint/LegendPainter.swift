// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One line of the legend: a sign and what it means.
struct LegendEntry: Hashable {
  /// What the sign is.
  enum Sign: Hashable {
    case node(SceneNode.Kind)
    case region(SceneRegion.Kind)
    case flow(SceneEdge.Emphasis)
    case twoWayFlow
    case rolledUpFlow
    case gate
    case bridge
    case badge(ThreatBadge)
    case mark(SceneMark)
  }

  let sign: Sign
  let words: String

  /// The entries for what occurs in the scene, in a fixed order.
  static func entries(for placed: PlacedScene) -> [LegendEntry] {
    let (scene, gates) = (placed.scene, placed.gates)
    var result: [LegendEntry] = []
    for kind in SceneNode.Kind.allCases where scene.nodes.contains(where: { $0.kind == kind }) {
      result.append(LegendEntry(sign: .node(kind), words: kind.words))
    }
    for kind in SceneRegion.Kind.allCases where scene.regions.contains(where: { $0.kind == kind }) {
      result.append(LegendEntry(sign: .region(kind), words: kind.words))
    }
    if !gates.isEmpty { result.append(LegendEntry(sign: .gate, words: "boundary crossing")) }
    if !placed.bridges.isEmpty {
      result.append(LegendEntry(sign: .bridge, words: "passes over, without crossing"))
    }
    for emphasis in SceneEdge.Emphasis.allCases
    where scene.edges.contains(where: { $0.emphasis == emphasis }) {
      result.append(LegendEntry(sign: .flow(emphasis), words: words(of: emphasis, in: scene)))
    }
    if scene.edges.contains(where: \.twoWay) {
      result.append(LegendEntry(sign: .twoWayFlow, words: "two-way flow"))
    }
    if scene.edges.contains(where: { $0.flowCount > 1 }) {
      result.append(LegendEntry(sign: .rolledUpFlow, words: "several flows in one line"))
    }
    let badges =
      scene.nodes.compactMap(\.badge) + scene.edges.compactMap(\.badge)
      + scene.regions.compactMap(\.badge)
    for status in ThreatBadge.Status.allCases where badges.contains(where: { $0.worst == status }) {
      let badge = ThreatBadge(count: 0, worst: status)
      switch scene.purpose {
      case .system: result.append(LegendEntry(sign: .badge(badge), words: badge.words))
      case .difference: result.append(LegendEntry(sign: .badge(badge), words: "threats opened"))
      }
    }
    return result + marks(of: scene)
  }

  /// A plain line across a boundary says something too.
  private static func words(of emphasis: SceneEdge.Emphasis, in scene: Scene) -> String {
    let crosses = scene.edges.contains { $0.emphasis == .normal && !$0.crossed.isEmpty }
    switch (emphasis, scene.purpose) {
    case (.normal, .system) where crosses:
      return emphasis.words + "; across a boundary encrypted or in person"
    case (.normal, _), (.openThreat, _), (.unstated, _), (.clearText, _): return emphasis.words
    }
  }

  private static func marks(of scene: Scene) -> [LegendEntry] {
    let found = Set(
      (scene.nodes.map(\.mark) + scene.regions.map(\.mark) + scene.edges.map(\.mark))
        .compactMap { $0 })
    return SceneMark.allCases.filter(found.contains).map {
      LegendEntry(sign: .mark($0), words: $0.words)
    }
  }
}

/// The legend broken into rows.
struct LegendLayout {
  /// An entry with the place of its sign and of its text.
  struct Item {
    let entry: LegendEntry
    let sign: Box
    let text: TextBlock.Line
  }

  let items: [Item]
  let notes: [TextBlock.Line]
  let height: Double

  private static let rowHeight = 28.0
  private static let signWidth = 34.0
  private static let columnGap = 26.0

  /// Fills rows of the given width; positions count from the upper left corner.
  init(_ entries: [LegendEntry], notes: [String], width: Double) {
    var items: [Item] = []
    let widths = entries.map {
      LegendLayout.signWidth + 8 + TextStyle.legendText.width(of: $0.words)
    }
    let column = (widths.max() ?? 0) + LegendLayout.columnGap
    let columns = max(1, Int((width + LegendLayout.columnGap) / max(column, 1)))
    for (index, entry) in entries.enumerated() {
      let left = Double(index % columns) * column
      let top = Double(index / columns) * LegendLayout.rowHeight
      let sign = Box(
        left: left, top: top + 4,
        extent: Extent(width: LegendLayout.signWidth, height: LegendLayout.rowHeight - 8))
      let text = TextBlock.Line(
        text: entry.words, style: .legendText,
        width: TextStyle.legendText.width(of: entry.words), baseline: sign.centre.y + 4)
      items.append(Item(entry: entry, sign: sign, text: text))
    }
    let rows = (entries.count + columns - 1) / columns
    var block = TextBlock()
    for note in notes {
      block.append(cleanText(note), .legendText, in: [TextRoom(width: width, lines: 3)], gap: 2)
    }
    let above = Double(rows) * LegendLayout.rowHeight + (block.isEmpty ? 0 : 6)
    self.items = items
    self.notes = block.lines.map {
      TextBlock.Line(text: $0.text, style: $0.style, width: $0.width, baseline: above + $0.baseline)
    }
    height = above + block.height
  }
}

extension SVGWriter {
  /// Signs and their meaning; coordinates count from the upper left corner of the legend.
  mutating func legend(_ layout: LegendLayout) {
    for item in layout.items {
      sign(item.entry.sign, item.sign)
      line(item.text, x: item.sign.right + 8, baseline: item.text.baseline, anchor: .start)
    }
    for note in layout.notes { line(note, x: 0, baseline: note.baseline, anchor: .start) }
  }

  private mutating func sign(_ sign: LegendEntry.Sign, _ box: Box) {
    switch sign {
    case .node(let kind):
      element("g", [("class", .text(kind.rawValue))]) { $0.shape(kind, box) }
    case .region(let kind):
      let classes = SceneRegion(id: "", title: "", kind: kind).classes(depth: 0)
      element("g", [("class", .text(classes))]) { $0.rectangle("area", box, radius: 6) }
    case .flow(let emphasis): arrow(classes: emphasis.rawValue, box, startTip: nil)
    case .rolledUpFlow: arrow(classes: "rolled-up", box, startTip: nil)
    case .twoWayFlow:
      arrow(classes: "normal", box, startTip: Point(x: box.left, y: box.centre.y))
    case .gate:
      arrow(classes: "normal", box, startTip: nil)
      gate(at: box.centre, classes: "gate")
    case .bridge:
      arrow(classes: "normal", box, startTip: nil)
      bridge(at: box.centre, along: Point(x: 1, y: 0))
    case .mark(let mark):
      let body = Box(
        left: box.left + 9, top: box.top + 2, right: box.right, bottom: box.bottom - 2)
      element("g", [("class", .text("element external \(mark.className)"))]) { svg in
        svg.rectangle("shape", body, radius: 2)
        svg.markSign(mark, at: Point(x: body.left, y: body.centre.y))
      }
    case .badge(let badge):
      let extent = Extent(width: BadgeMeasure.width(badge), height: BadgeMeasure.height)
      self.badge(badge, in: Box(centre: box.centre, extent: extent))
    }
  }

  private mutating func arrow(classes: String, _ box: Box, startTip: Point?) {
    let middle = box.centre.y
    let start = Point(x: startTip == nil ? box.left : box.left + 8, y: middle)
    let end = Point(x: box.right - 8, y: middle)
    let route = Route(
      points: [start, start, end, end], startTip: startTip,
      endTip: Point(x: box.right, y: middle))
    element("g", [("class", .text("flow \(classes)"))]) { $0.flow(route) }
  }
}
