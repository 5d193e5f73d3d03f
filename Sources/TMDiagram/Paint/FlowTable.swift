// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The words of the flows beside a picture whose lines have numbers alone.
struct FlowTable {
  /// A flow, or several that share a line and lead to something shown closed.
  struct Row {
    /// The smallest number first.
    let numbers: [Int]
    let disc: String
    let discWidth: Double
    let title: String
    /// Ends, protocol and protection in one line.
    let detail: String
    let text: TextBlock
    let badge: ThreatBadge?
    let emphasis: SceneEdge.Emphasis
    let height: Double
  }

  let rows: [Row]
  let heading: TextBlock
  /// The room of the numbers, as wide as the widest.
  private let discRoom: Double

  /// In pixels: the usual one, and one for pages on which the picture needs the room.
  static let (usualWidth, narrowWidth) = (292.0, 236.0)
  let columnWidth: Double
  private static let columnGap = 28.0
  private static let rowGap = 7.0
  private static let discHeight = LabelMeasure.discHeight

  /// Nil where the lines have words.
  init?(_ placed: PlacedScene, columnWidth: Double = FlowTable.usualWidth) {
    guard placed.measure.hasTable else { return nil }
    self.columnWidth = columnWidth
    let scene = placed.scene
    let rows = zip(scene.edges, placed.measure.labels).flatMap {
      FlowTable.rows(of: $0, line: $1.number, in: scene, columnWidth)
    }
    guard !rows.isEmpty else { return nil }
    var heading = TextBlock()
    heading.append("Flows", .tableTitle, in: [TextRoom(width: columnWidth, lines: 1)])
    self.heading = heading
    self.rows = rows.enumerated().sorted {
      ($0.element.numbers.first ?? 0, $0.offset) < ($1.element.numbers.first ?? 0, $1.offset)
    }.map(\.element)
    discRoom = rows.map(\.discWidth).max() ?? 0
  }

  private static func rows(
    of edge: SceneEdge, line: String, in scene: Scene, _ width: Double
  ) -> [Row] {
    let (source, target) = (scene.nodes[edge.source].title, scene.nodes[edge.target].title)
    guard edge.flowCount > 1 else {
      guard !edge.numbers.isEmpty else { return [] }
      return [
        row(
          edge.numbers, edge.label, ends(source, target, edge.twoWay), edge.detail, edge.badge,
          edge.emphasis, width)
      ]
    }
    let isOpen =
      edge.entries.allSatisfy { [source, target].contains($0.source) }
      && edge.entries.allSatisfy { [source, target].contains($0.target) }
    guard isOpen else {
      return [
        row(
          edge.numbers, "\(edge.flowCount) flows", ends(source, target, edge.twoWay), edge.detail,
          edge.badge, edge.emphasis, width, isPart: true)
      ]
    }
    // What the line has no room for is found by what it names.
    let place = line.contains("+") ? "on the line of \(line)" : nil
    return edge.entries.map {
      row(
        [$0.number], $0.label, ends($0.source, $0.target, $0.twoWay), $0.detail, $0.badge,
        $0.emphasis, width, place: place)
    }
  }

  private static func ends(_ source: String, _ target: String, _ twoWay: Bool) -> String {
    [source, target].map { nameInLine(cleanText($0, limit: 160)) }
      .joined(separator: twoWay ? " ↔ " : " → ")
  }

  private static func row(
    _ numbers: [Int], _ label: String, _ ends: String, _ detail: String?, _ badge: ThreatBadge?,
    _ emphasis: SceneEdge.Emphasis, _ width: Double, isPart: Bool = false, place: String? = nil
  ) -> Row {
    let disc = joinedNumbers(numbers, limit: 2)
    let discWidth = max(discHeight, TextStyle.flowNumber.width(of: disc) + 8)
    let room = width - 78 - (badge.map { BadgeMeasure.width($0) + 8 } ?? 0)
    var text = TextBlock()
    let title = cleanText(label)
    if !title.isEmpty { text.append(title, .rowTitle, in: [TextRoom(width: room, lines: 6)]) }
    let clear: String? =
      switch emphasis {
      case .normal, .openThreat: nil
      case .unstated: isPart ? "protection of some not stated" : "protection not stated"
      case .clearText: isPart ? "some in clear text" : "clear text"
      }
    let all = numbers.count > 2 ? joinedNumbers(numbers, limit: 40) : nil
    let facts = [ends, detail.map { cleanText($0) }, clear, place].compactMap { $0 }
    let below = facts + [all].compactMap { $0 }
    // The badge stands beside the title.
    text.append(
      below.joined(separator: " · "), .rowDetail,
      in: [TextRoom(width: text.isEmpty ? room : width - 72, lines: 12)], gap: 1)
    return Row(
      numbers: numbers.sorted(), disc: disc, discWidth: discWidth, title: title,
      detail: facts.joined(separator: " · "), text: text, badge: badge, emphasis: emphasis,
      height: max(text.height, discHeight))
  }

  // MARK: - Columns

  /// The rows of each column, as evenly high as whole rows can be.
  func columns(_ count: Int) -> [[Row]] {
    let wanted = rows.reduce(0) { $0 + $1.height + FlowTable.rowGap } / Double(max(1, count))
    var result: [[Row]] = [[]]
    var height = 0.0
    for row in rows {
      if height > 0, height + row.height / 2 > wanted, result.count < count {
        result.append([])
        height = 0
      }
      result[result.count - 1].append(row)
      height += row.height + FlowTable.rowGap
    }
    return result
  }

  func extent(columns count: Int) -> Extent {
    let columns = columns(count)
    let height = columns.map { $0.reduce(0) { $0 + $1.height + FlowTable.rowGap } }.max() ?? 0
    return Extent(
      width: Double(columns.count) * (columnWidth + FlowTable.columnGap)
        - FlowTable.columnGap,
      height: height + heading.height + 8)
  }

  /// Calls the body with each row and its upper left corner.
  func visit(columns count: Int, _ body: (Row, Point) -> Void) {
    for (number, column) in columns(count).enumerated() {
      var corner = Point(
        x: Double(number) * (columnWidth + FlowTable.columnGap), y: heading.height + 8)
      for row in column {
        body(row, corner)
        corner.y += row.height + FlowTable.rowGap
      }
    }
  }

  /// Where the text of a row begins.
  var textOffset: Double { min(discRoom, 62) + 8 }
}

extension SVGPainter {
  /// What a table says of the numbers on the lines, for a page that has the table in its own letters; empty
  /// where the lines have words.
  package static func flows(
    of placed: PlacedScene
  ) -> [(numbers: String, title: String, detail: String)] {
    (FlowTable(placed)?.rows ?? []).map {
      (joinedNumbers($0.numbers, limit: 40), $0.title, $0.detail)
    }
  }
}

extension SVGWriter {
  /// The table with so many columns; coordinates count from its upper left corner.
  mutating func flowTable(_ table: FlowTable, columns: Int) {
    block(table.heading, x: 0, top: 0, anchor: .start)
    table.visit(columns: columns) { row, corner in
      element("g", [("class", .text("flow-row \(row.emphasis.rawValue)"))]) { svg in
        let disc = Box(
          left: corner.x, top: corner.y,
          extent: Extent(width: row.discWidth, height: LabelMeasure.discHeight))
        svg.disc(row.disc, in: disc)
        svg.block(row.text, x: corner.x + table.textOffset, top: corner.y + 2, anchor: .start)
        guard let badge = row.badge else { return }
        let extent = Extent(width: BadgeMeasure.width(badge), height: BadgeMeasure.height)
        svg.badge(
          badge,
          in: Box(
            left: corner.x + table.columnWidth - extent.width, top: corner.y - 1,
            extent: extent))
      }
    }
  }
}
