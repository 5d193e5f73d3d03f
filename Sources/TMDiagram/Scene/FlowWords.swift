// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where the words of flows stand.
package enum FlowWords: String, Hashable, Sendable, CaseIterable {
  /// On the lines where there are few flows and the words find room, else in a table.
  case auto
  /// On the lines.
  case full
  /// In a table beside the picture; the lines have numbers.
  case numbers

  /// Up to so many flows, words on the lines find room.
  static let fewFlows = 15
  /// So many labels may lie over the lines of other flows before all words move into a table.
  static let bearableOverlaps = 1

  func isTable(for scene: Scene) -> Bool {
    switch self {
    case .full: return false
    case .numbers: return scene.edges.contains { $0.number != nil || !$0.numbers.isEmpty }
    case .auto:
      switch scene.purpose {
      case .difference: return false
      case .system:
        return scene.edges.filter { !$0.label.isEmpty || $0.flowCount > 1 }.count
          > FlowWords.fewFlows
      }
    }
  }
}

/// A flow as a row of the table says it.
package struct FlowEntry: Hashable, Sendable {
  package let number: Int
  package let label: String
  package let source: String
  package let target: String
  package let twoWay: Bool
  package let detail: String?
  package let emphasis: SceneEdge.Emphasis
  package let badge: ThreatBadge?

  package init(
    number: Int, label: String, source: String, target: String, twoWay: Bool, detail: String?,
    emphasis: SceneEdge.Emphasis, badge: ThreatBadge?
  ) {
    self.number = number
    self.label = label
    self.source = source
    self.target = target
    self.twoWay = twoWay
    self.detail = detail
    self.emphasis = emphasis
    self.badge = badge
  }
}

/// Numbers as a line names them: `24–27`, `3, 5`, `101, 340 +6`.
func joinedNumbers(_ numbers: [Int], limit: Int = 3) -> String {
  var parts: [(text: String, count: Int)] = []
  var rest = numbers.sorted()[...]
  while let first = rest.first {
    var run = 1
    while run < rest.count, rest[rest.startIndex + run] == first + run { run += 1 }
    if run > 2 {
      parts.append(("\(first)–\(first + run - 1)", run))
      rest = rest.dropFirst(run)
    } else {
      parts.append(("\(first)", 1))
      rest = rest.dropFirst()
    }
  }
  guard parts.count > limit else { return parts.map(\.text).joined(separator: ", ") }
  let left = parts.dropFirst(limit - 1).reduce(0) { $0 + $1.count }
  return parts.prefix(limit - 1).map(\.text).joined(separator: ", ") + " +\(left)"
}
