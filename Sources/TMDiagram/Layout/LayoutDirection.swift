// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Scene {
  /// Whether the layout sees a flow against its direction, so that its source stands below its target.
  ///
  /// People stand above what they use and stores below what uses them, whichever way the data goes.
  /// Otherwise every answer and every read would push its reader a row further down.
  func isLaidOutUpwards(_ edge: SceneEdge) -> Bool {
    let source = nodes[edge.source].kind
    let target = nodes[edge.target].kind
    switch (source, target) {
    case (.store, .store): return false
    case (.store, _): return true
    case (.external, .human), (.human, .human): return false
    case (_, .human): return true
    case (_, .external), (_, .process), (_, .store), (_, .collapsedBoundary),
      (_, .collapsedProcess):
      return false
    }
  }
}

extension Route {
  /// The same way from its other end.
  var reversed: Route {
    Route(points: points.reversed(), startTip: endTip, endTip: startTip)
  }
}
