// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A score from 0.0 to 10.0 in whole tenths, so that comparing two is exact.
package struct Score: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 100.
  package let tenths: Int

  package init(tenths: Int) { self.tenths = min(max(tenths, 0), 100) }

  package var value: Double { Double(tenths) / 10 }

  /// With one decimal: "7.0".
  package var description: String { "\(tenths / 10).\(tenths % 10)" }

  package static func < (left: Score, right: Score) -> Bool { left.tenths < right.tenths }
}
