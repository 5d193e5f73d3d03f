// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Which value each metric of a vector has, in the order of the version's metrics.
///
/// Four bits a metric: 0 not given, 15 given as "not defined", else one more than the index of the
/// value, so that a vector of any version is 16 bytes without a reference.
package struct CVSSSelection: Hashable, Sendable {
  static let undefined: UInt64 = 15

  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init() {}

  /// The index of the value among the metric's values; nil if it is left out or "not defined".
  package subscript(slot: Int) -> Int? {
    get {
      let code = code(slot)
      return code == 0 || code == Self.undefined ? nil : Int(code) - 1
    }
    set { setCode(newValue.map { UInt64($0 + 1) } ?? 0, at: slot) }
  }

  /// Whether the vector writes the metric, even as "not defined".
  package func isGiven(_ slot: Int) -> Bool { code(slot) != 0 }

  /// Whether any metric of a range has a value other than "not defined".
  func isAnyDefined(_ slots: Range<Int>) -> Bool { slots.contains { self[$0] != nil } }

  func code(_ slot: Int) -> UInt64 {
    slot < 16 ? low >> UInt64(4 * slot) & 15 : high >> UInt64(4 * (slot - 16)) & 15
  }

  mutating func setCode(_ code: UInt64, at slot: Int) {
    if slot < 16 {
      let shift = UInt64(4 * slot)
      low = low & ~(15 << shift) | code << shift
    } else {
      let shift = UInt64(4 * (slot - 16))
      high = high & ~(15 << shift) | code << shift
    }
  }
}
