// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value that is computed when it is asked for the first time.
package final class OnDemand<Value: Sendable>: Sendable {
  // A lock that nobody holds costs a tenth of what an `AtomicLazyReference` does.
  @usableFromInline let known = Mutex<Value?>(nil)

  @inlinable package init() {}

  /// The value. Of two that are computed at the same time the first one stays.
  @inlinable package func value(_ make: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let made = make()
    return known.withLock { known in
      let value = known ?? made
      known = value
      return value
    }
  }
}
