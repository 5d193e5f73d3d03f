// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How far two scores are apart, in whole tenths.
package struct ScoreDifference: Hashable, Sendable, CustomStringConvertible {
  /// -100 to 100.
  package let tenths: Int

  package init(tenths: Int) { self.tenths = tenths }

  package var value: Double { Double(tenths) / 10 }

  /// With one decimal, and a minus sign if it is negative: "-2.4".
  package var description: String {
    (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
