// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A data flow, or several rolled up into one line.
package struct SceneEdge: Hashable, Sendable {
  /// What a reader should notice about a flow.
  package enum Emphasis: String, Hashable, Sendable, CaseIterable {
    case normal
    /// A threat of the flow was triaged as open, so it is a known gap: a heavy line.
    case openThreat = "open-threat"
    /// It crosses a boundary, and nobody says what protects it there: dashes and dots.
    case unstated
    /// The data travels unencrypted: a dashed line.
    case clearText = "clear-text"
  }

  /// The dotted path of the declaration; the element's id in the SVG is made from it.
  package let id: String
  /// Index of the node the data comes from.
  package let source: Int
  /// Index of the node the data goes to.
  package let target: Int
  /// The number in the disc of its label.
  package let number: Int?
  package let label: String
  /// A small second line, such as the protocol.
  package let detail: String?
  /// Data flows both ways: an arrow at either end.
  package let twoWay: Bool
  /// Indices of the regions whose border the flow crosses, each marked where the line meets it.
  package let crossed: [Int]
  /// The paths of the flows that the line stands for: several where flows were rolled up.
  package let flows: [String]
  /// What the table says of each flow that the line stands for, in the order of their numbers.
  package let entries: [FlowEntry]
  package let emphasis: Emphasis
  package let badge: ThreatBadge?
  /// What a screen reader says beyond the label.
  package let description: String?
  package let mark: SceneMark?

  /// How many flows the line stands for.
  package var flowCount: Int { flows.count }

  /// The numbers of the flows that the line stands for.
  package var numbers: [Int] { entries.isEmpty ? number.map { [$0] } ?? [] : entries.map(\.number) }

  package init(
    id: String, from source: Int, to target: Int, number: Int? = nil, label: String = "",
    detail: String? = nil, twoWay: Bool = false, crossed: [Int] = [], flows: [String] = [],
    entries: [FlowEntry] = [], emphasis: Emphasis = .normal, badge: ThreatBadge? = nil,
    description: String? = nil,
    mark: SceneMark? = nil
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.number = number
    self.label = label
    self.detail = detail
    self.twoWay = twoWay
    self.crossed = crossed
    self.flows = flows.isEmpty ? [id] : flows
    self.entries = entries
    self.emphasis = emphasis
    self.badge = badge
    self.description = description
    self.mark = mark
  }
}
