// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the layout worker answers: a line for each part, in hundredths of a pixel, and `end`.
///
///     g RIGHT BOTTOM
///     n INDEX LEFT TOP RIGHT BOTTOM
///     r INDEX LEFT TOP RIGHT BOTTOM
///     e INDEX HAS-START X Y HAS-END X Y COUNT X Y …
///     end
struct GeometryReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  /// Nil where the text is not complete or does not fit the scene.
  mutating func read(for scene: Scene, measured measure: SceneMeasure) -> LayoutGeometry? {
    var bounds: Box?
    var nodes = [Box?](repeating: nil, count: scene.nodes.count)
    var regions = [Box?](repeating: nil, count: scene.regions.count)
    var edges = [Route?](repeating: nil, count: scene.edges.count)
    while let letter = bytes.popFirst() {
      switch letter {
      case UInt8(ascii: "g"):
        guard let size = readPoint() else { return nil }
        bounds = Box(left: 0, top: 0, right: size.x, bottom: size.y)
      case UInt8(ascii: "n"):
        guard let index = readNumber(), nodes.indices.contains(index) else { return nil }
        nodes[index] = readBox()
      case UInt8(ascii: "r"):
        guard let index = readNumber(), regions.indices.contains(index) else { return nil }
        regions[index] = readBox()?.grown(by: -LayoutGeometry.regionInset)
        // The title stands on the border, half outside.
        regions[index]?.top += measure.titles[index].extent.height / 2 - 4
      case UInt8(ascii: "e"):
        if bytes.first == UInt8(ascii: "n") {
          return LayoutGeometry(bounds, nodes, regions, edges)
        }
        guard let index = readNumber(), edges.indices.contains(index) else { return nil }
        let route = readRoute()
        edges[index] = scene.isLaidOutUpwards(scene.edges[index]) ? route?.reversed : route
      default:
        return nil
      }
      guard bytes.popFirst() == UInt8(ascii: "\n") else { return nil }
    }
    return nil
  }

  private mutating func readRoute() -> Route? {
    guard let startTip = readOptionalPoint(), let endTip = readOptionalPoint(),
      let count = readNumber(), count >= 4, count % 3 == 1
    else { return nil }
    var points: [Point] = []
    for _ in 0..<count {
      guard let point = readPoint() else { return nil }
      points.append(point)
    }
    return Route(points: points, startTip: startTip, endTip: endTip)
  }

  private mutating func readOptionalPoint() -> Point?? {
    guard let flag = readNumber(), let point = readPoint() else { return nil }
    return .some(flag == 1 ? point : nil)
  }

  private mutating func readBox() -> Box? {
    guard let corner = readPoint(), let opposite = readPoint() else { return nil }
    return Box(left: corner.x, top: corner.y, right: opposite.x, bottom: opposite.y)
  }

  private mutating func readPoint() -> Point? {
    guard let x = readNumber(), let y = readNumber() else { return nil }
    return Point(x: Double(x) / 100, y: Double(y) / 100)
  }

  private mutating func readNumber() -> Int? {
    guard bytes.popFirst() == UInt8(ascii: " ") else { return nil }
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes.removeFirst()
    }
    var value = 0
    var digits = 0
    while let byte = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      digits += 1
      guard digits < 16 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      bytes.removeFirst()
    }
    guard digits > 0 else { return nil }
    return isNegative ? -value : value
  }
}

extension LayoutGeometry {
  /// Nil where a part is missing.
  fileprivate init?(_ bounds: Box?, _ nodes: [Box?], _ regions: [Box?], _ edges: [Route?]) {
    let someNodes = nodes.compactMap { $0 }
    let someRegions = regions.compactMap { $0 }
    guard let bounds, someNodes.count == nodes.count, someRegions.count == regions.count
    else { return nil }
    self.init(bounds: bounds, nodes: someNodes, regions: someRegions, edges: edges)
  }
}
