// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A set of declarations, one flag for each.
struct Flags: Sendable {
  private var flags: [Bool]

  init(_ count: Int) { flags = Array(repeating: false, count: count) }

  func contains(_ id: EntityID) -> Bool {
    let index = Int(id.index)
    return index < flags.count && flags[index]
  }

  /// Whether it was not in the set before.
  @discardableResult
  mutating func insert(_ id: EntityID) -> Bool {
    let isNew = !flags[Int(id.index)]
    flags[Int(id.index)] = true
    return isNew
  }
}
