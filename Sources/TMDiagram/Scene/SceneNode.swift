// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// An element of the system, or a boundary or process whose inside is not shown.
package struct SceneNode: Hashable, Sendable {
  /// What an element is, and with it its shape.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A system or organisation outside the model's control: a rectangle.
    case external
    /// A person outside the model's control: a rectangle with a person in it.
    case human
    /// Code that runs: an ellipse.
    case process
    /// A data store: two parallel lines.
    case store
    /// A trust boundary shown closed: a stack of dashed cards.
    case collapsedBoundary = "collapsed-boundary"
    /// A process whose decomposition is not shown: an ellipse with a double line.
    case collapsedProcess = "collapsed-process"
  }

  /// The dotted path of the declaration; the element's id in the SVG is made from it.
  package let id: String
  package let kind: Kind
  package let title: String
  /// A small second line, such as a technology or "12 elements".
  package let subtitle: String?
  /// Names of the interfaces, shown as small ports below the title.
  package let interfaces: [String]
  /// Index of the region it lies in.
  package let region: Int?
  package let badge: ThreatBadge?
  /// What a screen reader says beyond the title.
  package let description: String?
  /// The paths of the declarations inside, with the flows among them, where they are not shown.
  package let inside: [String]
  package let mark: SceneMark?

  package init(
    id: String, kind: Kind, title: String, subtitle: String? = nil, interfaces: [String] = [],
    region: Int? = nil, badge: ThreatBadge? = nil, description: String? = nil,
    inside: [String] = [],
    mark: SceneMark? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.interfaces = interfaces
    self.region = region
    self.badge = badge
    self.description = description
    self.inside = inside
    self.mark = mark
  }
}
