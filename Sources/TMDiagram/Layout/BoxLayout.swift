// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Gives every element and region its place: each region by itself, from the inside out.
///
/// What is inside a region depends on nothing outside it, and rows follow few flows, chosen by their
/// order in the scene. So one flow or element more moves only what stands beside it.
struct BoxLayout {
  private let scene: Scene
  private let measure: SceneMeasure
  private let candidate: LayoutCandidate
  /// The flows between the direct parts of each region; the last entry is for the paper.
  private var links: [[RankedRows.Link]]
  /// The parts of each region: nodes by their number, regions by theirs behind the nodes.
  private var parts: [[Int]]
  private var nodes: [Box]
  private var regions: [Box]
  private var loops: [Int]

  /// Between the border of a region and what is in it, in pixels.
  private static let padding = 24.0
  /// The room of a flow from an element to itself, in pixels.
  static let loopRoom = 26.0

  static func layOut(
    _ scene: Scene, measured measure: SceneMeasure, as candidate: LayoutCandidate
  ) -> LayoutGeometry {
    var layout = BoxLayout(scene, measure, candidate)
    let extent = layout.place(inside: nil)
    return LayoutGeometry(
      bounds: Box(left: 0, top: 0, extent: extent), nodes: layout.nodes, regions: layout.regions,
      edges: layout.loopRoutes())
  }

  private init(_ scene: Scene, _ measure: SceneMeasure, _ candidate: LayoutCandidate) {
    self.scene = scene
    self.measure = measure
    self.candidate = candidate
    let paper = scene.regions.count
    parts = [[Int]](repeating: [], count: paper + 1)
    links = [[RankedRows.Link]](repeating: [], count: paper + 1)
    let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)
    nodes = [Box](repeating: nowhere, count: scene.nodes.count)
    regions = [Box](repeating: nowhere, count: paper)
    loops = [Int](repeating: 0, count: scene.nodes.count)
    // Rows are made from the first part on: a region, which is there before an element is added beside it.
    for (index, region) in scene.regions.enumerated() {
      parts[region.parent ?? paper].append(scene.nodes.count + index)
    }
    for (index, node) in scene.nodes.enumerated() { parts[node.region ?? paper].append(index) }
    // In the order of their names, whichever file they stand in.
    for (number, edge) in scene.edges.enumerated().sorted(by: { $0.element.id < $1.element.id }) {
      if edge.source == edge.target {
        loops[edge.source] += 1
        continue
      }
      let isUpwards = scene.isLaidOutUpwards(edge)
      let (above, below) =
        isUpwards ? (edge.target, edge.source) : (edge.source, edge.target)
      let (first, second) = (chain(of: above), chain(of: below))
      guard let (place, other) = RegionChain.fork(first, second) else { continue }
      links[first[place].region].append(
        RankedRows.Link(
          above: first[place].part, below: second[other].part, reach: measure.labels[number].reach))
    }
  }

  /// The parts that hold a node, from the paper inwards, each with the region that it is a part of.
  private func chain(of node: Int) -> [(region: Int, part: Int)] {
    let around = scene.enclosing(node)
    let count = scene.nodes.count
    var result = [(region: around.first ?? scene.regions.count, part: node)]
    for region in around {
      result.append((scene.regions[region].parent ?? scene.regions.count, count + region))
    }
    return result.reversed()
  }

  // MARK: - Places

  /// Places the parts of a region and all that is in them; positions count from its upper left corner.
  private mutating func place(inside region: Int?) -> Extent {
    let number = region ?? scene.regions.count
    var extents: [Extent] = []
    for part in parts[number] {
      if part < scene.nodes.count {
        var extent = measure.nodes[part].extent
        extent.width += Double(loops[part]) * BoxLayout.loopRoom
        extents.append(extent)
      } else {
        extents.append(place(inside: part - scene.nodes.count))
      }
    }
    let rows = RankedRows(
      parts: parts[number], extents: extents, links: links[number],
      direction: region == nil ? candidate.direction : candidate.inner,
      gap: candidate.rankSeparation(region == nil ? candidate.direction : candidate.inner) * 72)
    var offset = Point(x: 0, y: 0)
    var extent = rows.extent
    if let region {
      let title = measure.titles[region].extent
      let above = BoxLayout.padding + title.height / 2 + 2
      let room = roomForWords(in: number, rows, extents)
      let width = max(rows.extent.width + room + 2 * BoxLayout.padding, title.width + 64)
      offset = Point(x: (width - rows.extent.width - room) / 2, y: above)
      extent = Extent(
        width: width, height: max(rows.extent.height, 20) + above + BoxLayout.padding)
    }
    for (index, part) in parts[number].enumerated() {
      move(part, to: rows.places[index] + offset, extents[index])
    }
    return extent
  }

  /// How much wider a region must be for the words on the flows between its rows to stand in it, at the right of
  /// their lines where they find no room at the left.
  private func roomForWords(in region: Int, _ rows: RankedRows, _ extents: [Extent]) -> Double {
    let numbers = Dictionary(
      uniqueKeysWithValues: parts[region].enumerated().map { ($0.element, $0.offset) })
    return links[region].reduce(0) { room, link in
      guard link.reach > 0, let above = numbers[link.above], let below = numbers[link.below] else {
        return room
      }
      let (first, second) = (rows.places[above], rows.places[below])
      let areRows =
        first.y + extents[above].height <= second.y || second.y + extents[below].height <= first.y
      guard areRows else { return room }
      let line = (first.x + extents[above].width / 2 + second.x + extents[below].width / 2) / 2
      let margin = BoxLayout.padding - 6
      if line + margin >= link.reach { return room }
      return max(room, line + link.reach - rows.extent.width - margin)
    }
  }

  private mutating func move(_ part: Int, to corner: Point, _ extent: Extent) {
    guard part >= scene.nodes.count else {
      // Every second flow of an element to itself is at its left side.
      let left = corner.x + Double(loops[part] / 2) * BoxLayout.loopRoom
      nodes[part] = Box(left: left, top: corner.y, extent: measure.nodes[part].extent)
      return
    }
    let region = part - scene.nodes.count
    regions[region] = Box(left: 0, top: 0, extent: extent)
    shift(region, by: corner)
  }

  private mutating func shift(_ region: Int, by offset: Point) {
    regions[region] = regions[region].moved(by: offset)
    for part in parts[region] {
      if part < scene.nodes.count {
        nodes[part] = nodes[part].moved(by: offset)
      } else {
        shift(part - scene.nodes.count, by: offset)
      }
    }
  }

  /// The flows from an element to itself, at its right and left side in turns, one around the other.
  private func loopRoutes() -> [Route?] {
    var count = [Int](repeating: 0, count: nodes.count)
    return scene.edges.map { edge in
      guard edge.source == edge.target else { return nil }
      let box = nodes[edge.source]
      let number = count[edge.source]
      count[edge.source] += 1
      let side = number % 2 == 0 ? 1.0 : -1.0
      let ring = Double(number / 2 + 1)
      let isRound = scene.nodes[edge.source].kind.isRound
      let half = min(box.height * 0.36, 7 * ring)
      let share = isRound ? (1 - (2 * half / box.height) * (2 * half / box.height)).squareRoot() : 1
      let rim = box.centre.x + side * box.width / 2 * share
      let reach = box.centre.x + side * (box.width / 2 + ring * (BoxLayout.loopRoom - 6))
      let (top, bottom) = (box.centre.y - half, box.centre.y + half)
      return Route(
        corners: [
          Point(x: rim, y: top), Point(x: reach, y: top), Point(x: reach, y: bottom),
          Point(x: rim, y: bottom),
        ], radius: 12, twoWay: edge.twoWay)
    }
  }
}

extension RegionChain {
  /// Where two ways from the paper inwards part; nil where one node lies around the other.
  static func fork(
    _ first: [(region: Int, part: Int)], _ second: [(region: Int, part: Int)]
  ) -> (Int, Int)? {
    for place in 0..<min(first.count, second.count) where first[place].part != second[place].part {
      return (place, place)
    }
    return nil
  }
}
