// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The picture as small squares, each with what lies there, to lead flows through.
struct RoutingGrid {
  let cell: Double
  let columns: Int
  let rows: Int
  private let origin: Point

  /// The innermost region, or -1 on the paper.
  private(set) var region: [Int32]
  /// Nothing may pass: shapes, titles, badges.
  private(set) var isBlocked: [Bool]
  /// Titles and badges alone.
  private(set) var hasCaption: [Bool]
  /// What a step costs more here, in steps: near shapes and along borders.
  private(set) var toll: [Float]
  /// What a border costs more here: near its corners and near other marks.
  private(set) var gateToll: [Float]
  /// How many flows run here.
  private(set) var traffic: [UInt8]
  /// The last line beside which each cell was looked at, and how many lines that were.
  private var seen: [Int32]
  private var sightings: Int32 = 0

  /// The way between things that are to be kept apart, in pixels.
  private static let clearance = 9.0
  /// Between marks on a border, in pixels; marks are drawn eleven wide.
  private static let gateSpacing = 16.0
  private static let maximumCells = 600_000.0

  init(scene: Scene, nodes: [Box], regions: [Box], blocked: [Box]) {
    let all = nodes + regions + blocked
    let area =
      (all.dropFirst().reduce(all.first ?? Box(left: 0, top: 0, right: 0, bottom: 0)) {
        $0.union($1)
      }).grown(by: 60)
    let wanted = (area.width * area.height / RoutingGrid.maximumCells).squareRoot()
    cell = max(8, wanted)
    origin = Point(x: area.left, y: area.top)
    columns = Int(area.width / cell) + 1
    rows = Int(area.height / cell) + 1
    let count = columns * rows
    region = [Int32](repeating: -1, count: count)
    isBlocked = [Bool](repeating: false, count: count)
    hasCaption = isBlocked
    toll = [Float](repeating: 0, count: count)
    gateToll = [Float](repeating: 0, count: count)
    traffic = [UInt8](repeating: 0, count: count)
    seen = [Int32](repeating: 0, count: count)
    for (index, box) in regions.enumerated() { fill(index, box) }
    for (index, box) in nodes.enumerated() { fill(scene.nodes[index].kind.isRound, box) }
    for box in blocked { block(box.grown(by: 3)) }
  }

  // MARK: - Places

  func index(_ point: Point) -> Int {
    let column = max(0, min(columns - 1, Int((point.x - origin.x) / cell)))
    let row = max(0, min(rows - 1, Int((point.y - origin.y) / cell)))
    return row * columns + column
  }

  func centre(_ index: Int) -> Point {
    Point(
      x: origin.x + (Double(index % columns) + 0.5) * cell,
      y: origin.y + (Double(index / columns) + 0.5) * cell)
  }

  // MARK: - What lies there

  // Regions come parents first, so the innermost has the last word.
  private mutating func fill(_ number: Int, _ box: Box) {
    visit(box) { grid, index, _ in grid.region[index] = Int32(number) }
    for corner in [
      Point(x: box.left, y: box.top), Point(x: box.right, y: box.top),
      Point(x: box.left, y: box.bottom), Point(x: box.right, y: box.bottom),
    ] {
      addGateToll(around: corner, radius: 16)
    }
    let band = cell * 0.9
    for side in [
      Box(left: box.left - band, top: box.top, right: box.left + band, bottom: box.bottom),
      Box(left: box.right - band, top: box.top, right: box.right + band, bottom: box.bottom),
      Box(left: box.left, top: box.top - band, right: box.right, bottom: box.top + band),
      Box(left: box.left, top: box.bottom - band, right: box.right, bottom: box.bottom + band),
    ] {
      visit(side) { grid, index, _ in grid.toll[index] += 1.2 }
    }
  }

  private mutating func fill(_ isRound: Bool, _ box: Box) {
    let wide = box.grown(by: RoutingGrid.clearance)
    visit(wide) { grid, index, centre in
      if !isRound || wide.hasOval(centre) { grid.toll[index] += 3 }
    }
    let near = box.grown(by: 4)
    visit(near) { grid, index, centre in
      if !isRound || near.hasOval(centre) { grid.isBlocked[index] = true }
    }
  }

  private mutating func block(_ box: Box) {
    visit(box) { grid, index, _ in
      grid.isBlocked[index] = true
      grid.hasCaption[index] = true
    }
  }

  private mutating func visit(_ box: Box, _ body: (inout RoutingGrid, Int, Point) -> Void) {
    let first = index(Point(x: box.left, y: box.top))
    let last = index(Point(x: box.right, y: box.bottom))
    for row in first / columns...last / columns {
      for column in first % columns...last % columns {
        let index = row * columns + column
        let centre = centre(index)
        if box.contains(centre) { body(&self, index, centre) }
      }
    }
  }

  // MARK: - What was led

  /// The cells that a line runs through, each step sideways or down, so that no other slips across.
  func cells(of line: Polyline) -> [Int] {
    var result: [Int] = []
    for point in line.samples(every: cell / 2) {
      let next = index(point)
      if let last = result.last {
        if last == next { continue }
        let isSlanting = last % columns != next % columns && last / columns != next / columns
        if isSlanting { result.append(last / columns * columns + next % columns) }
      }
      result.append(next)
    }
    return result
  }

  /// Makes way for a flow: others that run along it or cross a border beside it pay. Takes it away again
  /// with the sign turned.
  mutating func add(_ line: Polyline, gates: [Point], sign: Float = 1) {
    let cells = cells(of: line)
    for index in cells {
      traffic[index] = UInt8(max(0, min(250, Int(traffic[index]) + Int(sign))))
    }
    addCrowd(along: cells, sign: sign)
    for gate in gates { addGateToll(around: gate, radius: RoutingGrid.gateSpacing, sign: sign) }
  }

  /// What a step beside a flow costs more, one and two cells away, so that numbers find room between lines. Sums of
  /// such numbers are exact: what is taken away leaves nothing.
  private static let crowd: [Float] = [0.5, 0.25]

  private mutating func addCrowd(along line: [Int], sign: Float) {
    sightings += 1
    for cell in line { seen[cell] = sightings }
    for (distance, cost) in zip(1..., RoutingGrid.crowd) {
      for cell in line {
        let (row, column) = (cell / columns, cell % columns)
        for down in max(0, row - distance)...min(rows - 1, row + distance) {
          for across in max(0, column - distance)...min(columns - 1, column + distance) {
            let index = down * columns + across
            if seen[index] == sightings { continue }
            seen[index] = sightings
            toll[index] += cost * sign
          }
        }
      }
    }
  }

  private mutating func addGateToll(
    around centre: Point, radius: Double, sign: Float = 1
  ) {
    let reach = Extent(width: 2 * radius, height: 2 * radius)
    visit(Box(centre: centre, extent: reach)) { grid, index, place in
      if (place - centre).length <= radius { grid.gateToll[index] += 24 * sign }
    }
  }
}

extension Box {
  /// Whether the point lies in the ellipse that fills the box.
  func hasOval(_ point: Point) -> Bool {
    let x = (point.x - centre.x) / (width / 2)
    let y = (point.y - centre.y) / (height / 2)
    return x * x + y * y <= 1
  }
}
