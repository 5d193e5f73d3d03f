// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The texts of a scene cleaned and broken into lines, with the space each part needs.
struct SceneMeasure: Sendable {
  let nodes: [NodeMeasure]
  private(set) var labels: [LabelMeasure]
  /// The same in less width, for places without room.
  let narrowLabels: [LabelMeasure]
  let titles: [TitleMeasure]

  /// Whether the lines have numbers alone, and a table says the rest.
  let hasTable: Bool

  init(_ scene: Scene, words: FlowWords = .full) {
    let hasTable = words.isTable(for: scene)
    self.hasTable = hasTable
    var ends = [Int](repeating: 0, count: scene.nodes.count)
    for edge in scene.edges {
      ends[edge.source] += 1
      ends[edge.target] += 1
    }
    nodes = zip(scene.nodes, ends).map { NodeMeasure($0, ends: $1) }
    labels = scene.edges.map { LabelMeasure($0, numberAlone: hasTable) }
    narrowLabels = scene.edges.map { LabelMeasure($0, numberAlone: hasTable, isNarrow: true) }
    titles = scene.regions.map(TitleMeasure.init)
  }

  /// The same with the labels as they were placed.
  func with(labels: [LabelMeasure]) -> SceneMeasure {
    var result = self
    result.labels = labels
    return result
  }
}

/// The text of a node and the size of its shape.
struct NodeMeasure: Sendable {
  let text: TextBlock
  let extent: Extent

  /// How far the cards of a stack stand apart, in pixels.
  static let stackStep = 5.0
  /// The room for the person in the shape of a human, in pixels.
  static let personWidth = 24.0
  /// The mark before the names of interfaces, in pixels; kept free on either side.
  static let portRoom = 8.0
  /// The first room is the usual one; the others are for words that would be cut.
  private static let titleRooms = [
    TextRoom(width: 150, lines: 4), TextRoom(width: 190, lines: 5), TextRoom(width: 240, lines: 9),
  ]
  private static let detailRooms = [
    TextRoom(width: 150, lines: 2), TextRoom(width: 190, lines: 4),
  ]
  /// Between the two lines of a process that is shown closed, in pixels.
  static let doubleLine = 4.0

  /// - Parameter ends: how many flows begin or end there.
  init(_ node: SceneNode, ends: Int) {
    var text = TextBlock()
    let title = cleanText(node.title)
    text.append(title.isEmpty ? "(no title)" : title, .nodeTitle, in: NodeMeasure.titleRooms)
    text.append(
      cleanText(node.subtitle ?? ""), .nodeDetail, in: NodeMeasure.detailRooms, gap: 1)
    text.append(NodeMeasure.ports(node.interfaces), .nodePort, in: NodeMeasure.detailRooms, gap: 2)
    self.text = text
    extent = NodeMeasure.extent(of: node.kind, around: text).rim(of: node.kind, for: ends)
  }

  private static func extent(of kind: SceneNode.Kind, around text: TextBlock) -> Extent {
    let ports = text.lines.filter { $0.style == .nodePort }.map(\.width).max() ?? 0
    let width = max(text.width, ports + 2 * portRoom)
    let height = text.height
    switch kind {
    case .external:
      return Extent(width: max(width + 28, 84), height: max(height + 20, 42))
    case .human:
      return Extent(width: max(width + 28 + personWidth, 96), height: max(height + 20, 42))
    case .process:
      return ellipse(width: width, height: height)
    case .collapsedProcess:
      let inner = ellipse(width: width, height: height)
      return Extent(width: inner.width + 2 * doubleLine, height: inner.height + 2 * doubleLine)
    case .store:
      return Extent(width: max(width + 32, 90), height: max(height + 16, 36))
    case .collapsedBoundary:
      return Extent(
        width: max(width + 32, 100) + stackStep, height: max(height + 24, 46) + stackStep)
    }
  }

  // An ellipse with half axes 1.28 and 1.6 times those of a box goes through the box's corners.
  private static func ellipse(width: Double, height: Double) -> Extent {
    Extent(width: max(width * 1.28 + 8, 88), height: max(height * 1.6 + 6, 42))
  }

  private static func ports(_ names: [String]) -> String {
    let shown = names.prefix(6).map { nameInLine(cleanText($0, limit: 40)) }.joined(separator: ", ")
    return names.count > 6 ? "\(shown), +\(names.count - 6)" : shown
  }
}

extension Extent {
  /// The extent enlarged until its rim has a place of its own for each end of a flow.
  fileprivate func rim(of kind: SceneNode.Kind, for ends: Int) -> Extent {
    // Ports of an ellipse stand less evenly, and its rim is shorter than that of its box.
    let wanted = Double(ends) * (kind.isRound ? 14 : 10)
    let missing = wanted - 2 * (width + height) * (kind.isRound ? 0.8 : 1)
    guard missing > 0 else { return self }
    return Extent(width: width + missing * 0.4, height: height + missing * 0.2)
  }
}

/// The label of a flow: a disc with its number, text beside it, and a badge behind the text's last line.
struct LabelMeasure: Sendable {
  let number: String
  let text: TextBlock
  let discWidth: Double
  /// Nil where the table has it.
  let badge: ThreatBadge?
  let badgeWidth: Double
  /// How far the near edge of the badge stands from the side where the lines of the text begin.
  let badgeOffset: Double
  /// From the upper edge of the text to the middle of the badge.
  let badgeMiddle: Double
  let extent: Extent

  /// The height of the disc; a number of three digits makes it wider than high.
  static let discHeight = 18.0
  /// Between disc, text and badge.
  static let gap = 4.0
  private static let titleRooms = [
    TextRoom(width: 132, lines: 3), TextRoom(width: 160, lines: 5), TextRoom(width: 200, lines: 8),
  ]
  private static let detailRooms = [
    TextRoom(width: 132, lines: 2), TextRoom(width: 180, lines: 4),
  ]
  private static let narrowRooms = [TextRoom(width: 84, lines: 5)]

  /// From the line under the disc to the end of the words, in pixels; 0 for a number alone.
  var reach: Double { extent.width > discWidth ? extent.width - discWidth / 2 : 0 }

  /// Whether there is nothing to paint.
  var isEmpty: Bool { extent.width == 0 }

  init(_ edge: SceneEdge, numberAlone: Bool = false, isNarrow: Bool = false) {
    var text = TextBlock()
    // Numbers alone have room for more of them: each that is named is found in the table.
    let limit = isNarrow ? 2 : numberAlone ? 4 : 3
    let numbers = edge.flowCount > 1 ? joinedNumbers(edge.numbers, limit: limit) : ""
    let rolledUp = edge.flowCount > 1 && !numberAlone ? "\(edge.flowCount) flows" : ""
    let label = [cleanText(edge.label), rolledUp].first { !$0.isEmpty } ?? ""
    let number =
      (edge.mark?.sign ?? "") + (edge.number.map(String.init) ?? numbers)
    let isNumberEnough = numberAlone && !number.isEmpty
    if !isNumberEnough {
      text.append(
        label, .flowLabel, in: (isNarrow ? LabelMeasure.narrowRooms : []) + LabelMeasure.titleRooms)
      let details = [label == rolledUp ? "" : rolledUp, cleanText(edge.detail ?? "")]
      text.append(
        details.filter { !$0.isEmpty }.joined(separator: " · "), .flowDetail,
        in: (isNarrow ? LabelMeasure.narrowRooms : []) + LabelMeasure.detailRooms)
    }
    self.text = text
    self.number = number
    discWidth =
      number.isEmpty
      ? 0 : max(LabelMeasure.discHeight, TextStyle.flowNumber.width(of: number) + 8)
    badge = isNumberEnough ? nil : edge.badge
    badgeWidth = badge.map(BadgeMeasure.width) ?? 0
    let half = BadgeMeasure.height / 2
    // Beside the last lines of three, which are shorter as a rule; else in the middle.
    badgeMiddle = text.lines.count > 2 ? text.height - half : text.height / 2
    let above = badgeMiddle - half
    let beside = text.lines.filter { $0.baseline > above }.map(\.width).max() ?? 0
    badgeOffset = beside + (beside == 0 ? 0 : LabelMeasure.gap)
    let textWidth = max(text.width, badgeWidth == 0 ? 0 : badgeOffset + badgeWidth)
    let width =
      discWidth + (discWidth > 0 && textWidth > 0 ? LabelMeasure.gap : 0) + textWidth
    let height = max(
      text.height, number.isEmpty ? 0 : LabelMeasure.discHeight,
      badge == nil ? 0 : BadgeMeasure.height)
    extent = Extent(width: width, height: width == 0 ? 0 : height)
  }
}

/// The title of a region with its zone and badge in one line.
struct TitleMeasure: Sendable {
  let text: TextBlock
  let zone: TextBlock
  let zoneWidth: Double
  let badgeWidth: Double
  /// The sign of a mark before the title; 0 without one.
  let signWidth: Double
  let extent: Extent

  /// Between sign, title, zone and badge.
  static let gap = 7.0
  private static let rooms = [
    TextRoom(width: 230, lines: 2), TextRoom(width: 340, lines: 2), TextRoom(width: 420, lines: 3),
  ]
  /// The height of the box around the zone.
  static let zoneHeight = 16.0

  init(_ region: SceneRegion) {
    var text = TextBlock()
    let title = cleanText(region.title)
    text.append(title.isEmpty ? "(no title)" : title, .regionTitle, in: TitleMeasure.rooms)
    var zone = TextBlock()
    zone.append(
      cleanText(region.zone ?? ""), .regionZone,
      in: [TextRoom(width: 130, lines: 1), TextRoom(width: 260, lines: 1)])
    self.text = text
    self.zone = zone
    zoneWidth = zone.isEmpty ? 0 : zone.width + 12
    badgeWidth = region.badge.map(BadgeMeasure.width) ?? 0
    signWidth = region.mark == nil ? 0 : MarkSign.diameter
    let parts = [signWidth, text.width, zoneWidth, badgeWidth].filter { $0 > 0 }
    let width = parts.reduce(0, +) + Double(parts.count - 1) * TitleMeasure.gap
    extent = Extent(width: width, height: max(text.height, TitleMeasure.zoneHeight))
  }
}

/// The space a threat badge takes.
enum BadgeMeasure {
  static let height = 16.0

  static func width(_ badge: ThreatBadge) -> Double {
    TextStyle.badgeCount.width(of: badge.text) + (badge.count == 0 ? 20 : 24)
  }
}
