// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What the model analyses, and what it only shows.
extension Model {
  /// Whether a declaration is analysed.
  ///
  /// An element or flow is unless it says `in-scope: no`, an interface is where its element is. A flow
  /// of an element that says so still is where its other end is a process or store that does not.
  package func isInScope(_ id: EntityID) -> Bool {
    if let flow = graph.flow(id) {
      if boolean(id, .inScope) == false { return false }
      let ends = [flow.source, flow.target]
      guard ends.contains(where: { boolean($0, .inScope) == false }) else { return true }
      return ends.contains { boolean($0, .inScope) != false && self[$0].keyword != .external }
    }
    if self[id].keyword == .interface, let element = self[id].parent {
      return boolean(element, .inScope) != false
    }
    return boolean(id, .inScope) != false
  }
}
