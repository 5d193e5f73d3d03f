// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value that is computed when it is asked for the first time.
final class OnDemand<Value: Sendable>: Sendable {
  private final class Known: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let known = AtomicLazyReference<Known>()

  func value(_ make: () -> Value) -> Value {
    (known.load() ?? known.storeIfNil(Known(make()))).value
  }
}
