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

  /// What is shown on top of the data-flow diagram.
  package enum Overlay: String, Sendable, CaseIterable {
    /// The number of threats and their worst status at what they are about.
    case threats
    case none
  }

  package init(view: EntityID? = nil, depth: Int? = nil, overlay: Overlay? = nil) {
    self.view = view
    self.depth = depth
    self.overlay = overlay
  }
}
