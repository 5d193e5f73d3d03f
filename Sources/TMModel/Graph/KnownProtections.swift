// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What protects the flows and stores of one model, each found once: rules and conditions ask for it again and
/// again.
final class KnownProtections: Sendable {
  private struct State {
    /// By declaration.
    var encryption: [Protection?] = []
    /// By flow, what proves its source and then what proves its target.
    var authentication: [Protection?] = []
  }

  private let count: Int
  private let state = Mutex(State())

  /// - Parameter declarations: how many the model has.
  init(declarations: Int) { count = declarations }

  func encryption(_ id: EntityID, find: () -> Protection) -> Protection {
    let place = Int(id.index)
    let known = state.withLock { $0.encryption.isEmpty ? nil : $0.encryption[place] }
    if let known { return known }
    // Found outside of the lock: what a flow runs over is asked for on the way.
    let found = find()
    state.withLock { state in
      if state.encryption.isEmpty { state.encryption = Array(repeating: nil, count: count) }
      state.encryption[place] = found
    }
    return found
  }

  func authentication(
    of end: EntityID, on flow: Flow, find: () -> Protection
  ) -> Protection {
    guard end == flow.source || end == flow.target else { return find() }
    let place = 2 * Int(flow.entity.index) + (end == flow.source ? 0 : 1)
    let known = state.withLock { $0.authentication.isEmpty ? nil : $0.authentication[place] }
    if let known { return known }
    let found = find()
    state.withLock { state in
      if state.authentication.isEmpty {
        state.authentication = Array(repeating: nil, count: 2 * count)
      }
      state.authentication[place] = found
    }
    return found
  }
}
