// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension SeverityBand {
  /// The band of a score: as versions 3.0, 3.1 and 4.0 of CVSS say, and for CVSS 2.0 as the National
  /// Vulnerability Database reads it, with neither "none" nor "critical".
  package init(_ score: Score, _ scheme: ScoringScheme) {
    let isSecond = scheme == .cvss20
    switch score.tenths {
    case 0: self = isSecond ? .low : .none
    case ..<40: self = .low
    case ..<70: self = .medium
    case ..<90: self = .high
    default: self = isSecond ? .high : .critical
    }
  }
}
