// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// An area that encloses nodes and other regions.
package struct SceneRegion: Hashable, Sendable {
  /// What an area stands for, and with it how its border is drawn.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A trust boundary: dashed.
    case boundary
    /// A process shown with what it is made of: solid.
    case process
  }

  /// The dotted path of the declaration; the element's id in the SVG is made from it.
  package let id: String
  package let title: String
  /// The zone of a boundary, shown beside its title.
  package let zone: String?
  package let kind: Kind
  /// Index of the enclosing region.
  package let parent: Int?
  package let badge: ThreatBadge?
  /// What a screen reader says beyond the title.
  package let description: String?
  package let mark: SceneMark?

  package init(
    id: String, title: String, zone: String? = nil, kind: Kind = .boundary, parent: Int? = nil,
    badge: ThreatBadge? = nil, description: String? = nil, mark: SceneMark? = nil
  ) {
    self.id = id
    self.title = title
    self.zone = zone
    self.kind = kind
    self.parent = parent
    self.badge = badge
    self.description = description
    self.mark = mark
  }
}
