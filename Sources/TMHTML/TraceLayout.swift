// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Where the nodes and bands of a trace stand, in whole pixels.
struct TraceLayout {
  let width: Int
  private(set) var height = 0
  private(set) var columns: [(title: String, x: Int)] = []
  private(set) var boxes: [Box] = []
  private(set) var bands: [Band] = []

  struct Box {
    var x = 0
    var y = 0
    var height = 0
    /// How many threats pass.
    var threats = 0

    var middle: Int { y + height / 2 }
  }

  struct Band {
    let from: Int
    let to: Int
    let path: String
    let isGap: Bool
  }

  private let columnStep: Int
  /// The characters of a title that there is room for in front of the next column.
  private let titleLimit: Int
  private static let top = 30
  private static let gap = 5
  private static let least = 15

  /// - Parameter isNarrow: for a page, on which a wide picture is too small to read.
  init(_ trace: TraceFigure, isNarrow: Bool = false) {
    columnStep = isNarrow ? 182 : 252
    titleLimit = isNarrow ? 21 : 30
    width = 5 * columnStep + 16
    boxes = Array(repeating: Box(), count: trace.nodes.count)
    var passing: [Set<String>] = Array(repeating: [], count: trace.nodes.count)
    var links: [Link: Set<String>] = [:]
    for (place, chain) in trace.chains.enumerated() {
      let name = chain.threat ?? "\u{0}\(place)"
      for node in chain.nodes { if let threat = chain.threat { passing[node].insert(threat) } }
      for (from, to) in zip(chain.nodes, chain.nodes.dropFirst()) {
        links[Link(from: from, to: to), default: []].insert(name)
      }
    }
    for index in boxes.indices { boxes[index].threats = passing[index].count }
    place(trace)
    draw(links, trace)
  }

  private struct Link: Hashable, Comparable {
    let from: Int
    let to: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.from, left.to) < (right.from, right.to)
    }
  }

  /// Stacks the nodes of each column; the column with most threats is about 620 pixels high.
  private mutating func place(_ trace: TraceFigure) {
    var totals: [Int: Int] = [:]
    for (index, node) in trace.nodes.enumerated() {
      totals[node.column.rawValue, default: 0] += boxes[index].threats
    }
    let most = max(totals.values.max() ?? 1, 1)
    for column in TraceFigure.Column.allCases {
      let x = column.rawValue * columnStep + 4
      columns.append((column.title, x))
      var y = Self.top
      for (index, node) in trace.nodes.enumerated() where node.column == column {
        boxes[index].x = x
        boxes[index].y = y
        boxes[index].height = max(Self.least, boxes[index].threats * 620 / most)
        y += boxes[index].height + Self.gap
      }
      height = max(height, y + 8)
    }
  }

  /// Bands leave and enter a node one below the other, in the order of their other ends.
  private mutating func draw(_ links: [Link: Set<String>], _ trace: TraceFigure) {
    let order = links.keys.sorted()
    var leaving: [Int: Int] = [:]
    var entering: [Int: Int] = [:]
    for link in order {
      leaving[link.from, default: 0] += links[link]?.count ?? 0
      entering[link.to, default: 0] += links[link]?.count ?? 0
    }
    var left: [Int: Int] = [:]
    var right: [Int: Int] = [:]
    for link in order {
      let count = links[link]?.count ?? 0
      let (from, to) = (boxes[link.from], boxes[link.to])
      let start = Self.span(from, left[link.from] ?? 0, count, of: leaving[link.from] ?? 1)
      let end = Self.span(to, right[link.to] ?? 0, count, of: entering[link.to] ?? 1)
      left[link.from, default: 0] += count
      right[link.to, default: 0] += count
      let (x1, x2) = (from.x + 8, to.x)
      let (a, b) = (x1 + (x2 - x1) / 2, x2 - (x2 - x1) / 2)
      bands.append(
        Band(
          from: link.from, to: link.to,
          path: "M\(x1) \(start.top)C\(a) \(start.top) \(b) \(end.top) \(x2) \(end.top)"
            + "L\(x2) \(end.bottom)C\(b) \(end.bottom) \(a) \(start.bottom) \(x1) \(start.bottom)Z",
          isGap: trace.nodes[link.to].kind == .gap))
    }
  }

  /// The part of the side of a node that a band takes, at least a pixel.
  private static func span(_ box: Box, _ before: Int, _ count: Int, of all: Int)
    -> (top: Int, bottom: Int)
  {
    let top = box.y + box.height * before / max(all, 1)
    return (top, max(top + 1, box.y + box.height * (before + count) / max(all, 1)))
  }

  /// As much of a title as there is room for.
  func short(_ title: String) -> String {
    title.count > titleLimit ? title.prefix(titleLimit - 1) + "…" : title
  }
}
