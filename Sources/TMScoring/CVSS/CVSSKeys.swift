// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The names of a version's metrics and values as numbers, for reading vectors.
///
/// A name of at most seven bytes is the number that a 1 and its bytes form; no name is 0.
struct CVSSKeys: Sendable {
  /// The most values that a metric has, "not defined" included.
  static let stride = 6

  static let v2 = CVSSKeys(.v20)
  static let v3 = CVSSKeys(.v31)
  static let v4 = CVSSKeys(.v40)

  let names: [UInt64]
  /// `stride` numbers a metric: the values in order, then 0.
  private let values: [UInt64]
  private let undefined: UInt64
  /// How many metrics are mandatory; they are the first ones.
  let mandatoryCount: Int

  private init(_ version: CVSSVersion) {
    let metrics = version.metrics
    names = metrics.map { Self.key($0.name) }
    values = metrics.flatMap { metric in
      let keys = metric.values.map { Self.key($0.name) }
      return keys + [UInt64](repeating: 0, count: Self.stride - keys.count)
    }
    undefined = Self.key(version.undefinedValue)
    mandatoryCount = metrics.count { $0.isMandatory }
  }

  private static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(1) { $0 << 8 | UInt64($1) }
  }

  /// The place of a metric, sought from where it is expected.
  func slot(_ name: UInt64, expectedAt expected: Int) -> Int? {
    if expected < names.count, names[expected] == name { return expected }
    return names.firstIndex(of: name)
  }

  /// The code of a value in a `CVSSSelection`; 0 if the metric does not take it.
  func code(_ value: UInt64, at slot: Int) -> UInt64 {
    guard value != 0 else { return 0 }
    for index in 0..<Self.stride where values[slot * Self.stride + index] == value {
      return UInt64(index + 1)
    }
    return value == undefined && slot >= mandatoryCount ? CVSSSelection.undefined : 0
  }
}
