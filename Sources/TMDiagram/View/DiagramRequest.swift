// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Which diagram of a model is asked for.
package struct DiagramRequest: Sendable {
  /// A declared view; nil for the whole system.
  package let view: EntityID?
  /// How many levels of boundaries and decomposed processes are open; nil for the level that the
  /// view states, or else as many as a reader can take in.
  package let depth: Int?
  package let overlay: Overlay?
  /// Whether three flows or more between the same two elements are one line.
  package let joinsParallels: Bool
  /// Whether the program chose the depth.
  let isAutomaticDepth: Bool

  /// What is shown on top of the data-flow diagram.
  package enum Overlay: String, Sendable, CaseIterable {
    /// The number of threats and their worst status at what they are about.
    case threats
    case none
  }

  package init(
    view: EntityID? = nil, depth: Int? = nil, overlay: Overlay? = nil, joinsParallels: Bool = true
  ) {
    self.init(
      view: view, depth: depth, overlay: overlay, joinsParallels: joinsParallels,
      isAutomaticDepth: false)
  }

  init(
    view: EntityID?, depth: Int?, overlay: Overlay?, joinsParallels: Bool, isAutomaticDepth: Bool
  ) {
    self.view = view
    self.depth = depth
    self.overlay = overlay
    self.joinsParallels = joinsParallels
    self.isAutomaticDepth = isAutomaticDepth
  }
}
